import type { WrittenType } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath, type Path, prefixesOf } from '@/lib/domain/path';
import { type ChartLeaf, type PathMap, typeOf, type ValueType } from '@/lib/domain/user-files';
import { type Leaf, leavesOf, type Mapping, shown } from '@/lib/files/leaves';
import { secretIn } from '@/lib/files/secret-in';
import { isConversion } from '@/lib/overlay/values';

/** What the values files of a person's chart list. */
export interface Listing {
  /** By the path as `helm --set` writes it. */
  readonly leaves: ReadonlyMap<string, ChartLeaf>;
  /** Every path that has something below it. */
  readonly parents: ReadonlySet<string>;
}

/** What some values files list, given in Helm's order: of equal paths the last counts. */
export function listingOf(files: readonly Mapping[]): Listing {
  const found = files.flatMap((values) => leavesOf(values)).filter(({ path }) => isPlace(path));
  return {
    leaves: new Map(found.map((leaf) => [leaf.at, chartLeaf(leaf)])),
    parents: new Set(found.flatMap(({ path }) => prefixesOf(path).slice(0, -1))),
  };
}

/** Whether the overlay can write at a path: a name would not be lost, and a link would not be too long. */
const isPlace = (path: readonly string[]): boolean =>
  !path.includes('__proto__') && !path.includes('') && path.join('.').length <= 150;

function chartLeaf({ at, path, value }: Leaf): ChartLeaf {
  const text = secretIn(path, value) ? 'a secret, not shown' : shown(value);
  return { path: at, type: typeOf(value), shown: text };
}

/** The keys that a listing has of all that an overlay can write, by our path: see `UserFiles.chart`. */
export const chartKeys = ({ keys }: Catalog, listing: Listing): PathMap =>
  Object.fromEntries(
    keys.flatMap(({ path, segments, type, provenance }) => {
      const has = listedAt(listing, segments);
      if (!has) return [];
      const isOther = has.path === path && !isLike(type, has.type);
      const place = isOther ? placeFor(type, has) : path;
      const isSaid = isOther ? place !== path : provenance === 'unverified';
      return [[path, isSaid ? place : '']];
    }),
  );

/** What a listing has at a path, or at the closest empty mapping above it, which takes any key below. */
export function listedAt({ leaves, parents }: Listing, path: Path): ChartLeaf | undefined {
  const prefixes = prefixesOf(path);
  const depth = prefixes.findLastIndex((one) => leaves.has(one)) + 1;
  const leaf = leaves.get(prefixes[depth - 1] ?? '');
  if (depth === path.length) return leaf;
  const text = formatPath(path);
  if (parents.has(text)) return { path: text, type: 'mapping', shown: '{…}' };
  // An empty tier does not show which blocks it may have; an empty block, or a direct parent, is open.
  return leaf?.type === 'mapping' && (depth > 1 || path.length === 2) ? leaf : undefined;
}

/** Whether a value of ours can stand unchanged where the chart has a value of that type. */
export const isLike = (ours: WrittenType | undefined, theirs: ValueType): boolean =>
  ours === theirs ||
  theirs === 'null' ||
  (ours === 'quantity' && (theirs === 'string' || theirs === 'number'));

/** The same, where our value may be converted to the chart's type. */
export const fits = (ours: WrittenType | undefined, { type }: ChartLeaf): boolean =>
  isLike(ours, type) || conversion(ours, type) !== undefined;

function conversion(ours: WrittenType | undefined, theirs: ValueType): string | undefined {
  if (isLike(ours, theirs) || ours === 'list' || ours === 'quantity') return undefined;
  return isConversion(theirs) ? theirs : undefined;
}

/** What `map.<our path>=` gets for a path of the chart: the path, followed by the chart's type where ours is another. */
export function placeFor(ours: WrittenType | undefined, { path, type }: ChartLeaf): string {
  const as = conversion(ours, type);
  return as === undefined ? path : `${path}=${as}`;
}
