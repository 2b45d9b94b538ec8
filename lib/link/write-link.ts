import type { AppliedLimit } from '@/lib/domain/limit';
import type { Entry } from '@/lib/overlay/values';

/** The version of keys, meanings and defaults that links are written in. Every older one is still read. */
export const LINK_VERSION = '1';

/** The start of a parameter that gives the path of a key in the operator's own chart; our path follows. */
export const MAP = 'map.';

/** The start of a parameter that accepts a caution; the limit's id follows, and the value is the reason. */
export const ACCEPT = 'accept.';

/**
 * The answers as a link has them: `v`, each answer that differs from its default, then where the operator's chart has
 * the keys that are written. `''` when it would hold nothing. Without `#`: the page puts it before, the file's head
 * and the HTTP routes take the link as it is.
 * @param changes raw texts by key, in the order of the link
 * @param entries what is written, in the order of the file
 * @param limits those that apply; a caution that is accepted is written with its reason
 */
export function writeLink(
  changes: Iterable<readonly [key: string, raw: string]>,
  entries: readonly Entry[] = [],
  limits: readonly AppliedLimit[] = [],
): string {
  const parameters = new URLSearchParams();
  for (const [key, raw] of changes) parameters.append(key, raw);
  for (const { key, chartPath } of entries) {
    if (chartPath !== undefined) parameters.append(MAP + key.path, chartPath);
  }
  for (const { id, accepted } of limits) {
    if (accepted !== undefined) parameters.append(ACCEPT + id, accepted);
  }
  return parameters.size === 0 ? '' : `v=${LINK_VERSION}&${parameters}`;
}
