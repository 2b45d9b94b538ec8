import type { Answer, Read } from './answer';
import { inFigures } from './in-figures';
import { parseQuantity } from './quantity';

/** What the busiest second asks of one tier, as the answers that decide how many pods it takes. */
export interface Demand {
  /** The id of the tier that serves it. */
  readonly tier: string;
  /** Requests a second at the peak. */
  readonly peak: Answer<number>;
  /** Requests a second that one pod was measured to serve. */
  readonly perPod: Answer<number>;
  /** The CPU that one pod used at that rate. */
  readonly cpuPerPod?: Answer<string>;
  /** The CPU that one pod requests. */
  readonly request?: Answer<string> | undefined;
  /** Percent of a pod's CPU request at which the autoscaler adds another. */
  readonly target: Answer<number>;
  /** The largest number of pods that is allowed. */
  readonly maximum: Answer<number>;
}

/** Connections to a database that every pod opens. */
export interface ConnectionDemand {
  /** The most that one pod opens. */
  readonly poolSize: Answer<number>;
  /** The most that the database accepts. */
  readonly accepted: Answer<number>;
  /** The largest number of pods of the tier that a rollout adds a quarter to. */
  readonly surgeOf?: Answer<number>;
}

/** What a load takes of a service that is sized by hand. */
export interface Size {
  /** What is counted, with its service: `Kinesis shards`. */
  readonly title: string;
  /** The answer that says how large the load is. */
  readonly load: Answer<number>;
  readonly count: (load: number) => number;
  /** The sum in words: `5,000 ÷ 1,000 a shard, rounded up`. */
  readonly how: (load: number) => string;
  /** What is taken for granted, in a sentence. */
  readonly assumes: string;
}

/** Billionths of the quantity that an answer holds. */
const billionths = (answer: Answer<string> | undefined, read: Read) =>
  parseQuantity((answer && read(answer)) ?? '');

/** Percent of its CPU request that one pod uses at its measured rate; `undefined` where one of the two is not known. */
export function cpuShareAtRate({ cpuPerPod, request }: Demand, read: Read): number | undefined {
  const [used, requested] = [billionths(cpuPerPod, read), billionths(request, read)];
  return used && requested ? (Number(used) / Number(requested)) * 100 : undefined;
}

/** Pods for the peak, and how they were counted. */
export interface PeakPods {
  readonly pods: number;
  readonly how: string;
  /** Whether the CPU used at the measured rate was given. Without it a pod at that rate is taken to use its whole request. */
  readonly isMeasured: boolean;
}

/**
 * Pods at which the autoscaler settles under the peak. `undefined` without a peak, a measured rate or a target.
 * Exact: counted in whole billionths.
 */
export function peakPods(demand: Demand, read: Read): PeakPods | undefined {
  const [peak, rate, target] = [read(demand.peak), read(demand.perPod), read(demand.target)];
  if (peak === undefined || rate === undefined || target === undefined) return undefined;
  const [used, requested] = [billionths(demand.cpuPerPod, read), billionths(demand.request, read)];
  const isMeasured = Boolean(used && requested);
  const load = BigInt(peak) * 100n * (isMeasured ? (used ?? 1n) : 1n);
  const each = BigInt(rate) * BigInt(target) * (isMeasured ? (requested ?? 1n) : 1n);
  const text = (answer?: Answer<string>) => answer && read(answer);
  return {
    pods: Number((load + each - 1n) / each),
    how: isMeasured
      ? `${inFigures(peak)} × ${text(demand.cpuPerPod)} CPU used ÷ (${inFigures(rate)} × ${text(demand.request)} requested × ${target} %), rounded up`
      : `${inFigures(peak)} ÷ (${inFigures(rate)} × ${target} %), rounded up`,
    isMeasured,
  };
}

/** PostgreSQL keeps these for superusers (`superuser_reserved_connections`). */
export const RESERVED_CONNECTIONS = 3;

/** Kubernetes' default `maxSurge` of a Deployment. */
const SURGE = 0.25;

/** Connections that all pods open at the ceiling, while the largest tier is rolled out. */
export interface ConnectionsAtCeiling {
  readonly pods: number;
  /** Pods that a rollout adds for a while. */
  readonly surge: number;
  readonly opened: number;
  /** What is left for them of what the database accepts; `undefined` while that is blank. */
  readonly free?: number;
}

/** `undefined` while the pool of one pod is not known. @param pods all pods at the ceiling */
export function connectionsAtCeiling(
  { poolSize, accepted, surgeOf }: ConnectionDemand,
  pods: number,
  read: Read,
): ConnectionsAtCeiling | undefined {
  const [pool, most] = [read(poolSize), read(accepted)];
  if (pool === undefined) return undefined;
  const surge = Math.ceil(((surgeOf && read(surgeOf)) ?? 0) * SURGE);
  return {
    pods,
    surge,
    opened: (pods + surge) * pool,
    ...(most !== undefined && { free: Math.max(0, most - RESERVED_CONNECTIONS) }),
  };
}
