/**
 * How likely two keys of one owner mean the same, from 0 to 1. A word that only one of them has costs, so a last word in
 * common (`enabled`, `name`) is never enough. Judged by eye over eleven public charts with several tiers.
 */

/** A path by its words, without the owner that both have. */
export interface NamedPath {
  readonly blocks: readonly string[];
  readonly name: readonly string[];
}

/** Words that say little: a name means much the same without them. */
const LIGHT = new Set([
  ...['average', 'config', 'deployment', 'env', 'global', 'local', 'name', 'percent', 'percentage'],
  ...['period', 'point', 'schedule', 'spec', 'tier', 'utilization'],
]);

/** One of these in place of the other means something else. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['min', 'max'],
  ['request', 'limit'],
  ['cpu', 'memory'],
  ['available', 'unavailable'],
];

/** Names that any block can have: they mean the same only where hardly anything else differs, the scaler at most. */
const GENERIC = new Set(['enabled', 'mode', 'name', 'type', 'url', 'region', 'replica']);

/** What scales by KEDA may as well scale by an HPA, but that is a guess: offered, never a best match. */
const OTHER_SCALER = 0.4;

/** How alike the rest must be where only a generic name is shared. */
const LEAST_GENERIC = 0.7;

function weight(word: string): number {
  if (word === 'target') return 0.5;
  return LIGHT.has(word) ? 0.25 : 1;
}

const sum = (words: readonly string[]): number =>
  words.reduce((all, word) => all + weight(word), 0);

/** The likelihood by words alone; `0` where they contradict each other. */
export function likelihood(ours: NamedPath, theirs: NamedPath): number {
  const [our, their] = [ours, theirs].map(({ blocks, name }) => new Set([...blocks, ...name]));
  if (!our || !their || contradict(our, their)) return 0;
  const name = impliedReplicas(theirs);
  const shared = ours.name.filter((word) => name.includes(word));
  if (shared.length === 0) return 0;
  const recall = sum(shared) / sum(ours.name);
  const known = name.filter((word) => ours.name.includes(word) || ours.blocks.includes(word));
  const precision = sum(known) / sum(name);
  const block = blockLikelihood(ours.blocks, theirs.blocks, [...ours.name, ...name]);
  const isGeneric = shared.every((word) => GENERIC.has(word));
  if (isGeneric && (block < LEAST_GENERIC || recall < LEAST_GENERIC)) return 0;
  return Math.sqrt(recall * precision) * block;
}

const contradict = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  OPPOSITES.some(
    ([a, b]) =>
      one.has(a) !== one.has(b) && other.has(a) !== other.has(b) && one.has(a) !== other.has(a),
  );

/** In a block that scales, `min` is one of replicas. */
function impliedReplicas({ blocks, name }: NamedPath): readonly string[] {
  const scales = blocks.includes('autoscaling') || blocks.includes('keda');
  const isBound = name.length === 1 && /^(?:min|max)$/.test(name[0] ?? '');
  return scales && isBound ? [...name, 'replica'] : name;
}

function blockLikelihood(
  ours: readonly string[],
  theirs: readonly string[],
  named: readonly string[],
): number {
  const missing = ours.filter((word) => !theirs.includes(word) && !named.includes(word));
  const foreign = theirs.filter((word) => !ours.includes(word) && !named.includes(word));
  const isOtherScaler =
    [...missing, ...foreign].sort().join() === 'autoscaling,keda' && missing.length === 1;
  if (isOtherScaler) return 1 / (1 + OTHER_SCALER);
  return 1 / (1 + 0.5 * sum(missing) + sum(foreign));
}
