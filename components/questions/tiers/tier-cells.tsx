import { useWizardState } from '@/components/state/wizard-context';
import { countCautions } from '@/components/state/wizard-state';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import type { PodQuantities, Workload } from '@/lib/domain/workload';
import { useLimitsBeside } from '../fields/limit-rows';
import { Cell } from './cell';
import { CELL } from './table-roles';
import { tierAnswers } from './workload-answers';

interface PodProps {
  readonly tier: string;
  readonly workload: Workload;
}

/** How many pods: a range, a fixed number, or how many of its jobs are on. */
export function PodCells({ tier, workload: { pods, jobs = [] } }: PodProps) {
  return (
    <td className="pods" data-label="Pods" {...CELL}>
      {pods ? (
        <>
          <Cell answer={pods.min} tier={tier} />
          {pods.max !== pods.min && (
            <>
              <span className="to" aria-hidden="true">
                →
              </span>
              <Cell answer={pods.max} tier={tier} />
            </>
          )}
        </>
      ) : (
        <JobCount jobs={jobs} />
      )}
    </td>
  );
}

function JobCount({ jobs }: { readonly jobs: NonNullable<Workload['jobs']> }) {
  const on = useWizardState(({ reading }) => jobs.filter((job) => reading.read(job)).length);
  return <span className="jobs-on">{`${on} of ${jobs.length} jobs on`}</span>;
}

/** CPU and memory of one pod. */
export function QuantityCells({ tier, of }: { readonly tier: string; readonly of: PodQuantities }) {
  return (
    <>
      <td className="first" data-label={of.cpu.label} {...CELL}>
        <Cell answer={of.cpu} tier={tier} />
      </td>
      <td data-label={of.memory.label} {...CELL}>
        <Cell answer={of.memory} tier={tier} />
      </td>
    </>
  );
}

/** How many honest limits stand beside a tier; the sign of a caution where there is one. */
export function LimitCount({ tier }: { readonly tier: Option }) {
  const limits = useLimitsBeside(tierAnswers(tier).all);
  const cautions = countCautions({ limits });
  return (
    <td className="tier-limits" {...CELL}>
      {limits.length > 0 && (
        <span className={cautions > 0 ? 'caution' : 'quiet'}>
          <Icon name={cautions > 0 ? 'caution' : 'limit'} />
          <span>{String(limits.length)}</span>
          <span className="limit-word">
            {wordFor(limits.length, cautions === limits.length ? 'caution' : 'limit')}
          </span>
        </span>
      )}
    </td>
  );
}
