import { STEP_TITLE } from '@/components/state/focus';
import { stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { FindField } from './find-field';

/** The title of the step, how far along that is, and the way to any answer. */
export function StepHead() {
  const { catalog } = useWizard();
  const current = useWizardState(({ step }) => step);
  const steps = stepsOf(catalog);
  const index = steps.findIndex(({ id }) => id === current);
  return (
    <header className="step-head">
      <h1 id={STEP_TITLE} tabIndex={-1}>
        {steps[index]?.title}
      </h1>
      <p className="step-count">{`Step ${index + 1} of ${steps.length}`}</p>
      <FindField />
    </header>
  );
}
