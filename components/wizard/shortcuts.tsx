import { useEffect } from 'react';
import { FIND_FIELD } from '@/components/questions/find-field';
import { useFileActions } from '@/components/state/file-actions';
import { useWizard } from '@/components/state/wizard-context';
import { SHORTCUTS_KEPT, useStored } from '@/components/ui/use-stored';

/** Does what the shortcuts say that the page prints, unless they are switched off (see the help). */
export function Shortcuts() {
  const wizard = useWizard();
  const files = useFileActions();
  const [kept] = useStored(SHORTCUTS_KEPT);
  useEffect(() => {
    const find = () => {
      wizard.store.update({ view: 'questions' });
      document.getElementById(FIND_FIELD)?.focus();
    };
    const actions: Readonly<Record<string, () => unknown>> = {
      'Ctrl s': files.download,
      'Alt y': files.copyYaml,
      'Alt l': files.copyLink,
      'Alt p': wizard.goToNextProblem,
      'Ctrl z': wizard.undo,
      'Ctrl Shift z': wizard.redo,
      'Ctrl y': wizard.redo,
      '/': find,
      '?': () => wizard.store.update({ tool: 'help' }),
    };
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const isText = takesText(event.target);
      const pressed = nameOf(event, isText);
      const isTyped = isText && /^(?:Ctrl (?:Shift )?[zy]|.)$/.test(pressed); // a text field has these for itself
      const action = isTyped ? undefined : actions[pressed];
      if (!action || kept === 'off') return;
      event.preventDefault();
      if (!event.repeat) void action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return null;
}

/**
 * A key press by the letter that is printed on the key. Alt types another one on a Mac: there the place of the key
 * counts, but not in a text field, where that letter is wanted.
 */
function nameOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, isText: boolean) {
  const isCtrl = ctrlKey || metaKey;
  if (!isCtrl && !altKey) return key; // `?` takes Shift on most keyboards
  if (isCtrl && altKey) return ''; // AltGr, which types
  const isPlain = /^[a-z]$/i.test(key);
  const letter = isPlain || isText ? key : code.replace('Key', '');
  return [isCtrl ? 'Ctrl' : 'Alt', shiftKey && 'Shift', letter.toLowerCase()]
    .filter(Boolean)
    .join(' ');
}

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type);
}
