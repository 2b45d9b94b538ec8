import { type StepName, stepsOf, type WizardStep } from '@/components/state/steps';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { askedFor } from '@/lib/domain/limit-kind';
import { wordFor } from '@/lib/domain/plural';

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

/** What is known of a step at a glance: what counts at it, the most pressing first, or that it was not opened yet. */
function StepState({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const { limits, faults, changes, moved } = useReading();
  const isVisited = useWizardState(({ visited }) => visited.has(step));
  const isReview = step === 'review';
  /** The review has what counts at any step. */
  const isHere = (key: string) => isReview || catalog.ownerOf.get(key)?.step === step;
  const problems = faults.filter(({ key }) => isHere(key)).length;
  const asked = askedFor(limits.filter(({ answers }) => answers.some(isHere)));
  const changed = catalog.answers.filter(
    ({ key }) => !isReview && isHere(key) && (changes.has(key) || moved.has(key)),
  ).length;
  const marks = [
    { icon: 'problem', count: problems, short: wordFor(problems, 'problem') },
    ...asked,
    { icon: 'changed', count: changed, short: 'changed' },
  ] as const;
  const shown = marks.filter(({ count }) => count > 0).slice(0, 2);
  if (shown.length > 0) {
    return shown.map(({ icon, count, short }) => (
      <span className={icon} key={icon}>
        <Icon name={icon} />
        <span>{String(count)}</span>
        <span className="step-word">{short}</span>
      </span>
    ));
  }
  if (!isVisited) return <span className="quiet not-visited">not visited</span>;
  return (
    <span className="quiet" key="ok">
      <Icon name="ok" />
      <span className="step-word">{isReview ? 'complete' : 'unchanged'}</span>
    </span>
  );
}
