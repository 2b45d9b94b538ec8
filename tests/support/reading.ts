import { catalog } from '@/lib/catalog/catalog';
import type { YamlValue } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf, type Values } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/report/reading';

/** Some answers, by key; the rest keep their defaults. */
export type Given = Readonly<Record<string, string>>;

/** All that follows from some answers. */
export function readingOf(given: Given = {}, of: Catalog = catalog): Reading {
  return readAnswers(of, completeAnswers(of, given));
}

/** The values tree of some answers. */
export function valuesOf(given: Given = {}, of: Catalog = catalog): Values {
  return treeOf(readingOf(given, of).entries);
}

/** The file of some answers. */
export function fileOf(given: Given = {}, of: Catalog = catalog): string {
  return textOf(readingOf(given, of).lines);
}

/** What stands at the end of some steps into a tree; `undefined` where the tree does not go so far. */
export function valueAt(values: Values, ...steps: readonly string[]): YamlValue | undefined {
  let at: YamlValue | undefined = values;
  for (const step of steps) {
    if (typeof at !== 'object' || Array.isArray(at)) return undefined;
    at = (at as Values)[step]; // a mapping: not a scalar, not a list
  }
  return at;
}

/** The ids of the limits that apply, sorted. */
export function limitIds(given: Given = {}): string[] {
  return readingOf(given)
    .limits.map(({ id }) => id)
    .sort();
}
