import { type StepName, stepsOf, type WizardStep } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { stepTally } from '@/components/state/wizard-store';
import { Icon } from '@/components/ui/icon';
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

const KINDS = ['problem', 'changed', 'caution'] as const;

/** What is known of a step at a glance: problems, changes and cautions, or that it was not opened yet. */
function StepState({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const isReview = step === 'review';
  const problem = useWizardState((state) => stepTally(catalog, state, step).problems);
  const changed = useWizardState((state) =>
    isReview ? 0 : stepTally(catalog, state, step).changed,
  );
  const caution = useWizardState((state) =>
    isReview ? 0 : stepTally(catalog, state, step).cautions,
  );
  const isVisited = useWizardState(({ visited }) => visited.has(step));
  const counts = { problem, changed, caution };
  const marks = KINDS.filter((kind) => counts[kind] > 0);
  if (marks.length > 0) {
    return marks.slice(0, 2).map((kind) => (
      <span className={kind} key={kind}>
        <Icon name={kind} />
        <span>{String(counts[kind])}</span>
        <span className="step-word">
          {kind === 'changed' ? 'changed' : wordFor(counts[kind], kind)}
        </span>
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
