import type { LimitEvidence } from '@/lib/domain/limit';
import type { Render } from './manifest';
import type { Chosen } from './match-tiers';

/**
 * The states of a key in words, in the order in which a person wants to read them: from the worst to what is well.
 * - `reached`: the key's own value stands in one of the tier's objects
 * - `present`: the render has the asked value, and nothing shows that this key put it there
 * - `differs`: the object has another value
 * - `nowhere`: nothing in this render carries it
 * - `unknown`: no render can tell
 */
export const STATE_WORDS = {
  nowhere: 'nowhere',
  differs: 'differs',
  unknown: 'cannot be told',
  present: 'there, not proved',
  reached: 'reached',
} as const;

export type State = keyof typeof STATE_WORDS;

export const STATES = Object.keys(STATE_WORDS) as State[]; // in the order in which they stand above

/** What a render says of one key. */
export interface Verdict {
  readonly state: State;
  readonly asked: string | number | boolean;
  /** What stands there. */
  readonly found?: string | number | boolean;
  /** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
  readonly where?: string;
  /** Why it is so, in a sentence. */
  readonly reason: string;
  /** The id of the tier whose objects were looked at. */
  readonly tier?: string;
}

/** What one file of manifests was rendered from. */
export type RenderRole = 'before' | 'after' | 'traced';

/** The renders that are there: `after` alone works. */
export interface Renders {
  /** Without the overlay. */
  readonly before?: Render | undefined;
  /** With it. */
  readonly after?: Render | undefined;
  /** With it and, over it, the probe. */
  readonly traced?: Render | undefined;
  readonly chosen?: Chosen;
}

/** A tier's workload in a render, and what else could be it. */
export interface TierChoice {
  readonly tier: string;
  readonly title: string;
  /** Workloads that fit by name, such as `Deployment/kaireon-api`; of several one is to be chosen. */
  readonly fits: readonly string[];
  /** Those that were taken: one, or for CronJobs any number; none where one is to be chosen, or nothing fits. */
  readonly taken: readonly string[];
  /** All that a person may choose from. */
  readonly all: readonly string[];
}

/** Something that the render itself shows, whatever was asked. */
export interface Finding {
  readonly id: string;
  /** `Deployment/kaireon-worker` */
  readonly where: string;
  readonly message: string;
}

/** All that renders say of one set of answers. */
export interface Proof {
  readonly counts: Readonly<Record<State, number>>;
  /** One for every leaf path in the report's `values`, in the order of the file. */
  readonly keys: Readonly<Record<string, Verdict>>;
  /** By answer: of several keys that it decides, the one that a person must see first. */
  readonly answers: Readonly<Record<string, Verdict>>;
  /** The same by the key that stands on one line of the file. */
  readonly lines: Readonly<Record<string, Verdict>>;
  /** What the render can fill in, as raw text by answer. */
  readonly offers: Readonly<Record<string, string>>;
  readonly tiers: readonly TierChoice[];
  readonly findings: readonly Finding[];
  readonly limits: readonly LimitEvidence[];
  /** What a person should know of the renders as a whole, in sentences. */
  readonly remarks: readonly string[];
}
