import { wordFor } from './plural';

/** How a limit is shown to the operator: its row in {@link limitKinds}. */
export type LimitKind = keyof typeof limitKinds;

interface KindRow {
  /** In front of its text, on the page. */
  readonly word: string;
  /** Between brackets in the head of the file. */
  readonly mark: string;
  /** The name of its sign and of its colour. */
  readonly icon: string;
  /** Over all of its kind. */
  readonly heading: string;
  /** Whether Review lists them: what is to be done, and what was accepted. */
  readonly isReviewed: boolean;
  /** What a number of them ask for, in a word or two and in full; `null` where nothing is to be done. */
  readonly asks: Readonly<Record<'short' | 'whole', (count: number) => string>> | null;
}

/** Every kind of limit there is, in the order in which they are read: page, file and outputs take words and signs from here. */
export const limitKinds = {
  'to-fill-in': {
    word: 'To fill in',
    mark: 'caution',
    icon: 'to-fill-in',
    heading: 'To fill in',
    isReviewed: true,
    asks: {
      short: () => 'to fill in',
      whole: (count) => `${wordFor(count, 'field')} to fill in`,
    },
  },
  caution: {
    word: 'Caution',
    mark: 'caution',
    icon: 'caution',
    heading: 'Cautions to settle or accept',
    isReviewed: true,
    asks: {
      short: (count) => wordFor(count, 'caution'),
      whole: (count) => `${wordFor(count, 'caution')} to settle or accept`,
    },
  },
  accepted: {
    word: 'Accepted',
    mark: 'accepted',
    icon: 'accepted',
    heading: 'Cautions that you accepted',
    isReviewed: true,
    asks: null,
  },
  limit: {
    word: 'Limit',
    mark: 'limit',
    icon: 'limit',
    heading: 'True of these choices',
    isReviewed: false,
    asks: null,
  },
  always: {
    word: 'Limit',
    mark: 'limit',
    icon: 'limit',
    heading: 'True whatever you choose',
    isReviewed: false,
    asks: null,
  },
} as const satisfies Readonly<Record<string, KindRow>>;

/** All kinds, in the order in which they are read. */
export const kindNames = Object.keys(limitKinds) as LimitKind[]; // its own keys

interface OfKind {
  readonly kind: LimitKind;
}

/** Whether the operator still has to do something about a limit. */
export const isToSettle = ({ kind }: OfKind): boolean => limitKinds[kind].asks !== null;

/** Limits in the order in which they are read; within a kind as they stand. */
export const inReadingOrder = <L extends OfKind>(limits: readonly L[]): L[] =>
  limits.toSorted((one, other) => kindNames.indexOf(one.kind) - kindNames.indexOf(other.kind));

/** What some limits ask for: each kind that asks for something, with how many there are, the most pressing first. */
export const askedFor = (limits: readonly OfKind[]) =>
  kindNames.flatMap((kind) => {
    const { icon, heading, asks } = limitKinds[kind];
    const count = limits.filter((limit) => limit.kind === kind).length;
    return asks && count > 0
      ? { kind, icon, heading, count, short: asks.short(count), whole: asks.whole(count) }
      : [];
  });
