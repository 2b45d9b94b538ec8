import type { YamlValue } from '@/lib/domain/answer';
import { ownOf } from '@/lib/domain/mapping';
import { formatPath, isWithin, linesOf, parsePath } from '@/lib/domain/path';
import type { Carried, PathMap, UserFiles } from '@/lib/domain/user-files';
import type { Entry } from './values';

/** Types that a value can be made into without knowing what it means. */
const CONVERSIONS: Readonly<Record<string, (value: YamlValue) => YamlValue>> = {
  list: (value) =>
    Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value],
  string: (value) => (typeof value === 'object' ? value : String(value)),
  boolean: (value) => (value === 'true' ? true : value === 'false' ? false : value),
};

/** Whether a type can stand behind a path of a {@link PathMap}. */
export const isConversion = (type: string): boolean => Object.hasOwn(CONVERSIONS, type);

/** Takes the two parts of a {@link PathMap}'s text apart. An `=` of a path itself is escaped. */
export function readPlace(text: string): { path: string; as: string } {
  const [, path = '', as = ''] = /^((?:\\[\s\S]|[^\\=])*)=?([\s\S]*)$/.exec(text) ?? [];
  return { path, as };
}

/** The path that was chosen for one of our keys; `''` where none was. */
export const chosenPath = (map: PathMap, ours: string): string =>
  readPlace(ownOf(map, ours) ?? '').path;

/** The entries where the person's own chart wants them. Without a map or a chart they are the same ones. */
export function placeEntries(
  entries: readonly Entry[],
  { map, chart }: UserFiles,
): readonly Entry[] {
  if (!map && !chart) return entries;
  return entries.map((entry) => {
    const ours = entry.key.path;
    const place = (map && ownOf(map, ours)) ?? (chart && ownOf(chart, ours)?.implied);
    if (place === undefined) return entry;
    const { path, as } = readPlace(place);
    return {
      ...entry,
      place,
      isConfirmed: path !== '',
      path: path === '' ? entry.path : parsePath(path),
      value: CONVERSIONS[as]?.(entry.value) ?? entry.value,
      as: as || undefined,
    };
  });
}

/** The carried keys that none of our keys stands at, above or below. The others are left out as long as one does. */
export function carriedBeside(
  entries: readonly Entry[],
  carried: readonly Carried[] = [],
): readonly Carried[] {
  if (carried.length === 0) return carried;
  const ours = entries.map(({ path }) => formatPath(path));
  const taken = new Set(entries.flatMap(({ path }) => linesOf(path)));
  return carried.filter(({ path }) => {
    const at = formatPath(path);
    return !taken.has(at) && !ours.some((one) => isWithin(at, one));
  });
}
