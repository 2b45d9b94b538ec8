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
    const chartPath = ownOf(map, ours) ?? ownOf(chart, ours)?.implied;
    if (chartPath === undefined) return entry;
    const { path, as } = readChartPath(chartPath);
    const place = path === '' ? {} : { path: parsePath(path), at: formatPath(parsePath(path)) };
    return {
      ...entry,
      ...place,
      chartPath,
      isConfirmed: path !== '',
      value: CONVERSIONS[as]?.(entry.value) ?? entry.value,
      as: as || undefined,
    };
  });
}

/** The carried keys that do not stand at one of our keys, above it or below it: as long as one does it is left out. */
export function carriedBeside(
  entries: readonly Entry[],
  carried: readonly Carried[] = [],
): readonly Carried[] {
  if (carried.length === 0) return carried;
  const ours = entries.map(({ at }) => at);
  const taken = new Set(entries.flatMap(({ path }) => linesOf(path)));
  return carried.filter(({ path }) => {
    const at = formatPath(path);
    return !taken.has(at) && !ours.some((one) => isWithin(at, one));
  });
}
