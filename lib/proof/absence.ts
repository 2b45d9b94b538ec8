import type { AskedKey } from './asked-keys';
import { objectsIn } from './judgement';
import { nameOf } from './manifest';
import type { Seen } from './seen-renders';
import type { Tier } from './tier';

/** Why a render has no such field, where that is plain. */
export function absence(key: AskedKey, tier: Tier | undefined, one: Seen): string | undefined {
  if (!tier) return undefined;
  const objects = objectsIn(one, tier);
  if (objects.length === 0) {
    return `No workload of the tier ${tier.title} is in the render: it may be off, or named otherwise.`;
  }
  const { evidence } = key;
  const name = objects.map(({ workload }) => nameOf(workload)).join(', ');
  const kinds = objects.flatMap(({ scalers }) => scalers.map(({ kind }) => kind));
  if (evidence.in === 'keda' && !kinds.includes('ScaledObject')) return `${NO_KEDA} ${name}.`;
  if (evidence.in === 'scaler' && kinds.length === 0) {
    return `No HorizontalPodAutoscaler or ScaledObject targets ${name}. KEDA’s objects are rendered only with --api-versions keda.sh/v1alpha1.`;
  }
  if (evidence.in === 'budget' && objects.every(({ budgets }) => budgets.length === 0)) {
    return `No PodDisruptionBudget selects the pods of ${name}.`;
  }
  return undefined;
}

const NO_KEDA = 'Is the render made with --api-versions keda.sh/v1alpha1? No ScaledObject targets';
