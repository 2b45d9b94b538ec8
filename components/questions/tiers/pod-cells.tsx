import { useWizardState } from '@/components/state/wizard-context';
import type { Workload } from '@/lib/domain/workload';
import { Cell } from './cell';
import { CELL } from './table-roles';

interface Props {
  readonly tier: string;
  readonly workload: Workload;
}

/** How many pods: a range, a fixed number, or how many of its jobs are on. */
export function PodCells({ tier, workload: { pods, jobs = [] } }: Props) {
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
