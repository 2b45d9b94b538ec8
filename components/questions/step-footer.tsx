import { useEffect, useRef, useState } from 'react';
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

/** After the last keystroke, how long until the sentence is said: one for a number, not one for each digit. */
const PAUSE_MS = 600;

/** One polite sentence after each change, or after something was done. */
export function StatusLine() {
  const { store } = useWizard();
  const reading = useWizardState((state) => state.reading);
  const step = useWizardState((state) => state.step);
  const [said, setSaid] = useState({ text: '', step });
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The reading of which something was said. */
  const told = useRef(reading);

  // What was said on another step is stale.
  useEffect(() => setSaid((now) => (now.step === step ? now : { text: '', step })), [step]);
  useEffect(
    () =>
      onAnnounce((done) => {
        clearTimeout(pending.current);
        told.current = store.get().reading; // what was done says more than what changed by it
        setSaid({ text: done, step: store.get().step });
      }),
    [store],
  );
  useEffect(() => {
    if (told.current === reading) return;
    const { lastChange: text } = store.get();
    if (text === '' && told.current.raw === reading.raw) return; // nothing more to say
    pending.current = setTimeout(() => setSaid({ text, step: store.get().step }), PAUSE_MS);
    return () => clearTimeout(pending.current);
  }, [store, reading]);

  return (
    <output className="step-said" aria-live="polite">
      {said.text}
    </output>
  );
}
