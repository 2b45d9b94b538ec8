import { useEffect } from 'react';
import { FIND_FIELD } from '@/components/questions/find-field';
import { useFileActions } from '@/components/state/file-actions';
import { useWizard } from '@/components/state/wizard-context';

/** The shortcuts that the page prints. By key position for Alt, which types other letters on a Mac. */
export function Shortcuts() {
  const wizard = useWizard();
  const { download, copyYaml, copyLink } = useFileActions();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const alt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const act =
        control && event.key.toLowerCase() === 's'
          ? download
          : alt && event.code === 'KeyY'
            ? copyYaml
            : alt && event.code === 'KeyL'
              ? copyLink
              : alt && event.code === 'KeyP'
                ? wizard.goToNextProblem
                : event.key === '/' && !control && !event.altKey && !takesText(event.target)
                  ? find
                  : undefined;
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void act();
    };
    const find = () => {
      wizard.store.move({ view: 'questions' });
      document.getElementById(FIND_FIELD)?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return null;
}

/** Whether a slash typed here is text. */
function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type);
}
