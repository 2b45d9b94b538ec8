import type { Derived, YamlValue } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';
import type { WrittenKey } from '@/lib/domain/limit';
import { formatPath, type Path, parsePath } from '@/lib/domain/path';

/** A Helm values tree. */
export type Values = { readonly [key: string]: YamlValue };

/** One key of the overlay with its value, before it is part of a tree. */
export interface Entry {
  readonly key: Derived;
  readonly path: Path;
  readonly value: YamlValue;
}

/** What the answers write, in the order of the file. Blank, invalid and unchosen answers write nothing. */
export function entriesOf(catalog: Catalog, { read }: Evaluation): Entry[] {
  const entries: Entry[] = [];
  for (const key of catalog.keys) {
    const value = key.value(read);
    if (value !== undefined) entries.push({ key, path: parsePath(key.path), value });
  }
  return entries;
}

type Mutable = { [key: string]: YamlValue };

/** The entries as one tree. No key in it is null and no mapping empty, because only entries make mappings. */
export function treeOf(entries: readonly Pick<Entry, 'path' | 'value'>[]): Values {
  const tree: Mutable = {};
  for (const { path, value } of entries) {
    let at = tree;
    for (const step of path.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Mutable; // made one line above, or by an earlier entry of the same branch
    }
    at[String(path.at(-1))] = value;
  }
  return tree;
}

/** Every leaf path of the entries, lists opened, each with what is known of it. */
export function writtenKeys(entries: readonly Entry[]): WrittenKey[] {
  return entries.flatMap(({ key, path, value }) =>
    leaves(path, value).map((leaf) => ({ path: leaf, provenance: key.provenance })),
  );
}

function leaves(path: Path, value: YamlValue): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves([...path, index], item));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) => leaves([...path, key], item));
  }
  return [formatPath(path)];
}
