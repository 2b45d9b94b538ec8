import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Tool } from '@/components/state/wizard-store';
import { onUncopied } from '@/components/ui/announce';

type Later = typeof import('@/components/dialogs/later');

/** A dialog that the first paint does without: the page fetches it once it is idle. */
const later = <Name extends keyof Later>(name: Name) =>
  lazy(async () => ({ default: (await import('@/components/dialogs/later'))[name] }));

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
