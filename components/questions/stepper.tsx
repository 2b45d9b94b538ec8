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

const WORDS = {
  problem: (count: number) => wordFor(count, 'problem'),
  'to-fill-in': () => 'to fill in',
  changed: () => 'changed',
  caution: (count: number) => wordFor(count, 'caution'),
} as const;
type Mark = keyof typeof WORDS;
const MARKS: readonly Mark[] = ['problem', 'to-fill-in', 'changed', 'caution'];

/** What is known of a step at a glance: problems, changes and cautions, or that it was not opened yet. */
function StepState({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const isReview = step === 'review';
  // One text, so that a step is drawn again only when a number changes.
  const counts = useWizardState((state) => {
    const tally = stepTally(catalog, state, step);
    return MARKS.map((mark) => `${tally[mark]}`).join();
  })
    .split(',')
    .map(Number);
  const isVisited = useWizardState(({ visited }) => visited.has(step));
  const marks = MARKS.map((mark, index) => ({ mark, count: counts[index] ?? 0 })).filter(
    ({ mark, count }) => count > 0 && !(isReview && mark === 'changed'),
  );
  if (marks.length > 0) {
    return marks.slice(0, 2).map(({ mark, count }) => (
      <span className={mark} key={mark}>
        <Icon name={mark} />
        <span>{String(count)}</span>
        <span className="step-word">{WORDS[mark](count)}</span>
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
