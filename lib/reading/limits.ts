import { answerBehind, type Catalog } from '@/lib/domain/catalog';
import {
  type AppliedLimit,
  firstSentence,
  type Limit,
  type LimitEvidence,
  type SettledLimit,
  type Severity,
  type Situation,
  textIn,
} from '@/lib/domain/limit';
import { inReadingOrder, type LimitKind } from '@/lib/domain/limit-kind';
import { ownOf } from '@/lib/domain/mapping';
import type { UserFiles } from '@/lib/domain/user-files';

/**
 * The limits that apply, in the order in which they are read, and those that a render has settled. What a render shows of
 * a limit counts: it settles it, makes it a caution that says so first, or adds to its words. A caution that the operator
 * accepts carries the reason.
 */
export function limitsOf(
  catalog: Catalog,
  situation: Situation,
  { accepted = {}, evidence = [] }: UserFiles,
): { readonly limits: readonly AppliedLimit[]; readonly settled: readonly SettledLimit[] } {
  const shown = new Map(evidence.map((one) => [one.id, one]));
  const limits: AppliedLimit[] = [];
  const settled: SettledLimit[] = [];
  for (const limit of catalog.allLimits) {
    const seen = shown.get(limit.id);
    const isShown = seen?.effect === 'worse' && limit.whenShown?.(situation);
    if (!limitApplies(limit, situation) && !isShown) continue;
    const severity = seen?.effect === 'worse' ? 'caution' : limit.severity;
    const reason = severity === 'caution' ? ownOf(accepted, limit.id) : undefined;
    const { id, source, remedy } = limit;
    const keys = typeof limit.keys === 'function' ? limit.keys(situation) : limit.keys;
    const applied: AppliedLimit = {
      id,
      severity,
      source,
      remedy,
      keys,
      kind: reason === undefined ? kindOf(limit, severity) : 'accepted',
      answers: answersBeside(catalog, limit, keys),
      ...wordsOf(textIn(situation, limit.message), seen),
      accepted: reason,
    };
    if (seen?.effect === 'settled') settled.push({ ...applied, evidence: seen.evidence });
    else limits.push(applied);
  }
  return { limits: inReadingOrder(limits), settled };
}

/** Whether a limit is true of these answers, whatever renders show. */
export const limitApplies = ({ when }: Limit, situation: Situation): boolean =>
  when === 'always' || when(situation);

/** The kind of a limit that is not accepted. */
function kindOf({ isToFillIn, when }: Limit, severity: Severity): LimitKind {
  if (isToFillIn) return 'to-fill-in';
  const kinds = { caution: 'caution', limit: when === 'always' ? 'always' : 'limit' } as const;
  return kinds[severity];
}

function answersBeside(catalog: Catalog, { beside }: Limit, keys: readonly string[]): string[] {
  if (beside !== undefined) return [beside];
  return [...new Set(keys.flatMap((key) => answerBehind(catalog, key) ?? []))];
}

function wordsOf(
  own: string,
  seen: LimitEvidence | undefined,
): Pick<AppliedLimit, 'message' | 'short'> {
  if (seen?.effect === 'worse') return { message: `${seen.evidence} ${own}`, short: seen.evidence };
  const message = seen?.effect === 'noted' ? `${own} ${seen.evidence}` : own;
  return { message, short: firstSentence(own) };
}

/**
 * The reasons that still hold: a caution that is no longer there, or that now says something else because its condition
 * changed, comes back to be settled.
 */
export function stillAccepted(
  { accepted = {} }: UserFiles,
  before: readonly AppliedLimit[],
  now: readonly AppliedLimit[],
): Readonly<Record<string, string>> {
  const messageOf = new Map(before.map(({ id, message }) => [id, message]));
  const same = now.filter(({ id, message }) => messageOf.get(id) === message);
  const ids = new Set(same.map(({ id }) => id));
  return Object.fromEntries(Object.entries(accepted).filter(([id]) => ids.has(id)));
}

/** The limits of one reading that another has not. */
export function limitsOnlyIn(
  limits: readonly AppliedLimit[],
  others: readonly AppliedLimit[],
): readonly AppliedLimit[] {
  const ids = new Set(others.map(({ id }) => id));
  return limits.filter(({ id }) => !ids.has(id));
}
