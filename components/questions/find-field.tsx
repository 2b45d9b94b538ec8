import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { Shortcut } from '@/components/ui/shortcut';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/readable';
import { findAnswers, type Hit, saidOf } from './find-answers';

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
  const said = saidOf(text);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    setText('');
    openAnswer(hit.answer.key);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') open(hits[at]);
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
        aria-activedescendant={isOpen && hits[at] ? hitId(at) : undefined}
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
            <span>
              {`${all === 0 ? 'No answer' : plural(all, 'answer')} for “${text.trim()}”${all > hits.length ? `, the first ${hits.length} shown` : ''}`}
            </span>
            {said !== undefined && <span>{` ${said}`}</span>}
          </p>
          <div role="listbox" id={HITS} aria-label="Answers found">
            {hits.map((hit, index) => (
              <FindHit
                hit={hit}
                id={hitId(index)}
                key={hit.answer.key}
                words={text}
                isActive={index === at}
                onChoose={() => open(hit)}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

interface FindHitProps {
  readonly hit: Hit;
  readonly id: string;
  readonly words: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One answer that was found: what it is called, its key, where it is asked, and what it is now. */
function FindHit({ hit: { answer, option }, id, words, isActive, onChoose }: FindHitProps) {
  const { catalog } = useWizard();
  const raw = useWizardState(({ reading }) => reading.raw[answer.key] ?? '');
  const isAsked = useWizardState(({ reading }) => reading.isActive(answer));
  const step = stepsOf(catalog).find((one) => one.id === option.step);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    <div
      ref={place}
      role="option"
      id={id}
      className="find-hit"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()} // or the field would lose the focus before the click
      onClick={onChoose}
    >
      <b>
        <Marked text={answer.label} words={words} />
      </b>
      <span className="find-place">
        {step?.title === option.title ? option.title : `${step?.title}, ${option.title}`}
      </span>
      <code translate="no">
        <Marked text={answer.key} words={words} />
      </code>
      <span className="find-value" translate="no">
        {isAsked ? readable(answer, raw) : 'not asked now'}
      </span>
    </div>
  );
}

/** A text with the first place of each word that was looked for marked. */
function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const word = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .find((one) => one !== '' && text.toLowerCase().includes(one));
  if (word === undefined) return <span>{text}</span>;
  const at = text.toLowerCase().indexOf(word);
  return (
    <span>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + word.length)}</mark>
      {text.slice(at + word.length)}
    </span>
  );
}
