import type { Derived } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath, type Path, parsePath } from '@/lib/domain/path';
import {
  type ChartKey,
  type ChartLeaf,
  type PathMap,
  type Suggestion,
  typeOf,
  type ValueType,
} from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { chosenPath, isConversion, readPlace } from '@/lib/overlay/place';
import { readAnswers } from '@/lib/reading/reading';
import type { FileFault } from './file-text';
import { type Leaf, leavesOf, shown } from './leaves';
import { occupiedPath } from './occupied-path';
import { type OurType, ourTypes } from './our-types';
import { readYaml } from './read-yaml';
import { secretIn } from './secret-in';
import { ChartIndex } from './suggestions';

/** A chart, checked against the catalogue. */
export interface ChartCheck {
  /** What it has for every key, by our path. */
  readonly chart: Readonly<Record<string, ChartKey>>;
  /** The paths that were chosen before and that this chart has too. */
  readonly map: PathMap;
  /** Keys whose chosen path it does not have. */
  readonly dropped: readonly string[];
  /** How many leaves it has. */
  readonly leaves: number;
  /** How it was read, where that may surprise: a key that stands twice, several documents. */
  readonly remarks: readonly Notice[];
}

/**
 * Checks a chart's own `values.yaml`, or what `helm show values` prints, for every key that an overlay can have, whatever
 * the answers are, so that the check still holds when an answer changes. In steps of a few milliseconds, so that a page
 * can draw and take keys between them. Never throws.
 */
export function* checkInSteps(
  catalog: Catalog,
  text: string,
  map: PathMap = {},
): Generator<undefined, ChartCheck | { fault: FileFault }> {
  const read = readYaml(text);
  if ('fault' in read) return read;
  yield;
  const found = leavesOf(read.values);
  const leaves = found.map(chartLeaf);
  const listed = new Map(leaves.map((leaf) => [leaf.path, leaf]));
  yield;
  const parents = parentsOf(found);
  const index = new ChartIndex(catalog.keys.map(({ path }) => String(parsePath(path)[0])));
  for (const [place, { path }] of found.entries()) {
    const leaf = leaves[place];
    if (leaf && isPlace(path)) index.add(path, leaf);
    if (place % LEAVES_A_STEP === 0) yield;
  }
  const types = ourTypes(catalog);
  const defaults = defaultsOf(catalog);
  yield;
  const chart: Record<string, ChartKey> = {};
  for (const key of catalog.keys) {
    const suggestions = () => {
      const alike = index
        .suggestions(parsePath(key.path), types.get(key.path), defaults.get(key.path))
        .filter(({ path }) => !occupiedPath(catalog, key.path, path, map));
      const chosen = listed.get(chosenPath(map, key.path));
      if (!chosen) return alike;
      return [{ ...chosen, likelihood: 1 }, ...alike.filter(({ path }) => path !== chosen.path)];
    };
    const judged = judge(key, types.get(key.path), listed, parents);
    chart[key.path] = judged.has ? judged : { ...judged, suggestions: suggestions() };
    yield;
  }
  const isKept = ([, place]: [string, string]) => {
    const { path } = readPlace(place);
    return path === '' || listed.has(path);
  };
  const chosen = Object.entries(map);
  return {
    chart,
    map: Object.fromEntries(chosen.filter(isKept)),
    dropped: chosen.filter((one) => !isKept(one)).map(([ours]) => ours),
    leaves: leaves.length,
    remarks: read.remarks,
  };
}

/** How many leaves are read in one step. */
const LEAVES_A_STEP = 500;

/** How a chart has a key, before paths are suggested for it. */
function judge(
  key: Derived,
  type: OurType | undefined,
  at: ReadonlyMap<string, ChartLeaf>,
  parents: ReadonlySet<string>,
): ChartKey {
  const { path, provenance, overlayOnly } = key;
  const suggestions: readonly Suggestion[] = [];
  const has = at.get(path) ?? emptyAbove(parsePath(path), at);
  if (!has) {
    if (!parents.has(path)) return { status: overlayOnly ? 'overlay-only' : 'absent', suggestions };
    const mapping: ChartLeaf = { path, type: 'mapping', shown: '{…}' };
    return { status: 'other-type', has: mapping, suggestions };
  }
  const isOpen = has.path !== path;
  if (isOpen || isLike(type, has.type)) {
    const isNew = provenance === 'unverified';
    return { status: 'confirmed', has, suggestions, ...(isNew && { implied: path }) };
  }
  const as = conversion(type, has.type);
  return { status: 'other-type', has, suggestions, ...(as && { implied: `${path}=${as}` }) };
}

/** What to put behind `map.<our path>=` for a path of the chart: with the chart's type where ours is another. */
export function placeFor(catalog: Catalog, ours: string, { path, type }: ChartLeaf): string {
  const as = conversion(ourTypes(catalog).get(ours), type);
  return as === undefined ? path : `${path}=${as}`;
}

function chartLeaf({ path, value }: Leaf): ChartLeaf {
  // A default may be a password, and the browser's history keeps what is known of a chart.
  const text = secretIn(path, value) ? 'a secret, not shown' : shown(value);
  return { path: formatPath(path), type: typeOf(value), shown: text };
}

/** An empty mapping takes any key below it: `resources: {}` is how charts leave a place open. */
function emptyAbove(path: Path, at: ReadonlyMap<string, ChartLeaf>): ChartLeaf | undefined {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const leaf = at.get(formatPath(path.slice(0, depth)));
    if (!leaf) continue;
    // An empty tier does not show which blocks it may have; an empty block, or a direct parent, is open.
    const isOpen = leaf.type === 'mapping' && (depth > 1 || path.length === 2);
    return isOpen ? leaf : undefined;
  }
  return undefined;
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
