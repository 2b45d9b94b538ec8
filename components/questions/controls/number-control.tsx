'use client';

import type { KeyboardEvent } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { type ControlProps, controlId } from './control-props';

/**
 * A whole number. A text field rather than `type=number`, which swallows what it cannot read, so that nothing typed is
 * lost and the error can name it. Arrow keys step by 1, with Shift by 10.
 */
export function NumberControl({ answer, describedBy, invalid }: ControlProps) {
  const { form } = useWizard();
  if (answer.shape.type !== 'whole-number') return null;
  const { min, max } = answer.shape;

  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const text = event.currentTarget.value;
    if (direction === 0 || !/^\d*$/.test(text)) return;
    event.preventDefault();
    const from = text === '' ? Number(answer.default || min) - direction : Number(text);
    const next = Math.min(max, Math.max(min, from + direction * (event.shiftKey ? 10 : 1)));
    form.setValue(answer.key, String(next), { shouldDirty: true });
  };

  return (
    <input
      className="input number"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      id={controlId(answer.key)}
      defaultValue={answer.default}
      onKeyDown={step}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      {...form.register(answer.key)}
    />
  );
}
