import { useEffect, useRef } from 'react';
import { stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { readable } from '../fields/readable';
import type { Hit } from './find-answers';

interface Props extends Hit {
  readonly id: string;
  readonly words: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One answer that was found: what it is called, its key, where it is asked, and what it is now. */
export function FindHit({ answer, option, id, words, isActive, onChoose }: Props) {
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
