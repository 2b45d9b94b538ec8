import { stepsOf, type WizardStep } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { StepState } from './step-state';

/** The steps, each with its state. Any of them can be opened at any time. */
export function Stepper() {
  const { catalog } = useWizard();
  return (
    <nav className="stepper" aria-label="Steps">
      <ol>
        {stepsOf(catalog).map((step, index) => (
          <li key={step.id}>
            <StepButton step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepButton({ step, number }: { readonly step: WizardStep; readonly number: number }) {
  const { goToStep } = useWizard();
  const isCurrent = useWizardState((state) => state.step === step.id);
  const stateId = `step-state-${step.id}`;
  return (
    <button
      type="button"
      aria-label={step.title}
      aria-describedby={stateId}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => goToStep(step.id)}
    >
      <b>
        <span className="step-number">{number}</span>
        <span className="step-name" data-short={step.short}>
          {step.title}
        </span>
      </b>
      <span className="step-state" id={stateId}>
        <StepState step={step.id} />
      </span>
    </button>
  );
}
