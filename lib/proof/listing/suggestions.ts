import type { Catalog } from '@/lib/domain/catalog';
import { nameWords } from '@/lib/domain/name-words';
import { parsePath } from '@/lib/domain/path';
import type { ChartLeaf, PathMap } from '@/lib/domain/user-files';
import { isLike, type Listing, listedAt, type OurType, occupied, ourTypes } from './listing';

/** A path of a person's chart that one of our keys may mean. */
export interface Suggestion extends ChartLeaf {
  /** From 0 to 1. */
  readonly likelihood: number;
}

/** How many likely paths are offered for one key. */
const MOST = 3;
/** Below this a path is not offered: half of the words are in only one of the two paths. */
const LEAST = 0.55;
/** A best match is at least this likely: each of its words, or a synonym, is in our path too. */
const BEST = 0.75;
/** It is this much more likely than the next one. */
const AHEAD = 0.1;
/** How sure the owner of a path is where only a part of its name, or a group that may be another product's, says so. */
const GUESS = 0.74;

/** Words that mean the same in Helm charts, Kubernetes and KEDA; the first stands for all. */
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

/** Words that say little: a name means much the same without them. */
const LIGHT = new Set(
  'average config deployment env global local name percent percentage period point schedule spec tier utilization'.split(
    ' ',
  ),
);
/** Names that any block can have: they mean the same only where hardly anything else differs. */
const GENERIC = new Set('enabled mode name type url region replica'.split(' '));
/** Words that may stand beside an owner's. Any other names another tier: `workerEvents` is not the worker. */
const BESIDE = new Set('app cluster config deployment external internal service tier'.split(' '));
/** One of these in place of the other means something else. */
const OPPOSITES = [
  ['min', 'max'],
  ['request', 'limit'],
  ['cpu', 'memory'],
  ['available', 'unavailable'],
] as const;
/** A root that is no tier, datastore or backend: `config.EVENT_PUBLISHER` may stand anywhere. */
const SHARED = 'config';

/** The words of a path's step by their meaning, so that `minReplicas` and `minimumReplicaCount` have the same. */
function stepWords(step: string): string[] {
  const singular = (word: string) =>
    /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
  const words = nameWords(step).map(singular);
  const whole = meaning.get(singular(words.join('')));
  return whole === undefined
    ? [...new Set(words.map((word) => meaning.get(word) ?? word))]
    : [whole];
}

/** A path by its words, without the owner's. */
interface Named {
  readonly blocks: readonly string[];
  readonly name: readonly string[];
}

function named(steps: readonly string[]): Named {
  const blocks = steps.slice(0, -1).flatMap(stepWords);
  const name = stepWords(steps.at(-1) ?? '');
  // In a block that scales, `min` is one of replicas.
  const isBound = /^(?:min|max)$/.test(name.join()) && /autoscaling|keda/.test(blocks.join());
  return { blocks, name: isBound ? [...name, 'replica'] : name };
}

/** The tier, datastore or backend that a path names first, and at which step. */
interface Owner {
  /** Its root in our paths; a name of the chart's own where we do not know it. */
  readonly root: string;
  readonly at: number;
  readonly isGuess: boolean;
}

/** Finds the owner of a path by the outermost step that names one. The last step is the key's own name. */
function ownerOf(steps: readonly string[], roots: ReadonlyMap<string, readonly string[]>) {
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const words = stepWords(step);
    const within = (some: readonly string[], all: readonly string[]) =>
      some.every((word) => all.includes(word));
    const [longest] = [...roots]
      .filter(([, root]) => within(root, words))
      .sort(([, one], [, other]) => other.length - one.length);
    if (longest) {
      const beside = words.filter((word) => !longest[1].includes(word));
      const root = within(beside, [...BESIDE]) ? longest[0] : step;
      return { root, at, isGuess: beside.length > 0 };
    }
    const [part, ...others] = [...roots].filter(([, root]) => within(words, root));
    if (part && others.length === 0) return { root: part[0], at, isGuess: true };
  }
  return undefined;
}

const weight = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (word === 'target' ? 0.5 : LIGHT.has(word) ? 0.25 : 1), 0);

/**
 * How likely two keys of one owner mean the same, from 0 to 1. A word that only one of them has costs, so a last word in
 * common (`enabled`, `name`) is never enough. Judged by eye over eleven public charts with several tiers.
 */
