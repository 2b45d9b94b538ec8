import { AcceptCaution } from '@/components/state/accept-caution';
import { CapacityChanges } from '@/components/state/capacity-changes';
import { AnswerLink, Words } from '@/components/state/links';
import { answerName } from '@/components/state/places';
import { useReading, useWizard, useWizardState } from '@/components/state/wizard-context';
import { Breakable } from '@/components/ui/breakable';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LimitRows } from '@/components/ui/limit-rows';
import { TableHead } from '@/components/ui/table-head';
import { completeAnswers } from '@/lib/domain/evaluate';
import { unverifiedIn } from '@/lib/domain/limit';
import { askedFor, kindNames, type LimitKind, limitKinds } from '@/lib/domain/limit-kind';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/shape';
import { STATE_ORDER, STATES } from '@/lib/proof/states';
import { DocumentedValue } from './fields/question';

/** The last step: whether the file can be made, what to settle, what differs, and what to do before applying. */
export function Review() {
  return (
    <>
      <OpenedFrom />
      <FileVerdict />
      {kindNames
        .filter((kind) => limitKinds[kind].isReviewed)
        .map((kind) => (
          <LimitsToReview of={kind} key={kind} />
        ))}
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
function FileVerdict() {
  const { goToNextProblem } = useWizard();
  const { faults, limits } = useReading();
  const chart = useWizardState((state) => state.chart);
  const isSound = faults.length === 0;
  const asked = askedFor(limits);
  const lost = STATE_ORDER.filter((state) => STATES[state].counts === 'lost').flatMap((state) => {
    const count = chart?.rows.filter((row) => row.state === state).length ?? 0;
    return count > 0 ? `Your chart: ${plural(count, 'key')} ${STATES[state].word}.` : [];
  });
  const left = [...asked.map(({ count, whole }) => `${count} ${whole}.`), ...lost];
  const iconWhenSound = asked[0]?.icon ?? (lost.length > 0 ? 'caution' : 'ok');
  const icon = isSound ? iconWhenSound : 'problem';
  return (
    <div className={`review-verdict ${icon}`}>
      <Icon name={icon} />
      {isSound ? (
        <p>
          <b>The file is valid YAML.</b>{' '}
          <span>{left.join(' ') || 'Nothing is left to fill in, settle or accept.'}</span>
        </p>
      ) : (
        <p>
          <b>{`${plural(faults.length, 'problem')} to fix before there is a file.`}</b>{' '}
          <Button className="link" onClick={goToNextProblem}>
            Go to the first
          </Button>
        </p>
      )}
    </div>
  );
}

/** The limits of one kind, each with the way to the answer that settles it. */
function LimitsToReview({ of: kind }: { readonly of: LimitKind }) {
  const { catalog } = useWizard();
  const limits = useReading().limits.filter((limit) => limit.kind === kind);
  if (limits.length === 0) return null;
  const title = `${kind}-title`;
  return (
    <section className="review-part" aria-labelledby={title}>
      <h2 id={title}>
        <Words of={limitKinds[kind].heading} />
      </h2>
      <LimitRows
        limits={limits}
        ways={(limit) => {
          const [key] = limit.answers;
          const answer = key === undefined ? undefined : catalog.answerOf.get(key);
          return (
            <>
              {answer && <AnswerLink to={answer.key}>{`Go to ${answer.label}`}</AnswerLink>}
              <AcceptCaution limit={limit} />
            </>
          );
        }}
      />
    </section>
  );
}

const CHANGED = 'changed-title';

/** The answers that differ, each with its documented value and the way back to it. */
function ChangedAnswers() {
  const { catalog } = useWizard();
  const { changes, moved, link } = useReading();
  const changed = catalog.answers.filter(({ key }) => changes.has(key) || moved.has(key));
  return (
    <section className="review-part" aria-labelledby={CHANGED}>
      <h2 id={CHANGED} tabIndex={-1}>
        <Words of="Answers that differ from the documented overlay" />{' '}
        <span className="group-summary">{`${changed.length} of ${catalog.answers.length}`}</span>
      </h2>
      {changed.length === 0 ? (
        <p className="help">None: this is the overlay as documented.</p>
      ) : (
        <table className="differs">
          <TableHead columns={['Answer', 'Documented', 'Yours', '']} />
          <tbody>
            {changed.map((answer) => (
              <tr key={answer.key}>
                <th scope="row">
                  <AnswerLink to={answer.key}>{answerName(catalog, answer.key)}</AnswerLink>
                  <p className="source" translate="no">
                    <code>
                      {!answer.key.startsWith('plan.') && <Breakable text={answer.key} />}
                      {moved.has(answer.key) && <Breakable text={` → ${moved.get(answer.key)}`} />}
                    </code>
                  </p>
                </th>
                <td translate="no">{readable(answer, answer.default)}</td>
                <td translate="no">
                  <code className="yours">
                    <Breakable text={readable(answer, changes.get(answer.key) ?? answer.default)} />
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
      <CapacityChanges key={link} />
    </section>
  );
}

/** What to do before `helm upgrade`: each leads to where it is done. */
function BeforeApplying() {
  const { openTab } = useWizard();
  const { leaves } = useReading();
  const unverified = unverifiedIn(leaves).length;
  return (
    <section className="review-part" aria-labelledby="before-title">
      <h2 id="before-title">Before you apply it</h2>
      <ol className="before">
        <li>
          <b>Preflight</b>
          <span className="help">What must exist first, each with a command that proves it.</span>
          <Button onClick={() => openTab('preflight', 'more')}>Open the list</Button>
        </li>
        <li>
          <b>Check against your chart</b>
          <span className="help">{`${unverified} of the ${leaves.length} keys stand at unverified paths. A render shows which arrive.`}</span>
          <Button onClick={() => openTab('your-chart', 'more')}>Open Your chart</Button>
        </li>
      </ol>
    </section>
  );
}
