import type { Answer, Read } from './answer';

/** What the busiest second asks of one tier, as the answers that decide how many pods it takes. */
export interface Demand {
  /** The id of the tier that serves it. */
  readonly tier: string;
  /** Requests a second at the peak. */
  readonly peak: Answer<number>;
  /** Requests a second that one pod was measured to serve at full CPU request. */
  readonly perPod: Answer<number>;
  /** Percent of a pod's CPU request at which the autoscaler adds another. */
  readonly target: Answer<number>;
  /** The largest number of pods that is allowed. */
  readonly maximum: Answer<number>;
}

/** What one node can give to pods, as Kubernetes quantities of what is allocatable. */
export interface NodeOffer {
  readonly cpu: Answer<string>;
  readonly memory: Answer<string>;
}

/** Connections to a database that every pod opens. */
export interface ConnectionDemand {
  /** The most that one pod opens. */
  readonly poolSize: Answer<number>;
  /** The most that the database accepts. */
  readonly accepted: Answer<number>;
}

/** Pods that the peak takes while each stays at the target. `undefined` without a peak, a measured rate or a target. */
export function podsForPeak({ peak, perPod, target }: Demand, read: Read): number | undefined {
  const [load, rate, share] = [read(peak), read(perPod), read(target)];
  if (load === undefined || rate === undefined || share === undefined) return undefined;
  return Math.ceil((load * 100) / (rate * share));
}
