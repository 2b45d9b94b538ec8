import type { Path } from '@/lib/domain/path';
import type { ChartLeaf } from '@/lib/domain/user-files';
import { likelihood, type NamedPath } from './likelihood';
import type { OurType } from './our-types';
import { groupCertainty, groupOf, type Owner, Owners } from './owners';
import { stepWords } from './path-words';

/** A path of a person's chart that one of our keys may mean. */
export interface Suggestion extends ChartLeaf {
  /** From 0 to 1, rounded to hundredths. */
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

interface Indexed {
  readonly path: Path;
  readonly leaf: ChartLeaf;
  readonly named: NamedPath;
  readonly owner: Owner | undefined;
}

/** Roots of keys that belong to no owner: `config.EVENT_PUBLISHER` is no tier's. */
const SHARED_ROOTS = new Set(['config']);

/** Leaves of a chart by their owner, so that no key is compared with those of another tier. */
export class ChartIndex {
  readonly #byRoot = new Map<string, Indexed[]>();
  readonly #owners: Owners;
  readonly #groups = new Map<string, Set<string>>();

  /** @param roots the first steps of our own paths */
  constructor(roots: Iterable<string>) {
    this.#owners = new Owners([...roots].filter((root) => !SHARED_ROOTS.has(root)));
  }

  /** Adds a leaf of the chart. Add each once, all of them before the first suggestion is read. */
  add(path: Path, leaf: ChartLeaf): void {
    const owner = this.#owners.of(path);
    const root = owner?.root ?? '';
    const indexed = { path, leaf, owner, named: named(path, owner?.at ?? -1) };
    if (owner) {
      const group = groupOf(path, owner.at);
      this.#groups.set(group, (this.#groups.get(group) ?? new Set()).add(owner.root));
    }
    const there = this.#byRoot.get(root);
    if (there) there.push(indexed);
    else this.#byRoot.set(root, [indexed]);
  }

  /** The leaves that a key of ours likely means, of the same owner and kind of value, best first. */
  suggestions(path: Path, type: OurType | undefined, value: string | undefined): Suggestion[] {
    const root = String(path[0] ?? '');
    const isShared = SHARED_ROOTS.has(root) || path.length === 1;
    const ours = named(path, isShared ? -1 : 0);
    return (this.#byRoot.get(isShared ? '' : root) ?? [])
      .flatMap(({ path, leaf, owner, named }) => {
        const kind = kindLikelihood(type, leaf.type);
        if (kind === 0) return [];
        const certainty = owner ? owner.certainty * groupCertainty(path, owner, this.#groups) : 1;
        const base = likelihood(ours, named) * certainty * kind;
        const isSame = value !== undefined && leaf.shown === value;
        const likely = Math.round(Math.min(1, base * (isSame ? 1.05 : 1)) * 100) / 100;
        return likely < LEAST ? [] : [{ ...leaf, likelihood: likely }];
      })
      .sort((a, b) => b.likelihood - a.likelihood || (a.path < b.path ? -1 : 1))
      .slice(0, MOST);
  }
}

/** The words of a path behind the step that names its owner. */
function named(path: Path, ownerAt: number): NamedPath {
  const steps = path.slice(ownerAt + 1).map(String);
  return {
    blocks: steps.slice(0, -1).flatMap((step) => stepWords(step)),
    name: stepWords(steps.at(-1) ?? ''),
  };
}

/** How likely a value of ours can replace theirs, as it is or made into their type. */
function kindLikelihood(ours: OurType | undefined, theirs: ChartLeaf['type']): number {
  if (ours === undefined || ours === theirs) return 1;
  if (theirs === 'null') return 0.9;
  if (ours === 'quantity') return theirs === 'string' || theirs === 'number' ? 1 : 0;
  return ours === 'string' && (theirs === 'list' || theirs === 'boolean') ? 0.9 : 0;
}

/** The one path that a key of ours means; `undefined` where two are about as likely, or no path is likely enough. */
function bestMatch([first, second]: readonly Suggestion[]): Suggestion | undefined {
  if (!first || first.likelihood < BEST) return undefined;
  return first.likelihood - (second?.likelihood ?? 0) >= AHEAD ? first : undefined;
}

/** The best match of each key, by our path. A match that two keys would share is left out. */
export function bestMatches(
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
): ReadonlyMap<string, Suggestion> {
  const all = [...suggestions].flatMap(([ours, some]) => {
    const best = bestMatch(some);
    return best ? [[ours, best] as const] : [];
  });
  const wanted = (path: string) => all.filter(([, best]) => best.path === path).length;
  return new Map(all.filter(([, { path }]) => wanted(path) === 1));
}
