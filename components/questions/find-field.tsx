import { useState } from 'react';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Answer } from '@/lib/domain/answer';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/shape';
import { findAnswers, saidOf } from './find-answers';

export const FIND_FIELD = 'find';

/** Finds any answer by key, label or words. Enter opens the first, wherever it is asked. */
export function FindField() {
  const { catalog, openAnswer } = useWizard();
  const [text, setText] = useState('');
  const { hits, all } = findAnswers(catalog, text);
  const isOpen = text.trim() !== '';
  const open = (hit: Answer | undefined) => {
    if (!hit) return;
    setText('');
    openAnswer(hit.key);
  };
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        open(hits[0]);
      }}
      onKeyDown={({ key }) => key === 'Escape' && setText('')}
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget) || setText('')
      }
    >
      <Icon name="search" />
      <input
        type="search"
        id={FIND_FIELD}
        aria-label="Find an answer"
        aria-keyshortcuts="/"
        placeholder="Find an answer…"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="shortcut" aria-hidden="true">
        {isOpen ? 'Esc' : '/'}
      </span>
      {isOpen && (
        <div className="find-hits">
          <p className="find-count" role="status">
            <span>
              {all > 0 &&
                `${plural(all, 'answer')} for “${text.trim()}”${all > hits.length ? `, the first ${hits.length} shown` : ''}. `}
            </span>
            <span>{saidOf(text, all)}</span>
          </p>
          <ul>
            {hits.map((hit) => (
              <li key={hit.key}>
                <FindHit answer={hit} onChoose={() => open(hit)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}

interface FindHitProps {
  readonly answer: Answer;
  readonly onChoose: () => void;
}

/** One answer that was found: what it is called, its key, where it is asked, and what it is now. */
function FindHit({ answer, onChoose }: FindHitProps) {
  const { catalog } = useWizard();
  const raw = useWizardState(({ reading }) => reading.raw[answer.key] ?? '');
  const isAsked = useWizardState(({ reading }) => reading.isAsked(answer));
  const option = catalog.ownerOf.get(answer.key);
  const step = catalog.steps.find(({ id }) => id === option?.step);
  return (
    <Button
      className="find-hit"
      onPointerDown={(event) => event.preventDefault()} // Safari would take the focus away before the click
      onClick={onChoose}
    >
      <b>{answer.label}</b>
      <span>{[...new Set([step?.title, option?.title])].join(', ')}</span>
      <code translate="no">{answer.key}</code>
      <span className="find-value" translate="no">
        {isAsked ? readable(answer, raw) : 'not asked now'}
      </span>
    </Button>
  );
}
