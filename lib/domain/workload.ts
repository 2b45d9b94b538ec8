import type { Answer, Read } from './answer';

/** CPU and memory of one pod, as the two answers that decide them. */
interface PodQuantities {
  readonly cpu: Answer<string>;
  readonly memory: Answer<string>;
}

/** Where the pods of a tier may stand. */
export interface Placement {
  /** Nodes for this tier alone, while the answer is on: those that carry the label. */
  readonly dedicatedNodes: { readonly isOn: Answer<boolean>; readonly label: string };
  /** The number of zones over which its pods must be spread evenly; `undefined` while they need not be. */
  readonly evenZones: (read: Read) => number | undefined;
}

/** How a tier runs: the answers that decide it, by the part that they play. Every output reads them from here. */
export interface Workload {
  /** What decides the number of pods: the field's name for it. */
  readonly scaler: 'HPA' | 'KEDA' | 'Fixed' | 'CronJob';
  /** The answers that bound the number of pods, the same one twice where it is fixed. Absent for jobs that come and go. */
  readonly pods?: { readonly min: Answer<number>; readonly max: Answer<number> };
  /** The switches of its jobs, where it runs those instead of pods that stay. */
  readonly jobs?: readonly Answer<boolean>[];
  readonly requests: PodQuantities;
  readonly limits?: PodQuantities | undefined;
  /** Where its pods may stand, where answers decide that. */
  readonly placement?: Placement;
  /** What else the documentation's table says of it, in a few words. */
  readonly note?: (read: Read) => string;
}
