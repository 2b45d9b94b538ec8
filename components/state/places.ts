import { answerBehind, type Catalog } from '@/lib/domain/catalog';
import { isWithin } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

/** Where a line of the file leads: an answer, or the option that always writes it. */
export function placeOf(
  catalog: Catalog,
  path: string,
): { readonly answer: string } | { readonly option: string } | undefined {
  const answer = answerBehind(catalog, path);
  if (answer !== undefined) return { answer };
  const key = catalog.keys.find((one) => isWithin(one.path, path));
  const option = key && catalog.ownerOf.get(key.path);
  return option && { option: option.id };
}

/** The catalogue's path of what stands at a path of the file. The two differ where the operator's chart has the key elsewhere. */
export function declaredPath(entries: readonly Entry[], path: string): string {
  const entry = entries.find((one) => one.isConfirmed && isWithin(path, one.at));
  return entry ? entry.key.path : path;
}

/** Where the file has what an answer decides. */
export function writtenPaths(entries: readonly Entry[], answer: string): string[] {
  return entries.filter(({ key }) => key.answerKey === answer).map(({ at }) => at);
}

/** The paths of the overlay that an answer decides. */
export function pathsOf(catalog: Catalog, answer: string): string[] {
  return catalog.keys.filter(({ answerKey }) => answerKey === answer).map(({ path }) => path);
}

/** An answer in words: `API, smallest number of pods`. */
export function nameOf(catalog: Catalog, key: string): string {
  const label = catalog.answer.get(key)?.label ?? key;
  return `${catalog.ownerOf.get(key)?.title}: ${label}`;
}
