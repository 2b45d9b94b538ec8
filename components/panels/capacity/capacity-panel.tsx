import { memo } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { ChangesTable } from '@/components/ui/changes-table';
import { capacityPlan, NODES_LEAVE_OUT, NODES_METHOD } from '@/lib/outputs/capacity/plan';
import type { Reading } from '@/lib/reading/reading';
import { ConnectionsCard, LoadCard, Needs, NodesCard, ServicesCard } from './figure-cards';
import { PodsTable } from './pods-table';

interface Props {
  readonly reading: Reading;
}

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export const CapacityPanel = memo(function CapacityPanel({ reading }: Props) {
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
    </section>
  );
});
