import type { AppliedLimit } from './limit';

/** How a limit is told to the operator: its row in {@link limitKinds}. */
export type LimitKind = keyof typeof limitKinds;

interface KindRow {
  /** In front of its text, on the page. */
  readonly word: string;
  /** Between brackets in the head of the file. */
  readonly mark: string;
  /** Lower is read first. */
  readonly rank: number;
  /** The name of its sign and of its colour. */
  readonly icon: string;
  /** Over all of its kind. */
  readonly heading: string;
}

/** Every kind of limit there is, in one table: the page, the file and the outputs take words, order and signs from here. */
export const limitKinds = {
  'to-fill-in': {
    word: 'To fill in',
    mark: 'caution',
    rank: 0,
    icon: 'to-fill-in',
    heading: 'To fill in',
  },
  caution: {
    word: 'Caution',
    mark: 'caution',
    rank: 1,
    icon: 'caution',
    heading: 'Cautions to settle or accept',
  },
  accepted: {
    word: 'Accepted',
    mark: 'accepted',
    rank: 2,
    icon: 'accepted',
    heading: 'Cautions that you accepted',
  },
  limit: {
    word: 'Limit',
    mark: 'limit',
    rank: 3,
    icon: 'limit',
    heading: 'True of these choices',
  },
  always: {
    word: 'Limit',
    mark: 'limit',
    rank: 4,
    icon: 'limit',
    heading: 'True whatever you choose',
  },
} as const satisfies Readonly<Record<string, KindRow>>;

/** Which kind a limit that applies is of. */
export function kindOf({ severity, accepted, isToFillIn, always }: AppliedLimit): LimitKind {
  if (accepted !== undefined) return 'accepted';
  if (isToFillIn) return 'to-fill-in';
  if (severity === 'caution') return 'caution';
  return always ? 'always' : 'limit';
}

/** Whether the operator still has to do something about a limit: a caution that was not accepted. */
export const isToSettle = (limit: AppliedLimit): boolean =>
  limit.severity === 'caution' && limit.accepted === undefined;

/** Limits in the order in which they are read; within a kind as they stand. */
export const inReadingOrder = (limits: readonly AppliedLimit[]): AppliedLimit[] =>
  limits.toSorted((one, other) => limitKinds[kindOf(one)].rank - limitKinds[kindOf(other)].rank);
