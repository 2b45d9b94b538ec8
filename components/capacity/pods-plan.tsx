import { TableScroll } from '@/components/ui/table-scroll';
import type { PodQuantity, TierPlan } from '@/lib/outputs/capacity/tiers';

/** What one pod of each tier requests, and its limits where any are set, each with where the figure comes from. */
export function PodsPlan({ tiers }: { readonly tiers: readonly TierPlan[] }) {
  return (
    <section className="group" aria-labelledby="pods-plan-title">
      <h3 id="pods-plan-title">What one pod is given</h3>
      <TableScroll>
        <table>
          <thead>
            <tr>
              <th scope="col">Tier</th>
              <th scope="col">Requests</th>
              <th scope="col">Limits</th>
            </tr>
          </thead>
          <tbody>
            {tiers.map(({ id, title, pod }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  <Pair cpu={pod.cpu} memory={pod.memory} />
                </td>
                <td>
                  {pod.cpuLimit && pod.memoryLimit ? (
                    <Pair cpu={pod.cpuLimit} memory={pod.memoryLimit} />
                  ) : (
                    <span className="origin">none documented, none written</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Pair({ cpu, memory }: { readonly cpu: PodQuantity; readonly memory: PodQuantity }) {
  return (
    <>
      <b className="figure">
        {cpu.text} CPU, {memory.text}
      </b>{' '}
      <span className="origin-name">
        {cpu.origin === memory.origin ? cpu.origin : `${cpu.origin}, ${memory.origin}`}
      </span>
    </>
  );
}
