import { type ComponentType, Suspense, useEffect } from 'react';
import { later } from '@/components/later/later';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { onUncopied } from '@/components/ui/announce';

const DIALOGS: Readonly<Record<Tool, ComponentType>> = {
  open: later('OpenDialog'),
  help: later('HelpDialog'),
  compare: later('CompareDialog'),
  copy: later('CopyDialog'),
};

/** The dialog that was asked for, and on it the help where a word was. */
export function Dialogs() {
  const { store } = useWizard();
  const tool = useWizardState((state) => state.tool);
  useEffect(() => onUncopied((uncopied) => store.update({ tool: 'copy', uncopied })), [store]);
  const term = useWizardState((state) => state.term);
  const Dialog = tool && DIALOGS[tool];
  return (
    <>
      <Suspense>{Dialog && <Dialog />}</Suspense>
      {/* By itself, or the dialog beneath would be hidden, and lose the focus, until the help is there. */}
      <Suspense>{term && <DIALOGS.help />}</Suspense>
    </>
  );
}
