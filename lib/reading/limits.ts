import type { Catalog } from '@/lib/domain/catalog';
import {
  type AppliedLimit,
  type Limit,
  type LimitEvidence,
  type Situation,
  textIn,
} from '@/lib/domain/limit';

/**
 * The limits that apply, in the order in which they are read: cautions, then what is true of this choice, then what is
 * always true; within each, in the order of the catalogue. Renders can show that others apply too.
 */
export function appliedLimits(
  { allLimits }: Catalog,
  situation: Situation,
  evidence: readonly LimitEvidence[] = [],
): AppliedLimit[] {
  const isShown = (id: string) => evidence.some((one) => one.id === id && one.effect === 'worse');
  const applied = allLimits
    .filter(
      (limit) =>
        limitApplies(limit, situation) || (limit.whenShown?.(situation) && isShown(limit.id)),
    )
    .map((limit) => apply(limit, situation));
  const rank = ({ severity, always }: AppliedLimit) =>
    severity === 'caution' ? 0 : always ? 2 : 1;
  return applied.sort((one, other) => rank(one) - rank(other));
}

/** Whether a limit is true of these answers, whatever renders show. */
export const limitApplies = ({ when }: Limit, situation: Situation): boolean =>
  when === 'always' || when(situation);

function apply(limit: Limit, situation: Situation): AppliedLimit {
  const { id, severity, when, keys, message, short, source, beside, remedy } = limit;
  return {
    id,
    severity,
    keys: typeof keys === 'function' ? keys(situation) : keys,
    message: textIn(situation, message),
    short: textIn(situation, short),
    source,
    always: when === 'always',
    beside,
    remedy,
  };
}
