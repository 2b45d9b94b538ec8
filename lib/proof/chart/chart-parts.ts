import { at, isMapping } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';
import { readYaml } from '@/lib/files/read-yaml';
import { type Mapping, valueAt } from '@/lib/files/yaml-mapping';
import { listAt, textAt } from '../untyped';
import { plainName } from './archive/entry-name';
import { type ChartFile, folderOf } from './chart-file';

/** A chart, or one that it brings along. */
export interface ChartPart {
  /** Its folder from the chart's own on: `''`, or `charts/redis/`. */
  readonly folder: string;
  /** Where its values stand in the chart's: a subchart with several names has several. */
  readonly places: readonly (readonly string[])[];
  readonly files: readonly ChartFile[];
  /** What its values.yaml lists; `undefined` where that cannot be read. */
  readonly values: Mapping | undefined;
  readonly dependencies: readonly Dependency[];
}

/** A line of `dependencies:` in Chart.yaml. */
export interface Dependency {
  /** The name that its values stand under. */
  readonly name: string;
  /** Paths of the values that switch it on or off. */
  readonly switches: readonly string[];
  readonly hasImports: boolean;
}

/**
 * The chart among some files, and its subcharts, the chart itself first. Paths begin at the chart's folder.
 * @returns a fault in a sentence where there is no chart, or more than one
 */
export function chartParts(
  files: readonly ChartFile[],
): { parts: readonly [ChartPart, ...ChartPart[]] } | { fault: string } {
  const found = chartFolder(files.map(({ path }) => path));
  if ('fault' in found) return found;
  const { folder } = found;
  const own = files
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, text }) => ({ path: path.slice(folder.length), text }));
  return { parts: partsIn('', [[]], own) };
}

/**
 * The folder of the one chart among some paths. A chart within another is its subchart or an example, not a second one.
 * @returns a fault in a sentence where there is no chart, or more than one
 */
function chartFolder(paths: readonly string[]): { folder: string } | { fault: string } {
  const folders = paths
    .filter((path) => /(?:^|\/)Chart\.yaml$/.test(path))
    .map(folderOf)
    .sort((a, b) => a.length - b.length);
  const outermost = folders.filter(
    (one, at) => !folders.slice(0, at).some((other) => one.startsWith(other)),
  );
  const [folder, ...others] = outermost;
  if (folder === undefined) {
    return {
      fault:
        'There is no Chart.yaml in it, so this is no chart. Give the folder that has Chart.yaml, values.yaml and templates, or what helm package makes of it.',
    };
  }
  if (others.length > 0) {
    const names = outermost.slice(0, 3).map((one) => plainName(one.replace(/\/$/, '')));
    return {
      fault: `There are ${outermost.length} charts in it: ${names.join(', ')}${outermost.length > 3 ? ' and more' : ''}. Give the folder of one.`,
    };
  }
  return { folder };
}

function partsIn(
  folder: string,
  places: ChartPart['places'],
  files: readonly ChartFile[],
  isBelowLists = true,
): [ChartPart, ...ChartPart[]] {
  const charts = `${folder}charts/`;
  const below = new Map<string, ChartFile[]>();
  const own: ChartFile[] = [];
  for (const file of files) {
    const end = file.path.startsWith(charts) ? file.path.indexOf('/', charts.length) : -1;
    const sub = file.path.slice(0, end + 1);
    if (sub === '') own.push(file);
    else below.set(sub, [...(below.get(sub) ?? []), file]);
  }
  const listed = ['Chart.yaml', 'requirements.yaml'].flatMap((name) =>
    listAt(mappingIn(own, folder + name), 'dependencies').filter(isMapping),
  );
  const part: ChartPart = {
    folder,
    places,
    files: own,
    values: own.some(({ path }) => path === `${folder}values.yaml`)
      ? mappingIn(own, `${folder}values.yaml`)
      : {},
    dependencies: listed.map(dependencyOf),
  };
  const subcharts = [...below].flatMap(([sub, inside]) => {
    const about = mappingIn(inside, `${sub}Chart.yaml`);
    if (!about) return [];
    const name = textAt(about, 'name') || sub.split('/').at(-2) || '';
    const names = listed.filter((one) => textAt(one, 'name') === name).map(nameOf);
    // Below a chart without dependencies Helm looks at none: then the subchart keeps its name.
    const isOwnName = names.length === 0 || !isBelowLists;
    const under = new Set(isOwnName ? [...names, name] : names);
    const all = places.flatMap((place) => [...under].map((one) => [...place, one]));
    return partsIn(sub, all, inside, isBelowLists && listed.length > 0);
  });
  return [part, ...subcharts];
}

const nameOf = (dependency: unknown): string =>
  textAt(dependency, 'alias') || textAt(dependency, 'name');

const dependencyOf = (dependency: unknown): Dependency => ({
  name: nameOf(dependency),
  switches: [
    ...textAt(dependency, 'condition')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    ...listAt(dependency, 'tags').map((tag) => `tags.${tag}`),
  ],
  hasImports: at(dependency, 'import-values') !== undefined,
});

function mappingIn(files: readonly ChartFile[], path: string): Mapping | undefined {
  const file = files.find((one) => one.path === path);
  if (!file || !/\S/.test(file.text.replace(/^\s*#.*$/gm, ''))) return file ? {} : undefined;
  const read = readYaml(file.text);
  return 'fault' in read ? undefined : read.values;
}

/** Subcharts that Chart.yaml lists and that are missing, as places of the chart's values: they may read any of these. */
export function absentSubcharts(parts: readonly ChartPart[]): {
  readonly file: string;
  readonly place: readonly string[];
}[] {
  const there = new Set(parts.flatMap(({ places }) => places.map((place) => place.join('\0'))));
  return parts.flatMap(({ folder, places, dependencies }) =>
    places
      .flatMap((place) => dependencies.map(({ name }) => [...place, name]))
      .filter((place) => !there.has(place.join('\0')))
      .map((place) => ({ file: `${folder}Chart.yaml`, place })),
  );
}

/** What every part's values.yaml has at a path of the chart's values. */
export function valuesAt(parts: readonly ChartPart[], path: readonly string[]): UserValue[] {
  return parts.flatMap(({ places, values }) =>
    places.flatMap((place) => {
      if (!values || !place.every((step, at) => step === path[at])) return [];
      const value = valueAt(values, ...path.slice(place.length));
      return value === undefined ? [] : [value];
    }),
  );
}
