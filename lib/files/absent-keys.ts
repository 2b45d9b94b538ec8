import type { Catalog } from '@/lib/domain/catalog';
import { formatPath, isWithin } from '@/lib/domain/path';
import type { Notice } from '@/lib/link/link';
import type { Reading } from '@/lib/reading/reading';
import { directAnswer, silentRaw } from './given-answer';
import type { Leaf } from './leaves';

/**
 * What follows from keys that a file does not have: an answer that can write nothing is taken to do so.
 * @param before the reading of the file's line of answers, or of the defaults
 * @param isOurs whether the file has such a line, and so should have every key of that reading
 */
export function absentKeys(
  catalog: Catalog,
  before: Reading,
  leaves: readonly Leaf[],
  isOurs: boolean,
): { raw: Record<string, string>; remarks: Notice[] } {
  const there = leaves.map(({ path }) => formatPath(path));
  const roots = new Set(leaves.map(({ path }) => path[0]));
  const raw: Record<string, string> = {};
  const remarks: Notice[] = [];
  for (const { key, path } of before.entries) {
    const at = formatPath(path);
    // Nothing follows for a tier that the file does not mention; a tier that it mentions would have the key.
    if (!isOurs && !roots.has(String(path[0]))) continue;
    if (there.some((one) => isWithin(one, at) || isWithin(at, one))) continue;
    const answer = directAnswer(catalog, key.path);
    const silent = answer && silentRaw(answer);
    let message =
      'The answers line writes this key, the file does not have it. It is written again.';
    if (answer && silent !== undefined) {
      raw[answer.key] = silent;
      message = `Not in the file, so ${answer.key} is ${silent || 'blank'}.`;
    } else if (!isOurs) continue;
    remarks.push({ key: at, message });
  }
  return { raw, remarks };
}
