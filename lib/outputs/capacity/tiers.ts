import type { Answer } from '@/lib/domain/answer';
import { inFigures } from '@/lib/domain/in-figures';
import type { TierCapacity } from '@/lib/domain/limit';
import type { Reading } from '@/lib/reading/reading';
import { derived, type Figure, originOf } from './figure';

/** A quantity of one pod, as it stands in the file. */
export interface PodQuantity extends Pick<Figure, 'origin' | 'how'> {
  readonly text: string;
}

/** A figure at the smallest and at the largest number of pods. */
export interface Span {
  readonly floor: Figure;
  readonly ceiling: Figure;
}

/** What one tier asks of the cluster. */
export interface TierPlan {
  readonly id: string;
  readonly title: string;
  readonly pods: Span;
  /** Cores requested. */
  readonly cpu: Span;
  /** GiB requested. */
  readonly memoryGiB: Span;
  /** Of one pod; a limit only where one is set. */
  readonly pod: {
    readonly cpu: PodQuantity;
    readonly memory: PodQuantity;
    readonly cpuLimit?: PodQuantity;
    readonly memoryLimit?: PodQuantity;
  };
}

/** Each long-running tier that is on and whose answers are sound, in the order of the file. */
export function tierPlans({ read, tiers }: Reading): TierPlan[] {
  return tiers.map((tier) => {
    const { id, title, footprint, workload } = tier;
    const { requests, limits, pods } = workload;
    const quantity = (answer: Answer<string>): PodQuantity => ({
      text: read(answer) ?? answer.default,
      ...originOf(answer, read),
    });
    const figure = (value: number, answer: Answer<number> | undefined): Figure =>
      answer ? { value, ...originOf(answer, read) } : derived(value, title);
    return {
      id,
      title,
      pods: {
        floor: figure(footprint.minReplicas, pods?.min),
        ceiling: figure(footprint.maxReplicas, pods?.max),
      },
      cpu: product(tier, 'cpu', footprint.cpu),
      memoryGiB: product(tier, 'memoryGiB', footprint.memory),
      pod: {
        cpu: quantity(requests.cpu),
        memory: quantity(requests.memory),
        ...(limits && { cpuLimit: quantity(limits.cpu), memoryLimit: quantity(limits.memory) }),
      },
    };
  });
}

function product(tier: TierCapacity, of: 'cpu' | 'memoryGiB', each: string): Span {
  const end = ({ pods, ...sums }: TierCapacity['min']) =>
    derived(sums[of], `${inFigures(pods)} × ${each}`);
  return { floor: end(tier.min), ceiling: end(tier.max) };
}
