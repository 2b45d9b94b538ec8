'use client';

import { memo } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import { capacityPlan } from '@/lib/outputs/capacity/plan';
import type { Reading } from '@/lib/reading/reading';
import { ConnectionsPlan } from './connections-plan';
import { LoadPlan } from './load-plan';
import { NodesPlan } from './nodes-plan';
import { PodsPlan } from './pods-plan';

/** Whether the cluster holds it, whether it carries the load, and whether Postgres answers: from the operator's numbers. */
export const PlanPanel = memo(function PlanPanel({ reading }: { readonly reading: Reading }) {
  const { catalog } = useWizard();
  const { tiers, nodes, load, connections } = capacityPlan(catalog, reading);
  return (
    <>
      <PodsPlan tiers={tiers} />
      <NodesPlan plan={nodes} />
      <LoadPlan plan={load} />
      <ConnectionsPlan plan={connections} />
    </>
  );
});
