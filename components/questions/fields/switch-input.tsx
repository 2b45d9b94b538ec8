import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { Answer } from '@/lib/domain/answer';
import { controlId } from './ids';

interface Props {
  readonly answer: Answer;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
}

/** A yes or no. */
export function SwitchInput({ answer: { key }, label, describedBy, invalid }: Props) {
  const { answer } = useWizard();
  const isOn = useWizardState(({ reading }) => reading.raw[key] === 'true');
  return (
    <input
      type="checkbox"
      className="switch"
      id={controlId(key)}
      name={key}
      checked={isOn}
      onChange={({ target }) => answer(key, String(target.checked))}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    />
  );
}
