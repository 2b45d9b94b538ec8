'use client';

import { useController } from 'react-hook-form';
import { useWizard } from '@/components/state/wizard-context';
import { type ControlProps, controlId } from './control-props';

/** Radio cards: each says in a line what it is. */
export function ChoiceControl({ answer, describedBy, invalid }: ControlProps) {
  const { form } = useWizard();
  // Controlled: react-hook-form would take a radio that is checked by default for the answer, also when all answers
  // have just been replaced.
  const { field } = useController({ control: form.control, name: answer.key });
  if (answer.shape.type !== 'choice') return null;
  return (
    <div className="cards">
      {answer.shape.choices.map(({ value, label, summary }, index) => (
        <label className="card" key={value}>
          <input
            type="radio"
            id={index === 0 ? controlId(answer.key) : undefined}
            name={answer.key}
            value={value}
            checked={field.value === value}
            onChange={() => field.onChange(value)}
            onBlur={field.onBlur}
            ref={index === 0 ? field.ref : undefined}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
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
