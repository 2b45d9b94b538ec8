import { memo } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { PACKING_LEAVES_OUT, PACKING_METHOD } from '@/lib/outputs/capacity/nodes';
import { capacityPlan } from '@/lib/outputs/capacity/plan';
import type { Reading } from '@/lib/reading/reading';
import { FigureCard } from './figure-card';
import { ConnectionsFigure, LoadFigure, NodesFigure } from './known-figures';
import { PodsTable } from './pods-table';
import { RdsLadder } from './rds-ladder';

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export const CapacityPanel = memo(function CapacityPanel({
  reading,
}: {
  readonly reading: Reading;
}) {
  const { catalog } = useWizard();
  const { tiers, nodes, load, connections } = capacityPlan(catalog, reading);
  return (
    <section className="panel-body capacity" aria-label="Capacity">
      <div className="figures">
        <FigureCard title="Nodes that it takes" plan={nodes} known={NodesFigure} />
        <FigureCard title="API pods for the peak" plan={load} known={LoadFigure} />
        <FigureCard title="Postgres at the ceiling" plan={connections} known={ConnectionsFigure} />
      </div>
      <PodsTable tiers={tiers} total={reading.capacity} />
      <p className="help">
        Cores and GiB are derived: what one pod requests, times the pods. Cron jobs are short-lived
        and left out. A node must also hold its daemon sets and system reserve.
      </p>
      <details className="method">
        <summary>How pods are packed on nodes, and what that leaves out</summary>
        <p className="help">{PACKING_METHOD}</p>
        <p className="help">{PACKING_LEAVES_OUT}</p>
      </details>
      <details className="method">
        <summary>The documented RDS ladder</summary>
        <RdsLadder plan={connections} />
      </details>
    </section>
  );
});
