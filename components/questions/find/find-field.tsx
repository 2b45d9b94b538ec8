'use client';

import { type KeyboardEvent, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { count } from '@/components/ui/count';
import { Icon } from '@/components/ui/icon';
import { Shortcut } from '@/components/ui/shortcut';
import { findAnswers } from './find-answers';
import { FindHit } from './find-hit';

/** The id of the search field. */
export const FIND_FIELD = 'find';
const HITS = 'find-hits';
const hitId = (index: number) => `find-hit-${index}`;

/** Finds any answer by key, label or words: a combobox whose list opens an answer wherever it is asked. */
export function FindField() {
  const { catalog, openAnswer } = useWizard();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { hits, all } = findAnswers(catalog, text);
  const isOpen = text.trim() !== '';
  const chosen = hits[at];

  const open = (key: string | undefined) => {
    if (key === undefined) return;
    setText('');
    openAnswer(key);
  };
  const press = (event: KeyboardEvent) => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') open(chosen?.answer.key);
    else if (event.key === 'Escape') setText('');
    else if (move !== 0 && hits.length > 0) setAt((at + move + hits.length) % hits.length);
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
        aria-activedescendant={isOpen && chosen ? hitId(at) : undefined}
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
        <div className="find-hits">
          <p className="find-count" role="status">
            <span>{`${all === 0 ? 'No answer' : count(all, 'answer')} for “${text.trim()}”${
              all > hits.length ? `, the first ${hits.length} shown` : ''
            }`}</span>
          </p>
          <div role="listbox" id={HITS} aria-label="Answers found">
            {hits.map((hit, index) => (
              <FindHit
                {...hit}
                id={hitId(index)}
                key={hit.answer.key}
                words={text}
                isActive={index === at}
                onChoose={() => open(hit.answer.key)}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
