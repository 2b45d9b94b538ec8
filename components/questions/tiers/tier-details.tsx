import { TermLink } from '@/components/state/links';
import { useReading, useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { TableHead } from '@/components/ui/table-head';
import { isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { formatPath } from '@/lib/domain/path';
import { acceptedBy, readable } from '@/lib/domain/readable';
import { LimitRows, useLimitsBeside } from '../fields/limit-rows';
import { Question, WaysBack } from '../fields/question';
import { CELL, COLUMNS, detailsId, ROW, tierAnswers } from './tier';

/** What a row opens to: its further answers, its honest limits, and where the file has it all. */
export function TierDetails({ tier }: { readonly tier: Option }) {
  const { all, further } = tierAnswers(tier);
  const { jobs = [], scaler } = tier.workload ?? {};
  const limits = useLimitsBeside(all);
  return (
    <tr className="tier-more" id={detailsId(tier.id)} {...ROW}>
      <td colSpan={COLUMNS} {...CELL}>
        <div className="tier-details">
          <p className="help">
            {tier.summary}{' '}
            {(scaler === 'HPA' || scaler === 'KEDA') && (
              <TermLink to={scaler}>{`What is ${scaler}?`}</TermLink>
            )}
          </p>
          {further.map((answer) => (
            <Question answer={answer} as="row" key={answer.key} />
          ))}
          {jobs.length > 0 && (
            <div className="jobs">
              {jobs.map((job) => (
                <Question answer={job} as="row" key={job.key} />
              ))}
            </div>
          )}
          {limits.length > 0 && (
            <>
              <h2>Honest limits of this tier</h2>
              <LimitRows limits={limits} words="short" />
            </>
          )}
          <PathTable tier={tier} />
        </div>
      </td>
    </tr>
  );
}

/** Every Helm path of a tier: its documented value, what it takes, what is known of it, and its line. */
function PathTable({ tier }: { readonly tier: Option }) {
  const { showInFile } = useWizard();
  const reading = useReading();
  const lineOf = new Map(reading.lines.map(({ id }, index) => [id, index + 1]));
  const entryOf = new Map(reading.entries.map((entry) => [entry.key.path, entry]));
  const rows = tier.parts.flatMap((part) => {
    const answer = isAnswer(part) ? part : undefined;
    const key = isAnswer(part) ? part.writes : part;
    if (!key) return [];
    const entry = entryOf.get(key.path);
    return {
      path: key.path,
      answer,
      documented: answer ? readable(answer, answer.default) : '',
      accepts: answer ? acceptedBy(answer) : 'written, not asked',
      provenance: entry?.isConfirmed ? 'in your chart' : part.provenance,
      isChanged:
        answer !== undefined &&
        (reading.raw[answer.key] !== answer.default || reading.moved.has(answer.key)),
      written: entry && formatPath(entry.path),
    };
  });
  const unverified = rows.filter(({ provenance }) => provenance === 'unverified').length;
  return (
    <>
      <h2>
        <span>Helm paths</span>{' '}
        <span className="group-summary">
          {`${rows.length}, of which the public documentation does not spell out ${unverified}`}
        </span>
      </h2>
      <TermLink to="unverified path">What is an unverified path?</TermLink>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className="path-scroll" tabIndex={0} aria-label={`Helm paths of ${tier.title}`}>
        <table className="paths">
          <TableHead columns={['Path', 'Documented', 'Accepts', 'Path is', 'Line']} />
          <tbody>
            {rows.map(({ path, answer, documented, accepts, provenance, isChanged, written }) => (
              <tr key={path} className={isChanged ? 'changed' : undefined}>
                <th scope="row" translate="no">
                  {path}
                </th>
                <td translate="no">
                  {documented} {answer && <WaysBack answer={answer} isShort />}
                </td>
                <td>{accepts}</td>
                <td>{provenance}</td>
                <td>
                  {written !== undefined && lineOf.has(written) && (
                    <Button
                      className="link"
                      aria-label={`Show ${path} in the file`}
                      onClick={() => showInFile([written])}
                    >
                      {String(lineOf.get(written))}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
