import { type StepName, stepsOf, type WizardStep } from '@/components/state/steps';
import {
  type Deferred,
  useDeferred,
  useWizard,
  useWizardState,
} from '@/components/state/wizard-context';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Catalog } from '@/lib/domain/catalog';
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

interface StepMark {
  readonly icon: IconName;
  readonly count: number;
  readonly word: string;
}

/** What counts at a step, the most pressing first; the review has what counts at any. */
function stepMarks(
  { options }: Catalog,
  { reading, limitsBeside }: Deferred,
  step: StepName,
): StepMark[] {
  const isReview = step === 'review';
  const keys = options
    .filter((option) => isReview || option.step === step)
    .flatMap(({ answers }) => answers.map(({ key }) => key));
  const limits = new Set(keys.flatMap((key) => limitsBeside.get(key) ?? []));
  const problems = reading.faults.filter(({ key }) => keys.includes(key)).length;
  const changed = keys.filter((key) => reading.changes.has(key) || reading.moved.has(key)).length;
  const marks: StepMark[] = [
    { icon: 'problem', count: problems, word: wordFor(problems, 'problem') },
    ...askedFor([...limits]).map(({ icon, count, short }) => ({ icon, count, word: short })),
    { icon: 'changed', count: isReview ? 0 : changed, word: 'changed' },
  ];
  return marks.filter(({ count }) => count > 0);
}

/** What is known of a step at a glance: what counts at it, or that it was not opened yet. */
function StepState({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  const marks = stepMarks(catalog, useDeferred(), step);
  const isVisited = useWizardState(({ visited }) => visited.has(step));
  if (marks.length > 0) {
    return marks.slice(0, 2).map(({ icon, count, word }) => (
      <span className={icon} key={icon}>
        <Icon name={icon} />
        <span>{String(count)}</span>
        <span className="step-word">{word}</span>
      </span>
    ));
  }
  if (!isVisited) return <span className="quiet not-visited">not visited</span>;
  return (
    <span className="quiet" key="ok">
      <Icon name="ok" />
      <span className="step-word">{step === 'review' ? 'complete' : 'unchanged'}</span>
    </span>
  );
}
