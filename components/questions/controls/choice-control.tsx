'use client';

import { useWizard } from '@/components/state/wizard-context';
import { asTold } from './as-told';
import { type ControlProps, controlId } from './control-props';

/** Radio cards: each says in a line what it is. */
export function ChoiceControl({ answer, describedBy, invalid }: ControlProps) {
  const { form } = useWizard();
  if (answer.shape.type !== 'choice') return null;
  const { ref, ...registered } = form.register(answer.key);
  return (
    <div className="cards">
      {answer.shape.choices.map(({ value, label, summary }, index) => (
        <label className="card" key={value}>
          <input
            type="radio"
            id={index === 0 ? controlId(answer.key) : undefined}
            value={value}
            defaultChecked={value === answer.default}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            {...registered}
            ref={asTold(ref)}
          />
          <span className="card-text">
            <span className="card-title">{label}</span>
            <span className="card-summary">{summary}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
