'use client';

import { TableScroll } from '@/components/frame/table-scroll';
import { LazyPanel } from '@/components/lazy/lazy-panel';
import { useLazy } from '@/components/lazy/use-lazy';
import { SectionFrame } from '@/components/questions/section-frame';
import { questionId } from '@/components/state/places';
import { goTo, REVIEW } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { count } from '@/components/state/wizard-state';
import { goToNextProblem } from './problems';

/** The last step: what was chosen, whether the file can be made, and what to do with it. */
export function ReviewSection() {
  const late = useLazy();
  return (
    <SectionFrame
      id={REVIEW.id}
      title={REVIEW.title}
      lede="What differs from the documented overlay, and what stands in the way. Read the honest limits before you apply the file."
    >
      <Verdict />
      <ChangedAnswers />
      {late && <LazyPanel name="Use it" of={late.UseItPanel} />}
      {late && <LazyPanel name="Preflight" of={late.PreflightPanel} />}
    </SectionFrame>
  );
}

function Verdict() {
  const { store } = useWizard();
  const problems = useWizardState(({ reading }) => reading.faults.length);
  const cautions = useWizardState(
    ({ limits }) => limits.filter(({ severity }) => severity === 'caution').length,
  );
  if (problems > 0) {
    return (
      <p className="verdict bad">
        {count(problems, 'problem')} to fix before there is a file.{' '}
        <button
          type="button"
          className="link"
          onClick={() => goToNextProblem(store.get().reading.faults)}
        >
          Go to the first
        </button>
      </p>
    );
  }
  return (
    <p className="verdict">
      The file is complete and valid.{' '}
      {cautions === 0
        ? 'No caution stands against this choice.'
        : `${count(cautions, 'caution')} ${cautions === 1 ? 'stands' : 'stand'} against this choice.`}
    </p>
  );
}

function ChangedAnswers() {
  const { catalog } = useWizard();
  const given = useWizardState(({ changedAnswers }) => changedAnswers);
  const changed = catalog.answers.filter(({ key }) => given.has(key));
  return (
    <section className="group" aria-labelledby="changed-title">
      <h3 id="changed-title">Answers that differ from the default</h3>
      {changed.length === 0 ? (
        <p className="group-summary">None: this is the overlay as documented.</p>
      ) : (
        <TableScroll>
          <table className="changed-answers">
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col">Default</th>
                <th scope="col">Yours</th>
              </tr>
            </thead>
            <tbody>
              {changed.map((answer) => (
                <tr key={answer.key}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link"
                      onClick={() => goTo(questionId(answer.key))}
                    >
                      <code>{answer.key}</code>
                    </button>
                  </th>
                  <td>{answer.default === '' ? 'blank' : answer.default}</td>
                  <td>{given.get(answer.key) || 'blank'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
