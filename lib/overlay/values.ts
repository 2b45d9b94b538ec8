import type { Derived, YamlValue } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';
import type { WrittenKey } from '@/lib/domain/limit';
import { formatPath, isWithin, type Path, parsePath } from '@/lib/domain/path';
import type { Carried } from '@/lib/domain/user-files';

/** A Helm values tree. */
export type Values = { readonly [key: string]: YamlValue };

/** One key of the overlay with its value, before it is part of a tree. */
export interface Entry {
  readonly key: Derived;
  readonly path: Path;
  /** The path as text. */
  readonly at: string;
  readonly value: YamlValue;
  /** Whether the answer behind it cannot be read: the file then shows the key's place, and nothing else counts it. */
  readonly isUnread?: boolean;
  /** Where the operator's own chart wants it, as a `PathMap` says it. */
  readonly chartPath?: string;
  /** Whether that chart has the path. */
  readonly isConfirmed?: boolean;
  /** The type that the value was made into. */
  readonly as?: string | undefined;
}

/** Whether the file must say of an entry that nothing spells its path out. */
export const isUnverified = ({ key, isConfirmed }: Entry): boolean =>
  key.provenance === 'unverified' && !isConfirmed;

/**
 * What the answers write, in the order of the file, and the places of those that cannot be read. Answers that are left
 * to the chart or not chosen write nothing, and neither does a key that only serves a block in which nothing was decided.
 */
export function entriesOf(catalog: Catalog, { read, isActive, isInvalid }: Evaluation): Entry[] {
  const entries = catalog.keys.flatMap((key): Entry[] => {
    const place = { key, path: parsePath(key.path), at: key.path };
    const value = key.value(read);
    if (value !== undefined) return [{ ...place, value }];
    const answer = catalog.answer.get(key.of ?? '');
    const isUnread = answer && isInvalid(answer) && isActive(answer);
    return isUnread ? [{ ...place, value: '', isUnread }] : [];
  });
  const decided = entries.filter(({ key }) => key.serves === undefined);
  const isServing = ({ serves }: Derived) =>
    serves === undefined || decided.some(({ key }) => isWithin(key.path, serves));
  return entries.filter(({ key }) => isServing(key));
}

/** The entries as one tree. No key in it is null and no mapping empty, because only entries make mappings. */
export function treeOf(entries: readonly Pick<Entry, 'path' | 'value'>[]): Values {
  const tree: { [key: string]: YamlValue } = {};
  for (const { path, value } of entries) {
    let at = tree;
    for (const step of path.slice(0, -1)) {
      // A key may be called `constructor`, which every object has without having it.
      if (!Object.hasOwn(at, step)) at[step] = {};
      at = at[step] as typeof tree; // made one line above, or by an earlier entry of the same branch
    }
    at[String(path.at(-1))] = value;
  }
  return tree;
}

/** Every leaf path of the entries, lists opened, each with what is known of it. */
export function writtenKeys(entries: readonly Entry[]): WrittenKey[] {
  return entries.flatMap((entry) => {
    const provenance = isUnverified(entry) ? 'unverified' : 'documented';
    return scalarsIn(entry.path, entry.value).map((scalar) => {
      const path = formatPath(scalar.path);
      if (!entry.isConfirmed) return { path, provenance };
      return { path, provenance, by: 'chart', key: entry.key.path + path.slice(entry.at.length) };
    });
  });
}

/** A carried key as a part of the tree. */
export const carriedEntry = ({ path, value }: Carried): Pick<Entry, 'path' | 'value'> => ({
  path,
  value: value as YamlValue, // may be or hold a null, which only a person's own file may ask of Helm
});

/** Every text, number and yes or no in a value that stands at a path, lists and mappings opened. */
export function scalarsIn(
  path: Path,
  value: YamlValue,
): { readonly path: Path; readonly value: string | number | boolean }[] {
  if (typeof value !== 'object') return [{ path, value }];
  const items: [string | number, YamlValue][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return items.flatMap(([step, item]) => scalarsIn([...path, step], item));
}
