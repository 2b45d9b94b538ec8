import { useEffect, useState } from 'react';
import { BundleButton } from '@/components/state/file-actions';
import { stepsOf } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { onAnnounce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { plural } from '@/lib/domain/plural';

/** Back, what the last change did, and Next: always in sight. */
export function StepFooter() {
  const { catalog, goToStep } = useWizard();
  const current = useWizardState(({ step }) => step);
  const steps = stepsOf(catalog);
  const index = steps.findIndex(({ id }) => id === current);
  const [back, next] = [steps[index - 1], steps[index + 1]];
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
        <BundleButton className="button next" />
      )}
    </footer>
  );
}

/** While there is a problem anywhere: the way to it from everywhere. */
function ProblemButton() {
  const { goToNextProblem } = useWizard();
  const problems = useWizardState(({ reading }) => reading.faults.length);
  if (problems === 0) return null;
  return (
    <Button className="problem-button" aria-keyshortcuts="Alt+P" onClick={goToNextProblem}>
      <Icon name="problem" />
      <span>{`${plural(problems, 'problem')}: go to ${problems === 1 ? 'it' : 'them'}`}</span>
      <span className="shortcut" aria-hidden="true">
        Alt P
      </span>
    </Button>
  );
}

/** One polite sentence after each change, or after something was done. */
export function StatusLine() {
  const { store } = useWizard();
  const step = useWizardState((state) => state.step);
  const [said, setSaid] = useState({ text: '', step });
  // What was said on another step is stale.
  useEffect(() => setSaid((now) => (now.step === step ? now : { text: '', step })), [step]);
  useEffect(
    () => onAnnounce((sentence) => setSaid({ text: sentence, step: store.get().step })),
    [store],
  );
  return (
    <output className="step-said" aria-live="polite">
      {said.text}
    </output>
  );
}
