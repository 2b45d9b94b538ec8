import type { Catalog } from '@/lib/domain/catalog';
import {
  type AppliedLimit,
  firstSentence,
  type Limit,
  type LimitEvidence,
  type SettledLimit,
  type Situation,
  textIn,
} from '@/lib/domain/limit';
import { inReadingOrder } from '@/lib/domain/limit-kind';
import { ownOf } from '@/lib/domain/mapping';
import type { UserFiles } from '@/lib/domain/user-files';

/**
 * The limits that apply, in the order in which they are read, and those that a render has settled. What a render shows of
 * a limit counts: it settles it, makes it a caution that says so first, or adds to its words. A caution that the operator
 * accepts carries the reason.
 */
export function limitsOf(
  { allLimits }: Catalog,
  situation: Situation,
  { accepted = {}, evidence = [] }: UserFiles,
): { readonly limits: readonly AppliedLimit[]; readonly settled: readonly SettledLimit[] } {
  const shown = new Map(evidence.map((one) => [one.id, one]));
  const limits: AppliedLimit[] = [];
  const settled: SettledLimit[] = [];
  for (const limit of allLimits) {
    const seen = shown.get(limit.id);
    const isShown = seen?.effect === 'worse' && limit.whenShown?.(situation);
    if (!limitApplies(limit, situation) && !isShown) continue;
    const applied = withEvidence(apply(limit, situation), seen);
    if (seen?.effect === 'settled') settled.push({ ...applied, evidence: seen.evidence });
    else if (applied.severity !== 'caution') limits.push(applied);
    else limits.push({ ...applied, accepted: ownOf(accepted, limit.id) });
  }
  return { limits: inReadingOrder(limits), settled };
}

/** Whether a limit is true of these answers, whatever renders show. */
export const limitApplies = ({ when }: Limit, situation: Situation): boolean =>
  when === 'always' || when(situation);

function apply(limit: Limit, situation: Situation): AppliedLimit {
  const { id, severity, when, keys, source, beside, remedy, isToFillIn } = limit;
  const message = textIn(situation, limit.message);
  return {
    id,
    severity,
    keys: typeof keys === 'function' ? keys(situation) : keys,
    message,
    short: firstSentence(message),
    source,
    always: when === 'always',
    beside,
    remedy,
    isToFillIn,
  };
}

function withEvidence(limit: AppliedLimit, seen: LimitEvidence | undefined): AppliedLimit {
  if (!seen || seen.effect === 'settled') return limit;
  const { evidence } = seen;
  if (seen.effect === 'noted') return { ...limit, message: `${limit.message} ${evidence}` };
  const message = `${evidence} ${limit.message}`;
  return { ...limit, severity: 'caution', message, short: evidence };
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
