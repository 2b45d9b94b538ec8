import type { Path } from '@/lib/domain/path';
import { stepWords } from './path-words';

/** The owner of a key: the tier, datastore or backend that it names first. */
export interface Owner {
  /** Its root in our paths, or a name of the chart's own for a tier that we do not know. */
  readonly root: string;
  /** Which step names it. */
  readonly at: number;
  /** How sure that is: 1 where the step has the very name of the owner. */
  readonly certainty: number;
}

/** A step that names more than the owner (`externalKafka`), or only a part of it (`outbox`), is a guess. */
const GUESS = 0.7;
/** Words that may stand beside the owner's. Any other word names another tier: `workerEvents` is not the worker. */
const BESIDE = new Set([
  'app',
  'cluster',
  'config',
  'deployment',
  'external',
  'internal',
  'service',
  'tier',
]);
/** A group around one owner alone may well be another product's, as `snuba.api` is. */
const ONLY_ONE = 0.74;
/** A group around several owners is one of tiers. */
const GROUP = 0.97;

/** The owners with leaves below each group of a chart: the steps above an owner's. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>;

/** How sure the owner is with the steps above it: a group of several owners is one of tiers. */
export function groupCertainty(path: Path, { at }: Owner, groups: Groups): number {
  if (at === 0) return 1;
  return (groups.get(groupOf(path, at))?.size ?? 0) > 1 ? GROUP : ONLY_ONE;
}

/** The steps above the owner's, as one text. */
export const groupOf = (path: Path, at: number): string => path.slice(0, at).join('\0');

/** Finds owners among the roots of our own paths, so that no tier has to be known by name. */
export class Owners {
  readonly #roots: readonly { root: string; words: readonly string[] }[];
  readonly #known = new Map<string, Omit<Owner, 'at'> | undefined>();

  constructor(roots: Iterable<string>) {
    this.#roots = [...new Set(roots)].map((root) => ({ root, words: stepWords(root) }));
  }

  /** The owner of a path, by the outermost step that names one. Its last step is the key's own name. */
  of(path: Path): Owner | undefined {
    for (const [at, step] of path.slice(0, -1).entries()) {
      const name = String(step);
      if (!this.#known.has(name)) this.#known.set(name, this.#find(name));
      const owner = this.#known.get(name);
      if (owner) return { ...owner, at };
    }
    return undefined;
  }

  #find(step: string): Omit<Owner, 'at'> | undefined {
    const words = stepWords(step);
    const named = this.#roots
      .filter((one) => one.words.every((word) => words.includes(word)))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (named) {
      const beside = words.filter((word) => !named.words.includes(word));
      const root = beside.every((word) => BESIDE.has(word)) ? named.root : step;
      return { root, certainty: beside.length === 0 ? 1 : GUESS };
    }
    const joined = words.join('');
    const [only, ...others] = this.#roots.filter(
      (one) => one.words.join('') === joined || words.every((word) => one.words.includes(word)),
    );
    if (!only || others.length > 0) return undefined;
    return { root: only.root, certainty: only.words.join('') === joined ? 1 : GUESS };
  }
}
