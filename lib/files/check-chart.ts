import type { Derived } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath, type Path, parsePath } from '@/lib/domain/path';
import {
  type ChartKey,
  type ChartLeaf,
  type PathMap,
  typeOf,
  type ValueType,
} from '@/lib/domain/user-files';
import { isConversion, readPlace } from '@/lib/overlay/place';
import { readAnswers } from '@/lib/reading/reading';
import { type Leaf, leavesOf, shown } from './leaves';
import { type OurType, ourTypes } from './our-types';
import { readYaml, type YamlFault } from './read-yaml';
import { ChartIndex } from './suggestions';

/** A chart, held against the catalogue. */
export interface ChartCheck {
  /** What it says of every key, by our path. */
  readonly chart: Readonly<Record<string, ChartKey>>;
  /** The paths that were chosen before and that this chart has too. */
  readonly map: PathMap;
  /** Keys whose chosen path it does not have. */
  readonly dropped: readonly string[];
  /** How many leaves it has. */
  readonly leaves: number;
}

/**
 * Holds a chart's own `values.yaml`, or what `helm show values` prints, against every key that an overlay can have,
 * whatever is answered now, so that nothing needs to be asked again when an answer changes. Never throws.
 */
export function checkChart(
  catalog: Catalog,
  text: string,
  map: PathMap = {},
): ChartCheck | { fault: YamlFault } {
  const steps = checkInSteps(catalog, text, map);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few milliseconds, so that a page can draw and take keys between them. */
export function* checkInSteps(
  catalog: Catalog,
  text: string,
  map: PathMap = {},
): Generator<undefined, ChartCheck | { fault: YamlFault }> {
  const read = readYaml(text);
  if ('fault' in read) return read;
  yield;
  const found = leavesOf(read.values);
  const leaves = found.map(chartLeaf);
  const at = new Map(leaves.map((leaf) => [leaf.path, leaf]));
  const parents = parentsOf(found);
  yield;
  const index = new ChartIndex(
    leaves.flatMap((leaf, at) => {
      const steps = found[at]?.path ?? [];
      return isPlace(steps) ? [{ ...leaf, steps }] : [];
    }),
  );
  yield;
  const types = ourTypes(catalog);
  const defaults = defaultsOf(catalog);

  const judge = (key: Derived): ChartKey => {
    const path = parsePath(key.path);
    const type = types.get(key.path);
    const has = at.get(key.path) ?? emptyAbove(path, at);
    if (has) return present(key, type, has);
    if (parents.has(key.path)) {
      const mapping: ChartLeaf = { path: key.path, type: 'mapping', shown: '{…}' };
      return { status: 'other-type', has: mapping, suggestions: [] };
    }
    const chosen = at.get(Object.hasOwn(map, key.path) ? readPlace(map[key.path] ?? '').path : '');
    const alike = index
      .suggestions(path, type, defaults.get(key.path))
      .filter(({ path }) => !types.has(path));
    const suggestions = chosen
      ? [chosen, ...alike.filter(({ path }) => path !== chosen.path)]
      : alike;
    return { status: key.overlayOnly ? 'overlay-only' : 'absent', suggestions };
  };
  const chart: Record<string, ChartKey> = {};
  for (const key of catalog.keys) {
    chart[key.path] = judge(key);
    yield;
  }
  const isKept = ([, place]: [string, string]) => {
    const { path } = readPlace(place);
    return path === '' || at.has(path);
  };
  const chosen = Object.entries(map);
  return {
    chart,
    map: Object.fromEntries(chosen.filter(isKept)),
    dropped: chosen.filter((one) => !isKept(one)).map(([ours]) => ours),
    leaves: leaves.length,
  };
}

/** What to put behind `map.<our path>=` for a path of the chart: with the chart's type where ours is another. */
export function placeFor(catalog: Catalog, ours: string, { path, type }: ChartLeaf): string {
  const as = conversion(ourTypes(catalog).get(ours), type);
  return as === undefined ? path : `${path}=${as}`;
}

function chartLeaf({ path, value }: Leaf): ChartLeaf {
  return { path: formatPath(path), type: typeOf(value), shown: shown(value) };
}

/** An empty mapping takes whatever stands below it: `resources: {}` is how charts leave a place open. */
function emptyAbove(path: Path, at: ReadonlyMap<string, ChartLeaf>): ChartLeaf | undefined {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const leaf = at.get(formatPath(path.slice(0, depth)));
    if (!leaf) continue;
    // An empty tier says nothing of the blocks that a tier may have; an empty block, or a direct parent, is open.
    const isOpen = leaf.type === 'mapping' && (depth > 1 || path.length === 2);
    return isOpen ? leaf : undefined;
  }
  return undefined;
}

function present(
  { path, provenance }: Derived,
  type: OurType | undefined,
  has: ChartLeaf,
): ChartKey {
  const isOpen = has.path !== path;
  if (isOpen || isLike(type, has.type)) {
    const isNew = provenance === 'unverified';
    return { status: 'confirmed', has, suggestions: [], ...(isNew && { implied: path }) };
  }
  const as = conversion(type, has.type);
  return { status: 'other-type', has, suggestions: [], ...(as && { implied: `${path}=${as}` }) };
}

const isLike = (ours: OurType | undefined, theirs: ValueType): boolean =>
  ours === theirs ||
  theirs === 'null' ||
  (ours === 'quantity' && (theirs === 'string' || theirs === 'number'));

function conversion(ours: OurType | undefined, theirs: ValueType): string | undefined {
  if (isLike(ours, theirs) || ours === 'list' || ours === 'quantity') return undefined;
  return isConversion(theirs) ? theirs : undefined;
}

/** Every path that has something below it. */
function parentsOf(leaves: readonly Leaf[]): Set<string> {
  const parents = new Set<string>();
  for (const { path } of leaves) {
    let at = '';
    for (const step of path.slice(0, -1)) {
      at += (at === '' ? '' : '.') + formatPath([step]);
      parents.add(at);
    }
  }
  return parents;
}

/** Whether the overlay can write at a path: not where a name would be lost, and not where a link would be too long. */
const isPlace = (path: readonly string[]): boolean =>
  !path.includes('__proto__') && !path.includes('') && path.join('.').length <= 150;

function defaultsOf(catalog: Catalog): Map<string, string> {
  const { entries } = readAnswers(catalog, completeAnswers(catalog, {}));
  return new Map(entries.map(({ key, value }) => [key.path, shown(value)]));
}
