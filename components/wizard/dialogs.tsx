import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import type { Source } from '@/components/dialogs/open-dialog';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { onUncopied, type Uncopied } from '@/components/ui/announce';

interface DialogProps {
  /** The file that was opened last. */
  readonly opened: Source | null;
  readonly onOpened: (opened: Source) => void;
  readonly onClose: () => void;
}

type Later = typeof import('@/components/dialogs/later');

/** A dialog that the first paint does without: the page fetches it once it is idle. */
const later = <Name extends keyof Later>(name: Name) =>
  lazy(async () => ({ default: (await import('@/components/dialogs/later'))[name] }));

const DIALOGS: Readonly<Record<Tool, ComponentType<DialogProps>>> = {
  open: later('OpenDialog'),
  help: later('HelpDialog'),
  compare: later('CompareDialog'),
};

const CopyDialog = later('CopyDialog');

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
