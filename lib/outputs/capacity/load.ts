import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import { podsForPeak } from '@/lib/domain/plan';
import type { Reading } from '@/lib/reading/reading';
import { answered, derived, type Figure, type Unknown, unanswered } from './figure';

/** Pods for the peak. */
export interface LoadPlan {
  /** Pods that the peak takes while each stays at the HPA's target. */
  readonly pods: Figure;
  /** The largest number of pods allowed now. */
  readonly maximum: Figure;
  /** The change that would give the peak its pods, when it does not have them and the field takes that many. */
  readonly raise?: { readonly key: string; readonly to: number };
  /** Said when the peak takes more pods than any answer can allow. */
  readonly outOfReach?: string;
}

/** cost-performance: what is documented of one instance's rate, for those who have not measured. */
const UNMEASURED =
  'The documentation gives 100 to 500 requests/s an instance, on App Runner and ECS instances of another size, and calls its large figures design targets. No number of pods follows from that: measure one pod with k6.';

/** How many pods of the tier that serves it the peak takes, by the same sum as the limit `rps-above-ceiling`. */
export function loadPlan({ options }: Catalog, { read }: Reading): LoadPlan | Unknown {
  const demand = options.find((option) => option.demand)?.demand;
  if (!demand) return { unknown: 'No question asks for a load.', needs: [] };
  const tier = options.find(({ id }) => id === demand.tier)?.title ?? demand.tier;
  const [peak, perPod] = [answered(demand.peak, read), answered(demand.perPod, read)];
  const [target, maximum] = [answered(demand.target, read), answered(demand.maximum, read)];
  if (!peak || !perPod) {
    return {
      unknown: peak
        ? UNMEASURED
        : `How many ${tier} pods the peak takes depends on the peak and on what one pod does.`,
      needs: unanswered(read, demand.peak, demand.perPod),
    };
  }
  if (!target || !maximum) {
    return {
      unknown: `The ${tier}’s own answers are not complete.`,
      needs: unanswered(read, demand.target, demand.maximum),
    };
  }
  const needed = podsForPeak(demand, read) ?? 0;
  const sum = `${inFigures(peak.value)} ÷ (${inFigures(perPod.value)} × ${target.value} %), rounded up`;
  const plan = { pods: derived(needed, sum), maximum };
  if (needed <= maximum.value) return plan;
  const { key, shape } = demand.maximum;
  const most = shape.type === 'whole-number' ? shape.max : needed;
  if (needed <= most) return { ...plan, raise: { key, to: needed } };
  return {
    ...plan,
    outOfReach: `${inFigures(needed)} pods are more than the ${inFigures(most)} that can be entered: measure a larger pod, or split the load over clusters.`,
  };
}
