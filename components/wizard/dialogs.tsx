import { type ComponentType, Suspense, useEffect, useState } from 'react';
import type { Source } from '@/components/dialogs/yaml-source';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { onUncopied, type Uncopied } from '@/components/ui/copy-text';
import { lazyPart } from '@/components/ui/lazy-part';

interface DialogProps {
  /** The file that was opened last. */
  readonly opened: Source | null;
  readonly onOpened: (opened: Source) => void;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<Tool, ComponentType<DialogProps>>> = {
  open: lazyPart(async () => (await import('@/components/dialogs/later')).OpenDialog),
  help: lazyPart(async () => (await import('@/components/dialogs/later')).HelpDialog),
  compare: lazyPart(async () => (await import('@/components/dialogs/later')).CompareDialog),
};

const CopyDialog = lazyPart(async () => (await import('@/components/dialogs/later')).CopyDialog);

/** The dialog that was asked for, and what the browser would not copy. */
export function Dialogs() {
  const { store } = useWizard();
  const tool = useWizardState((state) => state.tool);
  const [opened, setOpened] = useState<Source | null>(null);
  const [uncopied, setUncopied] = useState<Uncopied | null>(null);
  useEffect(() => onUncopied(setUncopied), []);
  const Dialog = tool && DIALOGS[tool];
  return (
    <Suspense>
      {Dialog && (
        <Dialog opened={opened} onOpened={setOpened} onClose={() => store.update({ tool: null })} />
      )}
      {uncopied && <CopyDialog uncopied={uncopied} onClose={() => setUncopied(null)} />}
    </Suspense>
  );
}
