import { Words } from '@/components/state/links';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { LimitRows } from '@/components/ui/limit-rows';
import type { Answer } from '@/lib/domain/answer';
import type { AppliedLimit } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { useLimitsBeside } from '../fields/answer-state';
import { AboutAnswer, Question, WaysBack } from '../fields/question';

interface Props {
  readonly tier: Option;
  /** The answers that stand in its row. */
  readonly inRow: readonly Answer[];
  readonly further: readonly Answer[];
}

/** What a row opens to: its further answers, its honest limits, and all that is known of the answers in the row. */
export function TierDetails({ tier, inRow, further }: Props) {
  const { summary, workload } = tier;
  const { catalog } = useWizard();
  const jobs = workload?.jobs ?? [];
  const openRows = useWizardState((state) => state.openRows);
  /** One that touches several tiers stands in the first of them that is open. */
  const isFirst = (limit: AppliedLimit) =>
    limit.answers
      .map((key) => catalog.ownerOf.get(key))
      .find((one) => one && openRows.has(one.id)) === tier;
  const limits = useLimitsBeside([...inRow, ...further]).filter(isFirst);
  const isJob = (answer: Answer) => jobs.some((job) => job === answer);
  return (
    <div className="tier-details">
      <p className="help">
        <Words of={summary} />
      </p>
      {inRow
        .filter(({ shape }) => shape.type === 'switch')
        .map((answer) => (
          <p className="help" key={answer.key}>
            {answer.label}: <WaysBack answer={answer} />
          </p>
        ))}
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
      <h2>The answers of its row</h2>
      {inRow.map((answer) => (
        <AboutAnswer answer={answer} key={answer.key} />
      ))}
    </div>
  );
}
