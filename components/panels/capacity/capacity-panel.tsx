import { memo } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { ChangesTable } from '@/components/ui/changes-table';
import { TableHead } from '@/components/ui/table-head';
import {
  type ConnectionPlan,
  capacityPlan,
  isKnown,
  NODES_LEAVE_OUT,
  NODES_METHOD,
  RDS_LADDER,
  type Unknown,
} from '@/lib/outputs/capacity/plan';
import type { Reading } from '@/lib/reading/reading';
import { ConnectionsCard, LoadCard, Needs, NodesCard, ServicesCard } from './figure-cards';
import { PodsTable } from './pods-table';

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export const CapacityPanel = memo(function CapacityPanel({
  reading,
}: {
  readonly reading: Reading;
}) {
  const { catalog, store } = useWizard();
  const { notCounted, nodes, load, connections, services } = capacityPlan(catalog, reading);
  return (
    <section className="panel-body capacity" aria-label="Capacity">
      <div className="figures">
        <NodesCard plan={nodes} />
        <LoadCard plan={load} />
        <ConnectionsCard plan={connections} />
        <ServicesCard plans={services} />
      </div>
      {/* A new element for each change: a translator takes text nodes away from React. */}
      <PodsTable reading={reading} key={`pods ${reading.link}`} />
      {notCounted.map(({ title, keys }) => (
        <p className="help" key={title}>
          {title} is left to the chart in part and not counted: <Needs keys={keys} />
        </p>
      ))}
      <ChangesTable
        key={`changes ${reading.link}`}
        before={store.documented.capacity}
        after={reading.capacity}
        name="The documented overlay"
      />
      <p className="help">
        Cores and GiB are what one pod requests, times the pods. Cron jobs are short-lived and left
        out. A node must also hold its daemon sets and the reserve of the system.
      </p>
      <details className="method">
        <summary>How nodes are counted, and what that leaves out</summary>
        <p className="help">{NODES_METHOD}</p>
        <p className="help">{NODES_LEAVE_OUT}</p>
      </details>
      <details className="method">
        <summary>The documented RDS ladder</summary>
        <RdsLadder plan={connections} />
      </details>
    </section>
  );
});

/** The documented RDS instances, the first that is enough pointed out. */
function RdsLadder({ plan }: { readonly plan: ConnectionPlan | Unknown }) {
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
        KaireonAI’s own, for RDS, from the scaling runbook. Aurora’s default is another: AWS gives
        LEAST(DBInstanceClassMemory/9531392, 5000). Supabase’s depends on its compute size and on
        its pooler.
      </p>
    </>
  );
}
