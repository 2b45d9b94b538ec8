import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { isWithin } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

/** The answers to change in order to change what stands at a key of the overlay, or below it. */
function answersOf(catalog: Catalog, key: string): string[] {
  if (catalog.answer.has(key)) return [key];
  return catalog.keys
    .filter(({ path }) => isWithin(path, key) || isWithin(key, path))
    .flatMap(({ answerKey }) => answerKey ?? []);
}

/** The answers beside which the page shows a limit: one for each key that it touches. */
export function answersBeside(catalog: Catalog, { beside, keys }: AppliedLimit): string[] {
  if (beside !== undefined) return [beside];
  return [...new Set(keys.flatMap((key) => answersOf(catalog, key)[0] ?? []))];
}

/** Where a line of the file leads: an answer, or the option that always writes it. */
export function placeOf(
  catalog: Catalog,
  path: string,
): { readonly answer: string } | { readonly option: string } | undefined {
  const answer = answersOf(catalog, path)[0];
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
