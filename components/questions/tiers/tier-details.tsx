import { TermLink } from '@/components/state/links';
import { LimitRows } from '@/components/ui/limit-rows';
import type { Answer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { useLimitsBeside } from '../fields/answer-state';
import { AboutAnswer, Question } from '../fields/question';

interface Props {
  readonly tier: Option;
  /** The answers that stand in its row. */
  readonly inRow: readonly Answer[];
  readonly further: readonly Answer[];
}

/** What a row opens to: its further answers, its honest limits, and all that is known of the answers in the row. */
export function TierDetails({ tier: { summary, workload }, inRow, further }: Props) {
  const { jobs = [], scaler } = workload ?? {};
  const limits = useLimitsBeside([...inRow, ...further]);
  const isJob = (answer: Answer) => jobs.some((job) => job === answer);
  return (
    <div className="tier-details">
      <p className="help">
        {summary}{' '}
        {(scaler === 'HPA' || scaler === 'KEDA') && (
          <TermLink to={scaler}>{`What is ${scaler}?`}</TermLink>
        )}
      </p>
      {further
        .filter((answer) => !isJob(answer))
        .map((answer) => (
          <Question answer={answer} as="row" key={answer.key} />
        ))}
      <div className="jobs">
        {jobs.map((job) => (
          <Question answer={job} as="row" key={job.key} />
        ))}
      </div>
      {limits.length > 0 && (
        <>
          <h2>Honest limits of this tier</h2>
          <LimitRows limits={limits} />
        </>
      )}
      <h2>The figures of its row</h2>
      {inRow.map((answer) => (
        <AboutAnswer answer={answer} key={answer.key} />
      ))}
    </div>
  );
}
