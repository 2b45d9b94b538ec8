'use client';

import { useWizardState } from '@/components/state/wizard-context';
import { TableScroll } from '@/components/ui/table-scroll';
import { inFigures } from '@/lib/domain/in-figures';
import type { Resources } from '@/lib/domain/limit';

/** What each tier requests at its floor and at its ceiling, and all of them together. */
export function CapacityTable() {
  const tiers = useWizardState(({ reading }) => reading.tiers);
  const capacity = useWizardState(({ reading }) => reading.capacity);
  return (
    <section className="group" aria-labelledby="capacity-title">
      <h3 id="capacity-title">What the pods request</h3>
      <p className="group-summary">
        Derived: the CPU and memory that one pod requests, times the number of pods. Cron jobs are
        short-lived and left out. A node must also hold its daemon sets and system reserve.
      </p>
      <TableScroll>
        <table className="capacity">
          <thead>
            <tr>
              <td rowSpan={2} />
              <th colSpan={3} scope="colgroup">
                At the floor
              </th>
              <th colSpan={3} scope="colgroup">
                At the ceiling
              </th>
            </tr>
            <tr>
              {['floor', 'ceiling'].flatMap((end) =>
                ['Pods', 'Cores', 'GiB'].map((name) => (
                  <th scope="col" key={end + name}>
                    {name}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {tiers.map(({ id, title, min, max }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <Cells of={min} />
                <Cells of={max} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <Cells of={capacity.min} />
              <Cells of={capacity.max} />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

function Cells({ of: { pods, cpu, memoryGiB } }: { readonly of: Resources }) {
  return (
    <>
      <td>{inFigures(pods)}</td>
      <td>{inFigures(cpu)}</td>
      <td>{inFigures(memoryGiB)}</td>
    </>
  );
}
