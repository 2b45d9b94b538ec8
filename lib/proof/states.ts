import type { Entry } from '@/lib/overlay/values';
import type { Scalar } from './manifest';

/** How one state is shown. Its icon has the state's own name. */
interface StateRow {
  readonly word: string;
  /** One character, for the gutter of the file and a terminal. */
  readonly sign: string;
  readonly meaning: string;
  /** Whether a key in it is `done`, `lost` on its way into the chart, or still `open`. */
  readonly counts: 'done' | 'lost' | 'open';
  /** The name of its colour. */
  readonly tone: 'ok' | 'limit' | 'caution' | 'problem';
}

/**
 * What is known of a key in a person's chart, the worst first: that is the order in which they are read. The first five
 * are of renders, the last two of the values that a chart lists.
 */
export const STATES = {
  nowhere: {
    word: 'nowhere',
    sign: '∅',
    meaning: 'Nothing in the render carries it.',
    counts: 'lost',
    tone: 'problem',
  },
  differs: {
    word: 'differs',
    sign: '≠',
    meaning: 'The object has another value.',
    counts: 'lost',
    tone: 'caution',
  },
  unknown: {
    word: 'cannot be told',
    sign: '?',
    meaning: 'No render that is here can tell.',
    counts: 'open',
    tone: 'limit',
  },
  present: {
    word: 'there, not proved',
    sign: '•',
    meaning: 'This key need not have put it there.',
    counts: 'open',
    tone: 'limit',
  },
  reached: {
    word: 'reached',
    sign: '✓',
    meaning: 'It arrives, in the field that is named.',
    counts: 'done',
    tone: 'ok',
  },
  'not-listed': {
    word: 'not listed',
    sign: '–',
    meaning: 'The chart’s values do not list it.',
    counts: 'lost',
    tone: 'caution',
  },
  listed: {
    word: 'listed',
    sign: '◦',
    meaning: 'The chart’s values list it.',
    counts: 'done',
    tone: 'limit',
  },
} as const satisfies Record<string, StateRow>;

export type State = keyof typeof STATES;

/** What a render can say of a key. */
export type RenderState = Exclude<State, 'listed' | 'not-listed'>;

/** All states, in the order in which they are read. */
export const STATE_ORDER = Object.keys(STATES) as State[]; // its own keys

/** The states of a render, in the same order. */
export const RENDER_STATES = STATE_ORDER.filter(
  (state): state is RenderState => state !== 'listed' && state !== 'not-listed',
);

/** The one with the worst state: where several verdicts share a name, a person must see it first. */
export const worstOf = <T extends { readonly state: State }>(some: readonly T[]): T | undefined =>
  [...some].sort(
    (one, other) => STATE_ORDER.indexOf(one.state) - STATE_ORDER.indexOf(other.state),
  )[0];

/** How a key stands in the person's chart, in short. */
export interface Standing {
  readonly state: State;
  readonly found?: Scalar | undefined;
}

/** What renders say of one leaf of the overlay. */
export interface Verdict {
  readonly state: RenderState;
  readonly asked: Scalar;
  readonly found?: Scalar;
  /** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
  readonly where?: string;
  readonly reason: string;
  readonly tier?: string;
}

/** One key of the overlay, and what is known of it in the person's chart. */
export interface KeyRow extends Standing {
  readonly entry: Entry;
  readonly where?: string | undefined;
  readonly reason: string;
}

/** A standing in words, with the value that stands in its place where it differs. */
export const wordsFor = ({ state, found }: Standing): string =>
  state === 'differs' && found !== undefined ? `differs: ${found}` : STATES[state].word;
