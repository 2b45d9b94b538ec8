import { stepTally } from '@/components/state/step-tally';
import type { StepName } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon, type IconName } from '@/components/ui/icon';
import { wordFor } from '@/lib/domain/plural';

/** What is known of a step at a glance: problems, changes and cautions, or that it was not opened yet. */
export function StepState({ step }: { readonly step: StepName }) {
  const { catalog } = useWizard();
  // One text rather than an object, so that a step is drawn again only when a number changes.
  const [problems = 0, changed = 0, cautions = 0] = useWizardState((state) =>
    stepTally(catalog, state, step).join(' '),
  )
    .split(' ')
    .map(Number);
  const isVisited = useWizardState(({ visited }) => visited.has(step));
  const isReview = step === 'review';
  const marks = [
    problems > 0 && mark('problem', problems, wordFor(problems, 'problem')),
    changed > 0 && !isReview && mark('changed', changed, 'changed'),
    cautions > 0 && !isReview && mark('caution', cautions, wordFor(cautions, 'caution')),
  ].filter((one) => one !== false);
  if (marks.length > 0) return marks.slice(0, 2);
  if (!isVisited) return <span className="quiet not-visited">not visited</span>;
  return (
    <span className="quiet" key="ok">
      <Icon name="ok" />
      <span className="step-word">{isReview ? 'complete' : 'unchanged'}</span>
    </span>
  );
}

const mark = (
  kind: IconName & ('problem' | 'changed' | 'caution'),
  number: number,
  word: string,
) => (
  <span className={kind} key={kind}>
    <Icon name={kind} />
    <span>{String(number)}</span>
    <span className="step-word">{word}</span>
  </span>
);
