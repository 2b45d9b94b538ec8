import type { LimitEvidence } from '@/lib/domain/limit';
import type { Render, Scalar } from './manifest';
import type { RenderState } from './states';
import type { Chosen } from './tiers';

/** What a render says of one key. */
export interface Verdict {
  readonly state: RenderState;
  readonly asked: Scalar;
  readonly found?: Scalar;
  /** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
  readonly where?: string;
  readonly reason: string;
  readonly tier?: string;
}

/** The renders that the person gave; `after` alone is enough. */
export interface Renders {
  /** Without the overlay. */
  readonly before?: Render | undefined;
  /** With it. */
  readonly after?: Render | undefined;
  /** With it, and the probe on top. */
  readonly traced?: Render | undefined;
  readonly chosen?: Chosen | undefined;
}

/** A tier with the workload that was taken for it in a render, and the others that it could be. */
export interface TierChoice {
  readonly tier: string;
  readonly title: string;
  /** Workloads that fit by name, such as `Deployment/kaireon-api`; of several one is to be chosen. */
  readonly fits: readonly string[];
  /** The one that was taken, or any number of CronJobs; none where a person must choose, or nothing fits. */
  readonly taken: readonly string[];
  /** All that a person may choose from. */
  readonly all: readonly string[];
}

/** Something that is wrong in the render itself, whatever was asked. */
export interface Finding {
  readonly id: string;
  readonly where: string;
  readonly message: string;
}

/** All that renders say of one set of answers. */
export interface Proof {
  readonly counts: Readonly<Record<RenderState, number>>;
  /** One for every leaf path in the report's `values`, in the order of the file. */
  readonly keys: Readonly<Record<string, Verdict>>;
  /** What the render can fill in, as raw text by answer. */
  readonly offers: Readonly<Record<string, string>>;
  readonly tiers: readonly TierChoice[];
  readonly findings: readonly Finding[];
  readonly limits: readonly LimitEvidence[];
  /** What a person should know of the renders as a whole, in sentences. */
  readonly remarks: readonly string[];
}
