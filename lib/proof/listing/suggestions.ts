import type { WrittenType } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { nameWords } from '@/lib/domain/secret-name';
import type { PathMap } from '@/lib/domain/user-files';
import type { Leaf } from '@/lib/files/leaves';
import { occupied } from '@/lib/link/map';
import type { Reading } from '@/lib/reading/reading';
import { fitOf, type Listing, listedAt, placeFor } from './listing';

/** A path of a person's chart that one of our keys may mean. */
export interface Suggestion extends Leaf {
  /** Which share of the words of both paths they have in common. */
  readonly likeness: number;
}

/** How many paths are suggested for one key, and the least likeness of one. */
const MOST = 3;
const LEAST = 0.6;
/** The least likeness of a best match, and by how much it must be ahead of the next. */
const BEST = 0.85;
const AHEAD = 0.1;

/** Words that mean the same in Helm charts, Kubernetes and KEDA, by the first of them. */
const SYNONYMS = [
  'min minimum floor',
  'max maximum ceiling',
  'replica replicacount count pod instance',
  'autoscaling hpa autoscaler autoscale scaling horizontalpodautoscaler',
  'keda scaledobject',
  'broker bootstrapserver bootstrap server',
  'pdb poddisruptionbudget',
  'memory mem ram',
  'enabled enable',
  'url uri endpoint',
  'poll polling',
  'postgres postgresql pg',
  'schedule job cronjob',
].map((words) => words.split(' '));
const meaning = new Map(SYNONYMS.flatMap((words) => words.map((word) => [word, words[0] ?? word])));

/** Words without which a path means the same. */
const LIGHT = new Set(
  'app average cluster config deployment env external global internal name percent percentage point service spec tier utilization'.split(
    ' ',
  ),
);
/** Words that two paths must both have or both lack, or they mean different things. */
const TELLING = new Set('min max request limit cpu memory available unavailable'.split(' '));
/** Names that any block can have: where ours is one, all other words must be the same. */
const GENERIC = new Set('enabled mode type url region'.split(' '));

/** The words of a path's segment by their meaning, so that `minReplicas` and `minimumReplicaCount` have the same. */
function segmentWords(segment: string): string[] {
  const singular = (word: string) =>
    /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
  const words = nameWords(segment).map(singular);
  const whole = meaning.get(singular(words.join('')));
  const all = whole === undefined ? words.map((word) => meaning.get(word) ?? word) : [whole];
  return all.filter((word) => !LIGHT.has(word));
}

function pathWords(segments: readonly string[]): ReadonlySet<string> {
  const words = new Set(segments.flatMap(segmentWords));
  // In a block that scales, `min` is one of replicas.
  const isBound = /^(?:min|max)$/.test(segmentWords(segments.at(-1) ?? '').join());
  if (isBound && (words.has('autoscaling') || words.has('keda'))) words.add('replica');
  return words;
}

const isIn = (some: readonly string[], all: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => all.includes(word));

/** The tier, datastore or backend of a path: the one that a segment names, or the only one whose name holds the segment's words. */
function ownerOf(segments: readonly string[], roots: ReadonlyMap<string, readonly string[]>) {
  for (const words of segments.slice(0, -1).map(segmentWords)) {
    const parts = [...roots].filter(([, root]) => isIn(words, root));
    const whole = parts.find(([, root]) => isIn(root, words));
    const owner = whole ?? (parts.length === 1 ? parts[0] : undefined);
    if (owner) return owner[0];
  }
  return undefined;
}

function likeness(ours: ReadonlySet<string>, theirs: ReadonlySet<string>, name: string): number {
  const all = new Set([...ours, ...theirs]);
  const different = [...all].filter((word) => !(ours.has(word) && theirs.has(word)));
  const isGeneric = segmentWords(name).every((word) => GENERIC.has(word));
  if (different.some((word) => TELLING.has(word)) || (isGeneric && different.length > 0)) return 0;
  return (all.size - different.length) / all.size;
}

/** The paths of a listing that each key of ours likely means, best first, for keys that it does not list. */
export function suggestionsIn(
  catalog: Catalog,
  listing: Listing,
  map: PathMap = {},
): ReadonlyMap<string, readonly Suggestion[]> {
  const keys = catalog.keys.map((key) => ({ ...key, segments: key.segments.map(String) }));
  const owners = keys.filter(({ segments }) => segments.length > 1);
  const roots = new Map(owners.map(({ segments: [root = ''] }) => [root, segmentWords(root)]));
  const leaves = [...listing.leaves.values()].map((leaf) => ({
    leaf,
    owner: ownerOf(leaf.path, roots),
    words: pathWords(leaf.path),
  }));
  return new Map(
    keys
      .filter(({ segments }) => !listedAt(listing, segments))
      .map(({ path, segments, type }) => {
        const [owner, words] = [ownerOf(segments, roots), pathWords(segments)];
        const found = leaves
          .filter((one) => one.owner === owner && suits(type, one.leaf))
          .map((one) => ({
            ...one.leaf,
            likeness: likeness(words, one.words, segments.at(-1) ?? ''),
          }))
          .filter((one) => one.likeness >= LEAST && !occupied(catalog, path, one.at, map))
          .sort((a, b) => b.likeness - a.likeness || (a.at < b.at ? -1 : 1));
        return [path, found.slice(0, MOST)];
      }),
  );
}

/** Whether a leaf may be what a key of ours means: it takes our value as it is, or a text made into its type. */
const suits = (ours: WrittenType, leaf: Leaf): boolean => {
  const fit = fitOf(ours, leaf);
  return fit === 'as it is' || (fit === 'converted' && ours === 'string');
};

/**
 * Where keys of ours go by their best matches, as in {@link PathMap}: those that are written, and that nobody has placed
 * yet. A key has no best match where no path is like enough, where two are about as like, where two keys would share one,
 * or where another key stands.
 */
export function bestMatches(
  catalog: Catalog,
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
  { entries, userFiles }: Reading,
): PathMap {
  const all = [...suggestions].flatMap(([ours, [first, second]]) => {
    const isBest =
      first && first.likeness >= BEST && first.likeness >= (second?.likeness ?? 0) + AHEAD;
    return isBest ? [{ ours, leaf: first }] : [];
  });
  const wanted = (at: string) => all.filter(({ leaf }) => leaf.at === at).length;
  const written = new Set(entries.map(({ key }) => key.path));
  const matches: Record<string, string> = {};
  for (const { ours, leaf } of all) {
    const map = { ...userFiles.map, ...matches };
    if (wanted(leaf.at) > 1 || !written.has(ours) || Object.hasOwn(map, ours)) continue;
    if (occupied(catalog, ours, leaf.at, map) !== undefined) continue;
    matches[ours] = placeFor(catalog.keyAt.get(ours)?.type, leaf);
  }
  return matches;
}
