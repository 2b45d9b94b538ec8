import type { Catalog } from '@/lib/domain/catalog';

const LONGEST = 200;

/** The reasons for which cautions are accepted, by the limit's id. */
export type Accepted = Readonly<Record<string, string>>;

/**
 * Reads which cautions are accepted. A reason has 1 to 200 characters that can be seen.
 * @param given the ids, each with its reason
 * @param report is called for each that cannot be used
 */
export function readAccepted(
  { allLimits }: Catalog,
  given: ReadonlyMap<string, string>,
  report: (id: string, message: string) => void,
): Accepted | undefined {
  const accepted = new Map<string, string>();
  for (const [id, reason] of given) {
    const limit = allLimits.find((one) => one.id === id);
    if (limit?.severity !== 'caution') report(id, 'There is no such caution.');
    else if (!reason.trim() || reason.length > LONGEST || /[\p{C}\p{Zl}\p{Zp}]/u.test(reason)) {
      report(id, `Enter a reason of 1 to ${LONGEST} characters, on one line.`);
    } else accepted.set(id, reason);
  }
  return accepted.size > 0 ? Object.fromEntries(accepted) : undefined;
}
