import type { OverlayKey, YamlValue } from '@/lib/domain/answer';
import type { Catalog, PlacedKey } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';
import type { OverlayLeaf } from '@/lib/domain/limit';
import { ownOf } from '@/lib/domain/mapping';
import { formatPath, isWithin, type Path, parsePath, prefixesOf } from '@/lib/domain/path';
import type { Carried, PathMap, UserFiles } from '@/lib/domain/user-files';

/** A Helm values tree. */
export type Values = { readonly [key: string]: YamlValue };

/** One key of the overlay with its value, before it is part of a tree. */
export interface Entry extends Pick<PlacedKey, 'segments' | 'prefixes'> {
  readonly key: PlacedKey;
  /** Where it stands in the file. */
  readonly at: string;
  readonly value: YamlValue;
  /** Whether its answer is invalid: the file then shows the key without a value, and nothing else counts it. */
  readonly isInvalid?: boolean;
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
 * What the answers write, in the order of the file, and the places of those that are invalid. Answers that are left
 * to the chart or not chosen write nothing, and neither does a key that only serves a block in which nothing was decided.
 */
export function entriesOf(catalog: Catalog, { read, isAsked, ...judged }: Evaluation): Entry[] {
  const entries = catalog.keys.flatMap((key): Entry[] => {
    const { segments, path: at, prefixes } = key;
    const place = { key, segments, at, prefixes };
    const value = key.value(read);
    if (value !== undefined) return [{ ...place, value }];
    const answer = catalog.answerOf.get(key.answerKey ?? '');
    const isInvalid = answer && judged.isInvalid(answer) && isAsked(answer);
    return isInvalid ? [{ ...place, value: '', isInvalid }] : [];
  });
  const decided = entries.filter(({ key }) => key.serves === undefined);
  const isServing = ({ serves }: OverlayKey) =>
    serves === undefined || decided.some(({ key }) => isWithin(key.path, serves));
  return entries.filter(({ key }) => isServing(key));
}

/** Types that a value can be made into without knowing what it means. */
const CONVERSIONS: Readonly<Record<string, (value: YamlValue) => YamlValue>> = {
  list: (value) =>
    Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value],
  string: (value) => (typeof value === 'object' ? value : String(value)),
  boolean: (value) => (value === 'true' ? true : value === 'false' ? false : value),
};

/** Whether a type can follow a path of a {@link PathMap}. */
export const isConversion = (type: string): boolean => Object.hasOwn(CONVERSIONS, type);

/** Splits a text of a {@link PathMap} into path and type. An `=` in the path itself is escaped. */
export function readChartPath(text: string): { path: string; as: string } {
  const [, path = '', as = ''] = /^((?:\\[\s\S]|[^\\=])*)=?([\s\S]*)/.exec(text) ?? [];
  return { path, as };
}

/** The path of the operator's chart that was chosen for one of our keys; `''` where none was. */
export const chosenPath = (map: PathMap, ours: string): string =>
  readChartPath(ownOf(map, ours) ?? '').path;

/** The entries at the paths of the operator's chart. Without a map or a chart they are the same ones. */
export function atChartPaths(
  entries: readonly Entry[],
  { map = {}, chart = {} }: UserFiles,
): readonly Entry[] {
  return entries.map((entry) => {
    const ours = entry.key.path;
    const chartPath = ownOf(map, ours) ?? (ownOf(chart, ours) || undefined);
    if (chartPath === undefined) return entry;
    const { path, as } = readChartPath(chartPath);
    const segments = path === '' ? entry.segments : parsePath(path);
    return {
      ...entry,
      segments,
      at: formatPath(segments),
      prefixes: prefixesOf(segments),
      chartPath,
      isConfirmed: path !== '',
      value: CONVERSIONS[as]?.(entry.value) ?? entry.value,
      as: as || undefined,
    };
  });
}

/** The carried keys, without those that stand at, above or below one of our keys. */
export function carriedBeside(
  entries: readonly Entry[],
  carried: readonly Carried[] = [],
): readonly Carried[] {
  if (carried.length === 0) return carried;
  const ours = entries.map(({ at }) => at);
  const taken = new Set(entries.flatMap(({ prefixes }) => prefixes));
  return carried.filter(({ path }) => {
    const at = formatPath(path);
    return !taken.has(at) && !ours.some((one) => isWithin(at, one));
  });
}

/** The entries as one tree. No key in it is null and no mapping empty, because only entries make mappings. */
export function treeOf(entries: readonly Pick<Entry, 'segments' | 'value'>[]): Values {
  const tree: { [key: string]: YamlValue } = {};
  for (const { segments, value } of entries) {
    let at = tree;
    for (const step of segments.slice(0, -1)) {
      // A key may be called `constructor`, which every object has without having it.
      if (!Object.hasOwn(at, step)) at[step] = {};
      at = at[step] as typeof tree; // made one line above, or by an earlier entry of the same branch
    }
    at[String(segments.at(-1))] = value;
  }
  return tree;
}

/** Every leaf path of the entries, lists opened, each with what is known of it. */
export function overlayLeaves(entries: readonly Entry[]): OverlayLeaf[] {
  return entries.flatMap((entry) => {
    const provenance = isUnverified(entry) ? 'unverified' : 'documented';
    return scalarsIn(entry.segments, entry.value).map((scalar) => {
      const path = formatPath(scalar.path);
      if (!entry.isConfirmed) return { path, provenance };
      return { path, provenance, by: 'chart', key: entry.key.path + path.slice(entry.at.length) };
    });
  });
}

/** A carried key as a part of the tree. */
export const carriedEntry = ({ path, value }: Carried): Pick<Entry, 'segments' | 'value'> => ({
  segments: path,
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
