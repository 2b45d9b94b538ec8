import { TableHead } from '@/components/ui/table-head';
import { type ConnectionPlan, RDS_LADDER } from '@/lib/outputs/capacity/connections';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';

/** The documented RDS instances, the first that is enough pointed out. */
export function RdsLadder({ plan }: { readonly plan: ConnectionPlan | Unknown }) {
  const needed = isKnown(plan) ? plan.rung?.instance : undefined;
  return (
    <>
      <table className="numbers">
        <TableHead columns={['Instance', 'vCPU', 'GiB', 'Connections']} />
        <tbody>
          {RDS_LADDER.map(({ instance, vcpu, memoryGiB, maxConnections }) => (
            <tr key={instance}>
              <th scope="row">
                {instance}
                {instance === needed && ' (the first that is enough)'}
              </th>
              <td>{vcpu}</td>
              <td>{memoryGiB}</td>
              <td>{maxConnections}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help">
        Documented in the scaling runbook. Instances of other makers have other figures.
      </p>
    </>
  );
}
