import { useEffect } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { plural } from '@/lib/domain/plural';
import { findAnswers } from './find-answers';
import { FindHit } from './find-hit';

export interface FindHitsProps {
  /** The id of the list, and of a hit in it. */
  readonly id: string;
  readonly hitId: (index: number) => string;
  readonly text: string;
  readonly at: number;
  /** Takes the keys that were found, in order. */
  readonly onFound: (keys: readonly string[]) => void;
  readonly onChoose: (key: string) => void;
}

/** The answers that a text finds. */
export function FindHits({ id, hitId, text, at, onFound, onChoose }: FindHitsProps) {
  const { catalog } = useWizard();
  const { hits, all } = findAnswers(catalog, text);
  const keys = hits.map(({ answer }) => answer.key).join('\n');
  useEffect(() => onFound(keys === '' ? [] : keys.split('\n')), [keys, onFound]);
  const shown = all > hits.length ? `, the first ${hits.length} shown` : '';
  return (
    <div className="find-hits">
      <p className="find-count" role="status">
        <span>{`${all === 0 ? 'No answer' : plural(all, 'answer')} for “${text.trim()}”${shown}`}</span>
      </p>
      <div role="listbox" id={id} aria-label="Answers found">
        {hits.map((hit, index) => (
          <FindHit
            {...hit}
            id={hitId(index)}
            key={hit.answer.key}
            words={text}
            isActive={index === at}
            onChoose={() => onChoose(hit.answer.key)}
          />
        ))}
      </div>
    </div>
  );
}
