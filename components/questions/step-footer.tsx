import { BundleButton } from '@/components/state/bundle-button';
import { goToNextProblem } from '@/components/state/problems';
import { stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { countProblems } from '@/components/state/wizard-state';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Shortcut } from '@/components/ui/shortcut';
import { plural } from '@/lib/domain/plural';
import { StatusLine } from './status-line';

/** Back, what the last change did, and Next: always in sight. */
export function StepFooter() {
  const { catalog, goToStep } = useWizard();
  const current = useWizardState(({ step }) => step);
  const steps = stepsOf(catalog);
  const index = steps.findIndex(({ id }) => id === current);
  const back = steps[index - 1];
  const next = steps[index + 1];
  return (
    <footer className="step-footer">
      {back && (
        <Button onClick={() => goToStep(back.id)}>
          <Icon name="left" />
          <span>Back</span>
        </Button>
      )}
      <div className="step-status">
        <ProblemButton />
        <StatusLine />
      </div>
      {next ? (
        <Button className="button next" onClick={() => goToStep(next.id)}>
          <span>{`Next: ${next.title}`}</span>
          <Icon name="right" />
        </Button>
      ) : (
        <BundleButton isNext />
      )}
    </footer>
  );
}

/** While there is a problem anywhere: the way to it from everywhere. */
function ProblemButton() {
  const wizard = useWizard();
  const problems = useWizardState(countProblems);
  if (problems === 0) return null;
  return (
    <Button
      className="problem-button"
      aria-keyshortcuts="Alt+P"
      onClick={() => goToNextProblem(wizard)}
    >
      <Icon name="problem" />
      <span>{`${plural(problems, 'problem')}: go to it`}</span>
      <Shortcut keys="Alt P" />
    </Button>
  );
}
