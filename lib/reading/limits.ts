import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit, Limit, Situation } from '@/lib/domain/limit';

/**
 * The limits that apply, in the order in which they are read: cautions, then what is true of this choice, then what is
 * always true; within each, in the order of the catalogue.
 */
export function appliedLimits({ allLimits }: Catalog, situation: Situation): AppliedLimit[] {
  const applied = allLimits
    .filter(({ when }) => when === 'always' || when(situation))
    .map((limit) => apply(limit, situation));
  const rank = ({ severity, always }: AppliedLimit) =>
    severity === 'caution' ? 0 : always ? 2 : 1;
  return applied.sort((one, other) => rank(one) - rank(other));
}

function apply(limit: Limit, situation: Situation): AppliedLimit {
  const { id, severity, when, keys, message, short, source, beside } = limit;
  return {
    id,
    severity,
    keys: typeof keys === 'function' ? keys(situation) : keys,
    message: message(situation),
    short: typeof short === 'function' ? short(situation) : short,
    source,
    always: when === 'always',
    ...(beside !== undefined && { beside }),
  };
}
