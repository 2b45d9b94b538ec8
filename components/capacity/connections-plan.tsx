import { TableScroll } from '@/components/ui/table-scroll';
import { type ConnectionPlan, RDS_LADDER } from '@/lib/outputs/capacity/connections';
import { isKnown, type Unknown } from '@/lib/outputs/capacity/figure';
import { FigureText } from './figure-text';
import { UnknownText } from './unknown-text';

/** Connections at the ceiling against what Postgres accepts, with the documented ladder to compare. */
export function ConnectionsPlan({ plan }: { readonly plan: ConnectionPlan | Unknown }) {
  const needed = isKnown(plan) ? plan.rung?.instance : undefined;
  return (
    <section className="group" aria-labelledby="connections-plan-title">
      <h3 id="connections-plan-title">Postgres at the ceiling</h3>
      {isKnown(plan) ? <Known plan={plan} /> : <UnknownText of={plan} />}
      <details className="method">
        <summary>The documented RDS ladder</summary>
        <TableScroll>
          <table className="numbers">
            <thead>
              <tr>
                <th scope="col">Instance</th>
                <th scope="col">vCPU</th>
                <th scope="col">GiB</th>
                <th scope="col">Connections</th>
              </tr>
            </thead>
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
        </TableScroll>
        <p className="help">
          Documented in the scaling runbook. Instances of other makers have other figures.
        </p>
      </details>
    </section>
  );
}

function Known({ plan }: { readonly plan: ConnectionPlan }) {
  const { opened, accepted, largestPool, isEnough } = plan;
  return (
    <dl className="figures">
      <dt>Opened by all pods</dt>
      <dd>
        <FigureText of={opened} unit="connections" />
      </dd>
      {accepted && (
        <>
          <dt>Accepted</dt>
          <dd>
            <FigureText of={accepted} unit="connections" />
            {isEnough ? ' Enough.' : ' Not enough: put PgBouncer between, or shrink the pool.'}
          </dd>
        </>
      )}
      {largestPool && (
        <>
          <dt>Largest pool that fits</dt>
          <dd>
            <FigureText of={largestPool} unit="connections a pod" />
          </dd>
        </>
      )}
    </dl>
  );
}
