import { AnswerLink } from '@/components/state/answer-link';
import { nameOf } from '@/components/state/create-wizard';
import { answersBeside } from '@/components/state/places';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { countCautions, countProblems } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { openTab } from '@/components/ui/open-tab';
import { SeverityMark } from '@/components/ui/severity-mark';
import { plural } from '@/lib/domain/plural';
import { readable } from './fields/controls';
import { DocumentedValue } from './fields/question';

/** The last step: whether the file can be made, what to settle, what differs, and what to do before applying. */
export function Review() {
  return (
    <>
      <Verdict />
      <Cautions />
      <ChangedAnswers />
      <BeforeApplying />
    </>
  );
}

/** Whether there is a file, in a sentence. */
function Verdict() {
  const { goToNextProblem } = useWizard();
  const problems = useWizardState(countProblems);
  const cautions = useWizardState(({ reading }) => countCautions(reading.limits));
  if (problems > 0) {
    return (
      <div className="review-verdict wrong">
        <Icon name="problem" />
        <p>
          <b>{`${plural(problems, 'problem')} to fix before there is a file.`}</b>
        </p>
        <Button className="link" onClick={goToNextProblem}>
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

/** The cautions of this choice, each with the way to the answer that settles it. */
function Cautions() {
  const { catalog } = useWizard();
  const cautions = useReading().limits.filter(({ severity }) => severity === 'caution');
  if (cautions.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="cautions-title">
      <h2 id="cautions-title">Cautions to settle</h2>
      <ul className="settle">
        {cautions.map((limit) => {
          const [key] = answersBeside(catalog, limit);
          return (
            <li key={limit.id}>
              <SeverityMark severity={limit.severity} />
              <p>{limit.short}</p>
              {key !== undefined && (
                <AnswerLink to={key}>{`Go to ${catalog.answer.get(key)?.label}`}</AnswerLink>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const CHANGED = 'changed-title';

/** The answers that differ, each with its documented value and the way back to it. */
function ChangedAnswers() {
  const { catalog } = useWizard();
  const { changes } = useReading();
  const changed = catalog.answers.filter(({ key }) => changes.has(key));
  return (
    <section className="review-part" aria-labelledby={CHANGED}>
      <h2 id={CHANGED} tabIndex={-1}>
        <span>Answers that differ from the documented overlay</span>{' '}
        <span className="group-summary">{`${changed.length} of ${catalog.answers.length}`}</span>
      </h2>
      {changed.length === 0 ? (
        <p className="help">None: this is the overlay as documented.</p>
      ) : (
        <table className="differs">
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col" className="differs-key">
                Key
              </th>
              <th scope="col">Documented</th>
              <th scope="col">Yours</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {changed.map((answer) => (
              <tr key={answer.key}>
                <th scope="row">
                  <AnswerLink to={answer.key}>{nameOf(catalog, answer.key)}</AnswerLink>
                </th>
                <td className="differs-key" translate="no">
                  {answer.key}
                </td>
                <td translate="no">{readable(answer, answer.default)}</td>
                <td translate="no">
                  <code className="yours">{readable(answer, changes.get(answer.key) ?? '')}</code>
                </td>
                <td>
                  <DocumentedValue
                    answer={answer}
                    // A row that went takes the focus with it.
                    onDone={() => document.getElementById(CHANGED)?.focus()}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What to do before `helm upgrade`: each leads to where it is done. */
function BeforeApplying() {
  const { store } = useWizard();
  const { written } = useReading();
  const unverified = written.filter(({ provenance }) => provenance === 'unverified').length;
  return (
    <section className="review-part" aria-labelledby="before-title">
      <h2 id="before-title">Before you apply it</h2>
      <ol className="before">
        <li>
          <b>Preflight</b>
          <span>What must exist first, each with a command that proves it.</span>
          <Button onClick={() => openTab('preflight')}>Open the list</Button>
        </li>
        <li>
          <b>Check against your chart</b>
          <span>{`${unverified} of the ${written.length} keys stand at unverified paths.`}</span>
          <Button aria-haspopup="dialog" onClick={() => store.move({ tool: 'check' })}>
            Check
          </Button>
        </li>
        <li>
          <b>Proof</b>
          <span>Drop what helm template made, and see which answers arrived.</span>
          <Button onClick={() => openTab('proof')}>Open Proof</Button>
        </li>
      </ol>
    </section>
  );
}
