import { useEffect, useState } from 'react';
import type { Source } from '@/components/dialogs/yaml-source';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { onUncopied, type Uncopied } from '@/components/ui/copy-text';
import { useLazy } from '@/components/ui/use-lazy';

const load = () => import('@/components/dialogs/dialogs');

/** The dialog that was asked for. */
export function OpenTool() {
  const { store } = useWizard();
  const dialogs = useLazy(load);
  const tool = useWizardState((state) => state.tool);
  const [opened, setOpened] = useState<Source | null>(null);
  if (!dialogs || tool === null) return null;
  const close = () => store.move({ tool: null });
  switch (tool) {
    case 'open':
      return <dialogs.OpenDialog onClose={close} onOpened={setOpened} />;
    case 'check':
      return <dialogs.CheckDialog onClose={close} />;
    case 'compare':
      return <dialogs.CompareDialog opened={opened} onClose={close} />;
  }
}

/** What the browser would not copy, shown to be copied by hand. */
export function CopyByHand() {
  const dialogs = useLazy(load);
  const [uncopied, setUncopied] = useState<Uncopied | null>(null);
  useEffect(() => onUncopied(setUncopied), []);
  if (!dialogs || !uncopied) return null;
  return <dialogs.CopyDialog uncopied={uncopied} onClose={() => setUncopied(null)} />;
}
