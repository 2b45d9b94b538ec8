import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Answer, Choice } from '@/lib/domain/answer';
import { controlId } from './ids';

interface Props {
  readonly answer: Answer;
  readonly choices: readonly Choice[];
  readonly describedBy?: string | undefined;
  /** Cards say in a line what each is; a segmented control has only their names. */
  readonly as: 'cards' | 'segments';
}

/** One of a few, as native radio buttons. */
export function ChoiceInput({
  answer: { key, default: documented },
  choices,
  describedBy,
  as,
}: Props) {
  const { answer } = useWizard();
  const chosen = useWizardState(({ reading }) => reading.raw[key]);
  return (
    <div className={as}>
      {choices.map(({ value, label, summary }, index) => (
        <label className={as === 'cards' ? 'card' : 'segment'} key={value}>
          <input
            type="radio"
            id={index === 0 ? controlId(key) : undefined}
            name={key}
            value={value}
            checked={chosen === value}
            onChange={() => answer(key, value)}
            aria-describedby={describedBy}
          />
          {as === 'segments' ? (
            <span>{label}</span>
          ) : (
            <>
              <b>
                <span>{label}</span>
                {value === documented && <em>documented</em>}
              </b>
              <span className="card-summary">{summary}</span>
            </>
          )}
        </label>
      ))}
    </div>
  );
}
