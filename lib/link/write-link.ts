import type { Entry } from '@/lib/overlay/values';
import { MAP } from './map';
import { LINK_VERSION } from './version';

/**
 * The answers as a link has them: `v`, each answer that differs from its default, then where the operator's chart has
 * the keys that are written. `''` when it would hold nothing. Without `#`: the page puts it before, the file's head
 * and the HTTP routes take the link as it is.
 * @param changes raw texts by key, in the order of the link
 * @param entries what is written, in the order of the file
 */
export function writeLink(
  changes: Iterable<readonly [key: string, raw: string]>,
  entries: readonly Entry[] = [],
): string {
  const parameters = new URLSearchParams();
  for (const [key, raw] of changes) parameters.append(key, raw);
  for (const { key, place } of entries) {
    if (place !== undefined) parameters.append(MAP + key.path, place);
  }
  return parameters.size === 0 ? '' : `v=${LINK_VERSION}&${parameters}`;
}
