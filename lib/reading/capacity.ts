import type { Catalog } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';
import type { Capacity, Resources, TierCapacity } from '@/lib/domain/limit';
import { parseQuantity, toGiB, toUnits } from '@/lib/domain/quantity';

/** Each long-running tier that is on, in the order of the file. A tier with an invalid answer is left out. */
export function tierCapacities({ options }: Catalog, { read }: Evaluation): TierCapacity[] {
  return options.flatMap(({ id, title, workload }) => {
    if (!workload?.pods) return [];
    const { pods, requests } = workload;
    const [min, max] = [read(pods.min), read(pods.max)];
    const [cpu, memory] = [read(requests.cpu), read(requests.memory)];
    if (min === undefined || max === undefined || !cpu || !memory) return [];
    const pod = { cpu, memory };
    return [{ id, title, workload, pod, min: times(pod, min), max: times(pod, max) }];
  });
}

function times({ cpu, memory }: TierCapacity['pod'], pods: number): Resources {
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