function likelihood(ours: Named, theirs: Named): number {
  const [our, their] = [ours, theirs].map(({ blocks, name }) => [...blocks, ...name]);
  const shared = ours.name.filter((word) => theirs.name.includes(word));
  if (!our || !their || shared.length === 0) return 0;
  const hasOnly = (words: readonly string[], one: string, other: string) =>
    words.includes(one) && !words.includes(other);
  const isOpposite = OPPOSITES.some(
    ([a, b]) =>
      (hasOnly(our, a, b) && hasOnly(their, b, a)) || (hasOnly(our, b, a) && hasOnly(their, a, b)),
  );
  if (isOpposite) return 0;
  const recall = weight(shared) / weight(ours.name);
  const precision = weight(theirs.name.filter((word) => our.includes(word))) / weight(theirs.name);
  const missing = ours.blocks.filter((word) => ![...their, ...ours.name].includes(word));
  const foreign = theirs.blocks.filter((word) => ![...our, ...theirs.name].includes(word));
  // What scales by KEDA may as well scale by an HPA, but that is a guess: offered, never a best match.
  const isOtherScaler = /^(?:autoscaling,keda|keda,autoscaling)$/.test(`${missing},${foreign}`);
  const cost = isOtherScaler ? 0.4 : weight(missing) / 2 + weight(foreign);
  const isGeneric = shared.every((word) => GENERIC.has(word));
  if (isGeneric && (cost > 0.4 || recall < 0.7)) return 0;
  return Math.sqrt(recall * precision) / (1 + cost);
}

/** The paths of a listing that each key of ours likely means, best first, for keys that it does not list. */
export function suggestionsIn(
  catalog: Catalog,
  listing: Listing,
  map: PathMap = {},
): ReadonlyMap<string, readonly Suggestion[]> {
  const steps = catalog.keys.map(({ path }) => parsePath(path).map(String));
  const names = steps.filter(([root, ...more]) => root !== SHARED && more.length > 0);
  const roots = new Map(names.map(([root = '']) => [root, stepWords(root)]));
  const leaves = [...listing.leaves.values()].map((leaf) => {
    const own = parsePath(leaf.path).map(String);
    const owner: Owner | undefined = ownerOf(own, roots);
    const at = owner?.at ?? -1;
    return { leaf, owner, group: own.slice(0, at).join('.'), named: named(own.slice(at + 1)) };
  });
  // A group around several owners is one of tiers; around one alone it may be another product's, as `snuba.api` is.
  const groups = new Map<string, Set<string>>();
  for (const { owner, group } of leaves) {
    if (owner) groups.set(group, (groups.get(group) ?? new Set()).add(owner.root));
  }
  const certainty = ({ owner, group }: (typeof leaves)[number]): number =>
    owner?.isGuess || (owner && owner.at > 0 && groups.get(group)?.size === 1) ? GUESS : 1;
  const types = ourTypes(catalog);
  return new Map(
    catalog.keys
      .filter(({ path }) => !listedAt(listing, path))
      .map(({ path }) => {
        const [first = '', ...rest] = parsePath(path).map(String);
        const root = roots.has(first) ? first : undefined;
        const ours = named(root === undefined ? [first, ...rest] : rest);
        const found = leaves
          .filter(({ owner, leaf }) => owner?.root === root && suits(types.get(path), leaf))
          .map((one) => ({
            ...one.leaf,
            likelihood: likelihood(ours, one.named) * certainty(one),
          }))
          .filter((one) => one.likelihood >= LEAST)
          .sort((a, b) => b.likelihood - a.likelihood || (a.path < b.path ? -1 : 1))
          .slice(0, MOST);
        return [path, found.filter((one) => !occupied(catalog, path, one.path, map))];
      }),
  );
}

/** Whether a value of ours can replace theirs, as it is or made into their type. */
const suits = (ours: OurType | undefined, { type }: ChartLeaf): boolean =>
  ours === undefined ||
  isLike(ours, type) ||
  (ours === 'string' && (type === 'list' || type === 'boolean'));

/**
 * The one path that each key of ours means, by our path. None where no path is likely enough, where two are about as
 * likely, or where two keys would share it.
 */
export function bestMatches(
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
): ReadonlyMap<string, Suggestion> {
  const all = [...suggestions].flatMap(([ours, [first, second]]) => {
    const isBest =
      first && first.likelihood >= BEST && first.likelihood >= (second?.likelihood ?? 0) + AHEAD;
    return isBest ? [[ours, first] as const] : [];
  });
  const wanted = (path: string) => all.filter(([, best]) => best.path === path).length;
  return new Map(all.filter(([, { path }]) => wanted(path) === 1));
}
