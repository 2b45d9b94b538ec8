import type { Catalog } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';
import type { Capacity, Resources, TierCapacity } from '@/lib/domain/limit';
import { parseQuantity, toGiB, toUnits } from '@/lib/domain/quantity';
import { type Footprint, footprintOf } from '@/lib/domain/workload';

/** Each long-running tier that is on, in the order of the file. A tier with an invalid answer is left out. */
export function tierCapacities(catalog: Catalog, { read }: Evaluation): TierCapacity[] {
  return catalog.options.flatMap(({ id, title, workload }) => {
    const footprint = workload && footprintOf(workload, read);
    if (!workload || !footprint) return [];
    const min = requests(footprint, footprint.minReplicas);
    const max = requests(footprint, footprint.maxReplicas);
    return [{ id, title, workload, footprint, min, max }];
  });
}

function requests({ cpu, memory }: Footprint, pods: number): Resources {
  const count = BigInt(pods);
  return {
    cpu: toUnits((parseQuantity(cpu) ?? 0n) * count),
    memoryGiB: toGiB((parseQuantity(memory) ?? 0n) * count),
    pods,
  };
}

/** The tiers' requests together. */
export function totalCapacity(tiers: readonly TierCapacity[]): Capacity {
  const sum = (end: 'min' | 'max'): Resources => ({
    cpu: tidy(tiers.reduce((total, tier) => total + tier[end].cpu, 0)),
    memoryGiB: tidy(tiers.reduce((total, tier) => total + tier[end].memoryGiB, 0)),
    pods: tiers.reduce((total, tier) => total + tier[end].pods, 0),
  });
  return { min: sum('min'), max: sum('max') };
}

/** Rounds off the error of adding binary fractions (0.1 + 0.2); nanocores and fractions of a byte do not matter. */
const tidy = (sum: number) => Math.round(sum * 1e6) / 1e6;
