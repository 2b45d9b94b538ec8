import { nameOf } from '@/components/state/create-wizard';
import { AnswerLink } from '@/components/state/links';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';

/** The id of the error summary. */
export const PROBLEMS = 'problems';

/** Everything that keeps the file from being made, each leading to its field. */
export function ErrorSummary() {
  const { catalog } = useWizard();
  const faults = useWizardState(({ reading }) => reading.faults);
  if (faults.length === 0) return null;
  return (
    <section className="problems" id={PROBLEMS} aria-labelledby="problems-title" tabIndex={-1}>
      <h2 id="problems-title">
        <Icon name="problem" />
        <span>There is a problem</span>
      </h2>
      <p>No file is made until this is fixed. Everything else that you entered is kept.</p>
      <ul>
        {faults.map(({ key, message }) => (
          <li key={key}>
            <AnswerLink to={key}>{nameOf(catalog, key)}</AnswerLink>{' '}
            <code translate="no">{key}</code> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
