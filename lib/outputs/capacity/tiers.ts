import type { Answer, Read } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import type { Footprint, Option } from '@/lib/domain/option';
import type { TierCapacity } from '@/lib/reading/capacity';
import type { Reading } from '@/lib/reading/reading';
import { derived, type Figure, type Origin, originOf } from './figure';

/** A quantity of one pod, as it stands in the file. */
export interface PodQuantity {
  readonly text: string;
  readonly origin: Origin;
  readonly how: string;
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

/** All tiers together. */
export type TotalPlan = Pick<TierPlan, 'pods' | 'cpu' | 'memoryGiB'>;

/** Each long-running tier that is on and whose answers are sound, in the order of the file. */
export function tierPlans({ options, answer }: Catalog, { read, tiers }: Reading): TierPlan[] {
  return tiers.flatMap((tier) => {
    const option = options.find(({ id }) => id === tier.id);
    const asked = option && asksOf(option, read);
    if (!asked) return [];
    const quantity = (kind: 'requests' | 'limits', resource: 'cpu' | 'memory') =>
      quantityOf(answer.get(`${tier.id}.resources.${kind}.${resource}`), read);
    const cpuLimit = quantity('limits', 'cpu');
    const memoryLimit = quantity('limits', 'memory');
    const { cpu, memory } = asked.footprint;
    const request = (text: string, found: PodQuantity | undefined): PodQuantity =>
      found ?? { text, origin: 'derived', how: `${tier.title}: its footprint` };
    return [
      {
        id: tier.id,
        title: tier.title,
        pods: asked.pods,
        cpu: product(tier, 'cpu', cpu),
        memoryGiB: product(tier, 'memoryGiB', memory),
        pod: {
          cpu: request(cpu, quantity('requests', 'cpu')),
          memory: request(memory, quantity('requests', 'memory')),
          ...(cpuLimit && { cpuLimit }),
          ...(memoryLimit && { memoryLimit }),
        },
      },
    ];
  });
}

/** The sum over the tiers, each figure with the terms that it is made of. */
export function totalPlan(tiers: readonly TierPlan[], { capacity }: Reading): TotalPlan {
  const sum = (of: 'pods' | 'cpu' | 'memoryGiB'): Span => {
    const end = (at: 'floor' | 'ceiling', value: number) =>
      derived(value, tiers.map((tier) => inFigures(tier[of][at].value)).join(' + ') || 'no tier');
    return { floor: end('floor', capacity.min[of]), ceiling: end('ceiling', capacity.max[of]) };
  };
  return { pods: sum('pods'), cpu: sum('cpu'), memoryGiB: sum('memoryGiB') };
}

function product(tier: TierCapacity, of: 'cpu' | 'memoryGiB', each: string): Span {
  const end = ({ pods, ...sums }: TierCapacity['min']) =>
    derived(sums[of], `${inFigures(pods)} × ${each}`);
  return { floor: end(tier.min), ceiling: end(tier.max) };
}

/** A tier's footprint, and who chose its numbers of pods: found by watching which answers it reads. */
function asksOf(option: Option, read: Read): { footprint: Footprint; pods: Span } | undefined {
  const counts: Answer<unknown>[] = [];
  const watching: Read = (answer) => {
    if (answer.shape.type === 'whole-number') counts.push(answer);
    return read(answer);
  };
  const footprint = option.footprint?.(watching);
  if (!footprint) return undefined;
  const { minReplicas, maxReplicas } = footprint;
  const pods = (value: number, answer: Answer<unknown> | undefined): Figure =>
    answer
      ? { value, ...originOf(answer, read) }
      : derived(value, `${option.title}: its footprint`);
  return {
    footprint,
    pods: { floor: pods(minReplicas, counts[0]), ceiling: pods(maxReplicas, counts.at(-1)) },
  };
}

function quantityOf(answer: Answer<unknown> | undefined, read: Read): PodQuantity | undefined {
  const text = answer && read(answer);
  return typeof text === 'string' && answer ? { text, ...originOf(answer, read) } : undefined;
}
