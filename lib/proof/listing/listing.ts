import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath, isWithin, type Path, parsePath } from '@/lib/domain/path';
import {
  type ChartKey,
  type ChartLeaf,
  type PathMap,
  typeOf,
  type ValueType,
} from '@/lib/domain/user-files';
import { type Leaf, leavesOf, type Mapping, shown } from '@/lib/files/leaves';
import { secretIn } from '@/lib/files/secret-in';
import { chosenPath, isConversion } from '@/lib/overlay/place';
import { readAnswers } from '@/lib/reading/reading';
import { type OurType, ourTypes } from './our-types';
import { ChartIndex, type Suggestion } from './suggestions';

/** What the values files of a person's chart list. */
export interface Listing {
  /** By the path as `helm --set` writes it. */
  readonly leaves: ReadonlyMap<string, ChartLeaf>;
  /** Every path that has something below it. */
  readonly parents: ReadonlySet<string>;
}

/** Reads what some values files list, in the order in which Helm takes them: of equal paths the last counts. */
export function listingOf(files: readonly Mapping[]): Listing {
  const found = files.flatMap((values) => leavesOf(values)).filter(({ path }) => isPlace(path));
  return {
    leaves: new Map(found.map((leaf) => [formatPath(leaf.path), chartLeaf(leaf)])),
    parents: parentsOf(found),
  };
}

/** Whether the overlay can write at a path: not where a name would be lost, and not where a link would be too long. */
const isPlace = (path: readonly string[]): boolean =>
  !path.includes('__proto__') && !path.includes('') && path.join('.').length <= 150;

function chartLeaf({ path, value }: Leaf): ChartLeaf {
  const text = secretIn(path, value) ? 'a secret, not shown' : shown(value);
  return { path: formatPath(path), type: typeOf(value), shown: text };
}

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

/** How a listing has every key that an overlay can write, whatever the answers are, by our path. */
export function chartKeys(catalog: Catalog, listing: Listing): Record<string, ChartKey> {
  const types = ourTypes(catalog);
  return Object.fromEntries(
    catalog.keys.map(({ path, provenance }): [string, ChartKey] => {
      const has = listedAt(listing, path);
      if (!has) return [path, { status: 'not-listed' }];
      const type = types.get(path);
      if (has.path !== path || isLike(type, has.type)) {
        return [path, { status: 'listed', ...(provenance === 'unverified' && { implied: path }) }];
      }
      const place = placeFor(type, has);
      return [path, { status: 'other-type', ...(place !== path && { implied: place }) }];
    }),
  );
}

/** What a listing has at a path, or at the closest empty mapping above it, which takes any key below. */
export function listedAt({ leaves, parents }: Listing, text: string): ChartLeaf | undefined {
  const own = leaves.get(text);
  if (own) return own;
  if (parents.has(text)) return { path: text, type: 'mapping', shown: '{…}' };
  const path: Path = parsePath(text);
  for (let depth = path.length - 1; depth > 0; depth--) {
    const leaf = leaves.get(formatPath(path.slice(0, depth)));
    if (!leaf) continue;
    // An empty tier does not show which blocks it may have; an empty block, or a direct parent, is open.
    return leaf.type === 'mapping' && (depth > 1 || path.length === 2) ? leaf : undefined;
  }
  return undefined;
}

const isLike = (ours: OurType | undefined, theirs: ValueType): boolean =>
  ours === theirs ||
  theirs === 'null' ||
  (ours === 'quantity' && (theirs === 'string' || theirs === 'number'));

/** Whether a value of ours can stand where the chart has one of that type, as it is or made into it. */
export const fits = (ours: OurType | undefined, { type }: ChartLeaf): boolean =>
  isLike(ours, type) || conversion(ours, type) !== undefined;

function conversion(ours: OurType | undefined, theirs: ValueType): string | undefined {
  if (isLike(ours, theirs) || ours === 'list' || ours === 'quantity') return undefined;
  return isConversion(theirs) ? theirs : undefined;
}

/** What to put behind `map.<our path>=` for a path of the chart: with the chart's type where ours is another. */
export function placeFor(ours: OurType | undefined, { path, type }: ChartLeaf): string {
  const as = conversion(ours, type);
  return as === undefined ? path : `${path}=${as}`;
}

/**
 * Why a key of ours cannot stand at a path, in a sentence: another key of ours stands there already, above it or below
 * it, so that one of the two would be lost. `undefined` where the path is free.
 */
export function occupied(
  catalog: Catalog,
  ours: string,
  path: string,
  map: PathMap = {},
): string | undefined {
  for (const { path: other } of catalog.keys) {
    const at = chosenPath(map, other) || other;
    if (other === ours || !(isWithin(path, at) || isWithin(at, path))) continue;
    const place =
      at === path ? 'there already' : `${isWithin(path, at) ? 'above' : 'below'} it, at ${at}`;
    return `${other} stands ${place}. Choose another path, or move that key first.`;
  }
  return undefined;
}

/** The paths of a listing that each key of ours likely means, best first, for keys that it does not list. */
export function suggestionsIn(
  catalog: Catalog,
  listing: Listing,
  map: PathMap = {},
): ReadonlyMap<string, readonly Suggestion[]> {
  const index = new ChartIndex(catalog.keys.map(({ path }) => String(parsePath(path)[0])));
  for (const leaf of listing.leaves.values()) index.add(parsePath(leaf.path), leaf);
  const types = ourTypes(catalog);
  const { entries } = readAnswers(catalog, completeAnswers(catalog, {}));
  const defaults = new Map(entries.map(({ key, value }) => [key.path, shown(value)]));
  return new Map(
    catalog.keys
      .filter(({ path }) => !listedAt(listing, path))
      .map(({ path }) => [
        path,
        index
          .suggestions(parsePath(path), types.get(path), defaults.get(path))
          .filter((leaf) => occupied(catalog, path, leaf.path, map) === undefined),
      ]),
  );
}
