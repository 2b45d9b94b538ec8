import { AnswerLink } from '@/components/state/answer-link';
import { optionOf } from '@/components/state/places';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { DocumentedValue } from '../fields/documented-value';
import { inSentence } from '../fields/in-sentence';
import { readable } from '../fields/readable';

const TITLE = 'changed-title';

/** A row that went takes the focus with it. */
const focusTitle = () => document.getElementById(TITLE)?.focus();

/** The answers that differ, each with its documented value and the way back to it. */
export function ChangedAnswers() {
  const { catalog } = useWizard();
  const changes = useWizardState((state) => state.changes);
  const changed = catalog.answers.filter(({ key }) => changes.has(key));
  return (
    <section className="review-part" aria-labelledby={TITLE}>
      <h2 id={TITLE} tabIndex={-1}>
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
                  <AnswerLink to={answer.key}>
                    {`${optionOf(catalog, answer.key)?.title}, ${inSentence(answer.label)}`}
                  </AnswerLink>
                </th>
                <td className="differs-key" translate="no">
                  {answer.key}
                </td>
                <td translate="no">{readable(answer, answer.default)}</td>
                <td translate="no">
                  <code className="yours">{readable(answer, changes.get(answer.key) ?? '')}</code>
                </td>
                <td>
                  <DocumentedValue answer={answer} onDone={focusTitle} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
