import type { Answer, Derived, Read } from './answer';
import type { Limit, Situation } from './limit';
import type { Workload } from './workload';

export type StepId =
  | 'scale'
  | 'tiers'
  | 'datastores'
  | 'event-bus'
  | 'interaction-store'
  | 'cluster';

/** Something that must not be: two answers that contradict each other. The error stands at `key`. */
export interface Rule {
  readonly key: string;
  /** The other answers that could fix it. */
  readonly with: readonly string[];
  /** The message when it is broken; `undefined` when it holds or cannot be judged yet. */
  readonly broken: (read: Read) => string | undefined;
}

/** Something that must exist before `helm upgrade`, with a command that proves it. */
export interface Prerequisite {
  readonly id: string;
  readonly when?: (situation: Situation) => boolean;
  readonly text: (situation: Situation) => string;
  /** A shell command; every answer in it is quoted with {@link shellQuote}. */
  readonly verify: (situation: Situation) => string;
  /** The limit that it answers, if any. */
  readonly limit?: string;
  /** `documented`: the public documentation asks for it. `general`: general practice. */
  readonly origin: 'documented' | 'general';
}

/** A tier, a datastore, a backend, or a group of plan questions: everything about it, in one place. */
export interface Option {
  readonly id: string;
  /** The step of the wizard in which it is asked. */
  readonly step: StepId;
  readonly title: string;
  /** What it is, in a line. */
  readonly summary: string;
  /** Its answers and derived keys, in the order in which the file has them. */
  readonly parts: readonly (Answer | Derived)[];
  readonly rules?: readonly Rule[];
  readonly limits?: readonly Limit[];
  readonly prerequisites?: readonly Prerequisite[];
  /** Whether the documented overlay leaves it off because it needs work beyond the chart. */
  readonly isOptional?: boolean;
  /** How its pods run, where it has any. */
  readonly workload?: Workload;
}

/** A named set of answers to start from. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly sets: Readonly<Record<string, string>>;
}

/** One step of the wizard. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  /** What is decided here, in a sentence. */
  readonly lede: string;
}
