import type { WrittenType } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath, type Path, prefixesOf } from '@/lib/domain/path';
import { type PathMap, typeOf } from '@/lib/domain/user-files';
import { type Leaf, leavesOf, type Mapping, shown } from '@/lib/files/leaves';
import { secretIn } from '@/lib/files/secret-in';
import { isConversion } from '@/lib/overlay/values';

/** What the values files of a person's chart list. */
export interface Listing {
  /** By the path as `helm --set` writes it. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Every path that has something below it. */
  readonly parents: ReadonlySet<string>;
}

/** What some values files list, given in Helm's order: of equal paths the last counts. */
export function listingOf(files: readonly Mapping[]): Listing {
  const found = files.flatMap((values) => leavesOf(values)).filter(({ path }) => isPlace(path));
  return {
    leaves: new Map(found.map((leaf) => [leaf.at, leaf])),
    parents: new Set(found.flatMap(({ path }) => prefixesOf(path).slice(0, -1))),
  };
}

/** Whether the overlay can write at a path: a name would not be lost, and a link would not be too long. */
const isPlace = (path: readonly string[]): boolean =>
  !path.includes('__proto__') && !path.includes('') && path.join('.').length <= 150;

/** A leaf's default in a line, unless it is a secret. */
export const shownOf = ({ path, value }: Leaf): string =>
  secretIn(path, value) ? 'a secret, not shown' : shown(value);

/** The keys that a listing has of all that an overlay can write, by our path: see `UserFiles.chart`. */
export const chartKeys = ({ keys }: Catalog, listing: Listing): PathMap =>
  Object.fromEntries(
    keys.flatMap(({ path, segments, type, provenance }) => {
      const has = listedAt(listing, segments);
      if (!has) return [];
      const places: Record<Fit, string> = {
        'as it is': provenance === 'unverified' ? path : '',
        converted: placeFor(type, has),
        none: '',
      };
      // Below a mapping that the chart leaves open, anything can stand.
      return [[path, places[has.at === path ? fitOf(type, has) : 'as it is']]];
    }),
  );

/** What a listing has at a path, or at the closest empty mapping above it, which takes any key below. */
export function listedAt({ leaves, parents }: Listing, path: Path): Leaf | undefined {
  const prefixes = prefixesOf(path);
  const depth = prefixes.findLastIndex((one) => leaves.has(one)) + 1;
  const leaf = leaves.get(prefixes[depth - 1] ?? '');
  if (depth === path.length) return leaf;
  const text = formatPath(path);
  if (parents.has(text)) return { at: text, path: path.map(String), value: {} };
  // An empty tier does not show which blocks it may have; an empty block, or a direct parent, is open.
  return typeOf(leaf?.value) === 'mapping' && (depth > 1 || path.length === 2) ? leaf : undefined;
}

/** How a value of ours can stand where the chart has one of its own: unchanged, made into the chart's type, or not at all. */
export type Fit = 'as it is' | 'converted' | 'none';

/** How a value of ours fits a leaf of the chart. */
export function fitOf(ours: WrittenType | undefined, { value }: Pick<Leaf, 'value'>): Fit {
  const theirs = typeOf(value);
  if (ours === theirs || theirs === 'null') return 'as it is';
  if (ours === 'quantity') return theirs === 'string' || theirs === 'number' ? 'as it is' : 'none';
  return ours !== 'list' && isConversion(theirs) ? 'converted' : 'none';
}

/** What `map.<our path>=` gets for a leaf of the chart: its path, followed by its type where ours is made into that. */
export const placeFor = (ours: WrittenType | undefined, leaf: Leaf): string =>
  fitOf(ours, leaf) === 'converted' ? `${leaf.at}=${typeOf(leaf.value)}` : leaf.at;
