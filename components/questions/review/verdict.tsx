import { goToNextProblem } from '@/components/state/problems';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { countCautions, countProblems } from '@/components/state/wizard-state';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { plural } from '@/lib/domain/plural';

/** Whether there is a file, in a sentence. */
export function Verdict() {
  const wizard = useWizard();
  const problems = useWizardState(countProblems);
  const cautions = useWizardState(countCautions);
  if (problems > 0) {
    return (
      <div className="review-verdict wrong">
        <Icon name="problem" />
        <p>
          <b>{`${plural(problems, 'problem')} to fix before there is a file.`}</b>
        </p>
        <Button className="link" onClick={() => goToNextProblem(wizard)}>
          Go to the first
        </Button>
      </div>
    );
  }
  const against =
    cautions === 0
      ? 'No caution stands against this choice.'
      : `${plural(cautions, 'caution stands', 'cautions stand')} against this choice.`;
  return (
    <div className="review-verdict">
      <Icon name="ok" />
      <p>
        <b>The file is complete and valid.</b> <span>{against}</span>
      </p>
    </div>
  );
}
