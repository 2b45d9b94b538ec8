import { answerBehind, type Catalog } from '@/lib/domain/catalog';
import { isWithin } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

/** Where a line of the file leads: an answer, or the option that always writes it. */
export function placeOf(
  catalog: Catalog,
  entries: readonly Entry[],
  path: string,
): { readonly answer: string } | { readonly option: string } | undefined {
  // Where the operator's chart has a key elsewhere, the catalogue has it at another path.
  const moved = entries.find((one) => one.isConfirmed && isWithin(path, one.at));
  const declared = moved ? moved.key.path : path;
  const answer = answerBehind(catalog, declared);
  if (answer !== undefined) return { answer };
  const key = catalog.keys.find((one) => isWithin(one.path, declared));
  const option = key && catalog.ownerOf.get(key.path);
  return option && { option: option.id };
}

/** Where the file has what an answer decides. */
export function pathsOfAnswer(entries: readonly Entry[], answer: string): string[] {
  return entries.filter(({ key }) => key.answerKey === answer).map(({ at }) => at);
}

/** An answer in words: `API: Smallest number of pods`. */
export function answerName(catalog: Catalog, key: string): string {
  const label = catalog.answerOf.get(key)?.label ?? key;
  return `${catalog.ownerOf.get(key)?.title}: ${label}`;
}
