import type { Catalog } from '@/lib/domain/catalog';
import type { Reading } from '@/lib/reading/reading';
import { type ConnectionPlan, connectionPlan } from './connections';
import type { Unknown } from './figure';
import { type LoadPlan, loadPlan } from './load';
import { type NodePlan, nodePlan } from './nodes';
import { type TierPlan, tierPlans } from './tiers';

/** What the answers ask of a cluster and of Postgres. Every figure says where it comes from. */
export interface CapacityPlan {
  readonly tiers: readonly TierPlan[];
  readonly nodes: NodePlan | Unknown;
  readonly load: LoadPlan | Unknown;
  readonly connections: ConnectionPlan | Unknown;
}

/**
 * The plan of a set of answers. What depends on a number that the operator has not given is left unknown, with the
 * answers that it takes: nothing is guessed. Works on answers with faults; a tier that cannot be read is left out.
 */
export function capacityPlan(catalog: Catalog, reading: Reading): CapacityPlan {
  return {
    tiers: tierPlans(reading),
    nodes: nodePlan(catalog, reading),
    load: loadPlan(catalog, reading),
    connections: connectionPlan(catalog, reading),
  };
}
