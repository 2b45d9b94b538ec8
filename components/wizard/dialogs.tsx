import { type ComponentType, Suspense, useEffect } from 'react';
import { later } from '@/components/later/later';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { announce, onUncopied } from '@/components/ui/announce';

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
      <Suspense fallback={<NotHereYet />}>{Dialog && <Dialog />}</Suspense>
      {/* By itself, or the dialog beneath would be hidden, and lose the focus, until the help is there. */}
      <Suspense fallback={<NotHereYet />}>{term && <DIALOGS.help />}</Suspense>
    </>
  );
}

/** How long a dialog may take to come before something is said. */
const PATIENCE_MS = 600;

function NotHereYet() {
  useEffect(() => {
    const text = 'The network has not brought this part of the page yet. It opens once it is here.';
    const timer = setTimeout(() => announce(text), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
