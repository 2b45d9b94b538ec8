import type { AppliedLimit, Severity } from './limit';

/** How a limit is told to the operator: its row in {@link limitKinds}. */
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
}

/** Every kind of limit there is, in the order in which they are read: page, file and outputs take words and signs from here. */
export const limitKinds = {
  'to-fill-in': { word: 'To fill in', mark: 'caution', icon: 'to-fill-in', heading: 'To fill in' },
  caution: {
    word: 'Caution',
    mark: 'caution',
    icon: 'caution',
    heading: 'Cautions to settle or accept',
  },
  accepted: {
    word: 'Accepted',
    mark: 'accepted',
    icon: 'accepted',
    heading: 'Cautions that you accepted',
  },
  limit: { word: 'Limit', mark: 'limit', icon: 'limit', heading: 'True of these choices' },
  always: { word: 'Limit', mark: 'limit', icon: 'limit', heading: 'True whatever you choose' },
} as const satisfies Readonly<Record<string, KindRow>>;

/** The kind of a limit that was not accepted and has nothing to fill in. */
const kindOfSeverity: Readonly<Record<Severity, (limit: AppliedLimit) => LimitKind>> = {
  caution: () => 'caution',
  limit: ({ always }) => (always ? 'always' : 'limit'),
};

/** Which kind a limit that applies is of. */
export function kindOf(limit: AppliedLimit): LimitKind {
  if (limit.accepted !== undefined) return 'accepted';
  return limit.isToFillIn ? 'to-fill-in' : kindOfSeverity[limit.severity](limit);
}

/** Whether the operator still has to do something about a limit: a caution that was not accepted. */
export const isToSettle = (limit: AppliedLimit): boolean =>
  limit.severity === 'caution' && limit.accepted === undefined;

const order = Object.keys(limitKinds);

/** Limits in the order in which they are read; within a kind as they stand. */
export const inReadingOrder = (limits: readonly AppliedLimit[]): AppliedLimit[] =>
  limits.toSorted((one, other) => order.indexOf(kindOf(one)) - order.indexOf(kindOf(other)));
