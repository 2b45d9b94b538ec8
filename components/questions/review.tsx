import { AcceptCaution } from '@/components/state/accept-caution';
import { nameOf } from '@/components/state/create-wizard';
import { AnswerLink, TermLink } from '@/components/state/links';
import { answersBeside } from '@/components/state/places';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { countKind } from '@/components/state/wizard-store';
import { Button } from '@/components/ui/button';
import { ChangesTable } from '@/components/ui/changes-table';
import { Icon } from '@/components/ui/icon';
import { LimitMark } from '@/components/ui/limit-mark';
import { openTab } from '@/components/ui/open-tab';
import { completeAnswers } from '@/lib/domain/evaluate';
import { kindOf, type LimitKind, limitKinds } from '@/lib/domain/limit-kind';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/readable';
import type { State } from '@/lib/proof/states';
import { DocumentedValue } from './fields/question';

/** The last step: whether the file can be made, what to settle, what differs, and what to do before applying. */
export function Review() {
  return (
    <>
      <OpenedFrom />
      <Verdict />
      <Limits of="to-fill-in" />
      <Limits of="caution" />
      <Limits of="accepted" />
      <ChangedAnswers />
      <BeforeApplying />
    </>
  );
}

/** Where the answers came from, with the way back to a blank start. */
function OpenedFrom() {
  const { catalog, replace } = useWizard();
  const from = useWizardState(({ openedFrom }) => openedFrom);
  const changed = useReading().changes.size;
  if (from === null) return null;
  return (
    <p className="opened-from">
      <span>
        {`Opened from ${from}: ${plural(changed, 'answer differs', 'answers differ')} from the documented overlay.`}
      </span>{' '}
      <Button
        className="link"
        onClick={() =>
          replace(completeAnswers(catalog, {}), 'start from the documented overlay', {})
        }
      >
        Start from the documented overlay instead
      </Button>
    </p>
  );
}

/** What is true of the file, in a sentence; green only when nothing is left to do. */
function Verdict() {
  const { goToNextProblem } = useWizard();
  const { faults, limits } = useReading();
  const chart = useWizardState((state) => state.chart);
  if (faults.length > 0) {
    return (
      <div className="review-verdict problem">
        <Icon name="problem" />
        <p>
          <b>{`${plural(faults.length, 'problem')} to fix before there is a file.`}</b>
        </p>
        <Button className="link" onClick={goToNextProblem}>
          Go to the first
        </Button>
      </div>
    );
  }
  const [blank, cautions] = [countKind(limits, 'to-fill-in'), countKind(limits, 'caution')];
  const count = (state: State) => chart?.rows.filter((row) => row.state === state).length ?? 0;
  const [nowhere, differing] = [count('nowhere'), count('differs')];
  const left = [
    blank > 0 && `${plural(blank, 'field')} to fill in.`,
    cautions > 0 && `${plural(cautions, 'caution')} to settle or accept.`,
    nowhere > 0 && `Your chart: ${plural(nowhere, 'key')} nowhere.`,
    differing > 0 && `Your chart: ${plural(differing, 'key differs', 'keys differ')}.`,
  ].filter((sentence) => sentence !== false);
  const isDone = left.length === 0;
  return (
    <div className={`review-verdict ${isDone ? 'ok' : 'caution'}`}>
      <Icon name={isDone ? 'ok' : blank > 0 ? 'to-fill-in' : 'caution'} />
      <p>
        <b>The file is valid YAML.</b>{' '}
        <span>{isDone ? 'Nothing is left to fill in, settle or accept.' : left.join(' ')}</span>
      </p>
    </div>
  );
}

/** The limits of one kind, each with the way to the answer that settles it. */
function Limits({ of: kind }: { readonly of: LimitKind }) {
  const { catalog } = useWizard();
  const limits = useReading().limits.filter((limit) => kindOf(limit) === kind);
  if (limits.length === 0) return null;
  const title = `${kind}-title`;
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>{limitKinds[kind].heading}</h2>
      <TermLink to={kind === 'to-fill-in' ? 'to fill in' : 'caution'}>What is this?</TermLink>
      <ul className="settle">
        {limits.map((limit) => {
          const [key] = answersBeside(catalog, limit);
          return (
            <li className={kind} key={limit.id}>
              <LimitMark of={limit} />
              <p>{limit.short}</p>
              <span className="settle-ways">
                {key !== undefined && (
                  <AnswerLink to={key}>{`Go to ${catalog.answer.get(key)?.label}`}</AnswerLink>
                )}
                <AcceptCaution limit={limit} />
              </span>
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
  const { catalog, store } = useWizard();
  const { changes, moved, capacity, link } = useReading();
  const changed = catalog.answers.filter(({ key }) => changes.has(key) || moved.has(key));
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
                  {answer.writes ? answer.key : ''}
                  {moved.has(answer.key) && ` → ${moved.get(answer.key)}`}
                </td>
                <td translate="no">{readable(answer, answer.default)}</td>
                <td translate="no">
                  <code className="yours">
                    {readable(answer, changes.get(answer.key) ?? answer.default)}
                  </code>
                </td>
                <td>
                  {changes.has(answer.key) && (
                    <DocumentedValue
                      answer={answer}
                      // A row that went takes the focus with it.
                      onDone={() => document.getElementById(CHANGED)?.focus()}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ChangesTable
        before={store.documented.capacity}
        after={capacity}
        name="The documented overlay"
        key={link}
      />
    </section>
  );
}

/** What to do before `helm upgrade`: each leads to where it is done. */
function BeforeApplying() {
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
          <span>{`${unverified} of the ${written.length} keys stand at unverified paths. A render shows which arrive.`}</span>
          <Button onClick={() => openTab('your-chart')}>Open Your chart</Button>
        </li>
      </ol>
    </section>
  );
}
