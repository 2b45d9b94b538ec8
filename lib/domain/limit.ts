import type { Answer, Provenance, Read } from './answer';
import type { ShownBy } from './evidence';
import type { LimitKind } from './limit-kind';
import type { Workload } from './workload';

export interface Resources {
  /** Cores. */
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly pods: number;
}

/** What the long-running tiers request together, at their smallest and largest replica counts. Cron jobs are left out. */
export interface Capacity {
  readonly min: Resources;
  readonly max: Resources;
}

/** What one tier that is on requests at its floor and at its ceiling. */
export interface TierCapacity extends Capacity {
  readonly id: string;
  readonly title: string;
  readonly workload: Workload;
  /** What one of its pods requests, as Kubernetes quantities. */
  readonly pod: { readonly cpu: string; readonly memory: string };
}

/** A leaf of the overlay and what is known of its path. */
export interface OverlayLeaf {
  readonly path: string;
  /** `documented` also where the operator's own chart has the path; `by` tells the two apart. */
  readonly provenance: Provenance;
  readonly by?: 'chart' | undefined;
  /** Its path in the catalogue, where the operator's chart has the path. */
  readonly key?: string | undefined;
}

/** The leaves whose paths the public documentation does not spell out. */
export const unverifiedIn = (leaves: readonly OverlayLeaf[]): readonly OverlayLeaf[] =>
  leaves.filter(({ provenance }) => provenance === 'unverified');

/** All that a limit may look at. */
export interface Situation {
  readonly read: Read;
  /** Whether an answer holds something that cannot be used: then `read` gives nothing, but it is not blank. */
  readonly isInvalid: (answer: Answer) => boolean;
  readonly capacity: Capacity;
  /** Each long-running tier that is on and whose figures are known. */
  readonly tiers: readonly TierCapacity[];
  readonly leaves: readonly OverlayLeaf[];
}

/** A text, or what makes it from the situation. */
export type Text = string | ((situation: Situation) => string);

/** A text of a limit or a prerequisite as it reads in a situation. */
export const textIn = (situation: Situation, text: Text): string =>
  typeof text === 'function' ? text(situation) : text;

/** A text up to where another sentence begins. */
export const firstSentence = (text: string): string =>
  text.split(/(?<=\.) (?=[A-Z])/, 1)[0] ?? text;

export type Severity = 'caution' | 'limit';

/**
 * Something true of the present choices that the operator should know before applying them. Not validation: it works
 * on partial and on invalid answers, and never stops the file from being made.
 */
export interface Limit {
  readonly id: string;
  readonly severity: Severity;
  /** `'always'`, or the choice under which it is true. */
  readonly when: 'always' | ((situation: Situation) => boolean);
  /** The overlay keys that it touches; the first of them carries the note in the file. */
  readonly keys: readonly string[] | ((situation: Situation) => readonly string[]);
  /** The answer beside which the page shows it, where `keys` does not say. */
  readonly beside?: string | undefined;
  /**
   * What will happen, why, and what to do, in plain sentences that name the operator's own choice. The first stands alone
   * too: in the head of the file and above the key.
   */
  readonly message: Text;
  readonly source: string;
  /** What a render can show of it; absent where that is nothing. */
  readonly shownBy?: ShownBy;
  /** Where it also applies once a render shows that it is true. */
  readonly whenShown?: (situation: Situation) => boolean;
  /** The answer that settles it, by its key. */
  readonly remedy?: string | undefined;
  /** Set where a required field is blank: there is nothing to judge yet. */
  readonly isToFillIn?: boolean | undefined;
}

const declareAs =
  (severity: Severity) =>
  (id: string, declared: Omit<Limit, 'id' | 'severity'>): Limit => ({ id, severity, ...declared });

/** Declares a limit that will probably hurt: it is settled, or accepted with a reason. */
export const caution = declareAs('caution');

/** Declares a limit that the operator only has to know. */
export const limit = declareAs('limit');

/** When a limit of one choice applies and which key it touches: the answer's, while it has this value. */
export const whileChosen = <V>(answer: Answer<V>, value: V): Pick<Limit, 'when' | 'keys'> => ({
  when: ({ read }) => read(answer) === value,
  keys: [answer.key],
});

/** A limit that applies, in the words that fit the choice. */
export interface AppliedLimit extends Pick<Limit, 'id' | 'severity' | 'source' | 'remedy'> {
  readonly kind: LimitKind;
  readonly keys: readonly string[];
  /** The answers beside which the page shows it, by their keys: one for each key that it touches. */
  readonly answers: readonly string[];
  readonly message: string;
  /** The first sentence of the message. */
  readonly short: string;
  /** Why the operator accepts this caution, where they do. */
  readonly accepted?: string | undefined;
}

/**
 * What a render shows of a limit, for this session: `settled`, so that it no longer applies; `worse` than was known, so
 * that it is a caution; or `noted`, which only adds to what is known.
 */
export interface LimitEvidence {
  readonly id: string;
  readonly effect: 'settled' | 'worse' | 'noted';
  /** What was seen, in a sentence or two. */
  readonly evidence: string;
}

/** A limit that a render has settled. */
export interface SettledLimit extends AppliedLimit {
  readonly evidence: string;
}
