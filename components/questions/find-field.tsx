import { type KeyboardEvent, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { Shortcut } from '@/components/ui/shortcut';
import { useLazyQuestions } from './use-lazy-questions';

/** The id of the search field. */
export const FIND_FIELD = 'find';
const HITS = 'find-hits';
const hitId = (index: number) => `find-hit-${index}`;

/** Finds any answer by key, label or words: a combobox whose list opens an answer wherever it is asked. */
export function FindField() {
  const { catalog, openAnswer } = useWizard();
  const lazy = useLazyQuestions();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<readonly string[]>([]);
  const isOpen = text.trim() !== '' && lazy !== undefined;

  const open = (key: string | undefined) => {
    if (key === undefined) return;
    setText('');
    openAnswer(key);
  };
  const press = (event: KeyboardEvent) => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const exact = text.trim();
    if (event.key === 'Enter') open(catalog.answer.has(exact) ? exact : found[at]);
    else if (event.key === 'Escape') setText('');
    else if (move !== 0 && found.length > 0) setAt((at + move + found.length) % found.length);
    else return;
    event.preventDefault();
  };

  return (
    <div className="find">
      <Icon name="search" />
      <input
        type="search"
        id={FIND_FIELD}
        role="combobox"
        aria-label="Find an answer"
        aria-keyshortcuts="/"
        aria-expanded={isOpen}
        aria-controls={isOpen ? HITS : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[at] !== undefined ? hitId(at) : undefined}
        placeholder="Find an answer…"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={press}
        onBlur={() => setText('')}
      />
      <Shortcut keys={isOpen ? 'Esc' : '/'} />
      {isOpen && (
        <lazy.FindHits
          id={HITS}
          hitId={hitId}
          text={text}
          at={at}
          onFound={setFound}
          onChoose={open}
        />
      )}
    </div>
  );
}
