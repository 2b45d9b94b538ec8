'use client';

import { useController } from 'react-hook-form';
import { useWizard } from '@/components/state/wizard-context';
import { type ControlProps, controlId } from './control-props';

export function SwitchControl({ answer, describedBy, invalid }: ControlProps) {
  const { form } = useWizard();
  const { field } = useController({ control: form.control, name: answer.key });
  return (
    <label className="switch" htmlFor={controlId(answer.key)}>
      <input
        type="checkbox"
        id={controlId(answer.key)}
        name={answer.key}
        checked={field.value === 'true'}
        onChange={(event) => field.onChange(String(event.target.checked))}
        onBlur={field.onBlur}
        ref={field.ref}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
      <span className="switch-track" aria-hidden="true" />
      <span className="label">{answer.label}</span>
    </label>
  );
}
