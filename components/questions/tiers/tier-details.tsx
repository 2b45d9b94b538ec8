import type { Option } from '@/lib/domain/option';
import { LimitRows, useLimitsBeside } from '../fields/limit-rows';
import { Question } from '../fields/question';
import { PathTable } from './path-table';
import { CELL, COLUMNS, detailsId, ROW, tierAnswers } from './tier';

/** What a row opens to: its further answers, its honest limits, and where the file has it all. */
export function TierDetails({ tier }: { readonly tier: Option }) {
  const { all, further } = tierAnswers(tier);
  const jobs = tier.workload?.jobs ?? [];
  const limits = useLimitsBeside(all);
  return (
    <tr className="tier-more" id={detailsId(tier.id)} {...ROW}>
      <td colSpan={COLUMNS} {...CELL}>
        <div className="tier-details">
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
