import type { ChartLeaf } from '@/lib/domain/own';
import { type Path, parsePath } from '@/lib/domain/path';
import type { OurType } from './our-types';

/** So many likely paths are offered for one key. */
const MOST = 4;
/** Below this a likeness is chance. */
const LEAST = 2.5;

/** Words that charts use for one another, as Helm charts, Kubernetes and KEDA spell them. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['min', 'minimum', 'floor'],
  ['max', 'maximum', 'ceiling'],
  ['replicas', 'replica', 'replicacount', 'count', 'pods', 'instances'],
  ['autoscaling', 'hpa', 'autoscaler', 'scaling', 'keda', 'scaledobject'],
  ['brokers', 'bootstrapservers', 'bootstrap', 'servers'],
  ['pdb', 'poddisruptionbudget', 'disruption', 'budget'],
  ['memory', 'mem', 'ram'],
  ['enabled', 'enable', 'on', 'create'],
  ['worker', 'workers'],
  ['url', 'uri', 'endpoint'],
  ['name', 'table', 'tablename'],
  ['ml', 'machinelearning'],
];

const meaning = new Map(SYNONYMS.flatMap((words) => words.map((word) => [word, words[0] ?? word])));

/** The words of a path's step, in small letters: `minReplicas` is `min` and `replicas`. */
function wordsOf(step: string | number): string[] {
  const whole = String(step).toLowerCase();
  const known = meaning.get(whole);
  if (known !== undefined) return [known];
  return String(step)
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter(Boolean)
    .map((word) => meaning.get(word.toLowerCase()) ?? word.toLowerCase());
}

interface Indexed {
  readonly leaf: ChartLeaf;
  readonly last: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** Leaves of a chart, found by the words of their paths, so that no key is held against all of them. */
export class ChartIndex {
  readonly #byWord = new Map<string, Indexed[]>();

  constructor(leaves: readonly ChartLeaf[]) {
    for (const leaf of leaves) {
      const path = parsePath(leaf.path);
      const all = new Set(path.flatMap(wordsOf));
      const indexed = { leaf, last: new Set(wordsOf(path.at(-1) ?? '')), all };
      for (const word of all) {
        const there = this.#byWord.get(word);
        if (there) there.push(indexed);
        else this.#byWord.set(word, [indexed]);
      }
    }
  }

  /** The leaves that are most like a key of ours by name, place, type and default, best first. */
  likely(path: Path, type: OurType | undefined, value: string | undefined): ChartLeaf[] {
    const last = wordsOf(path.at(-1) ?? '');
    const above = path.slice(0, -1).flatMap(wordsOf);
    const root = wordsOf(path[0] ?? '');
    const scores = new Map<Indexed, number>();
    const raise = (words: readonly string[], by: (one: Indexed, word: string) => number) => {
      for (const word of new Set(words)) {
        for (const one of this.#byWord.get(word) ?? []) {
          scores.set(one, (scores.get(one) ?? 0) + by(one, word));
        }
      }
    };
    // What it is called counts most, then the tier that it belongs to, then the blocks between.
    raise(last, (one, word) => (one.last.has(word) ? 3 : 1.5) / Math.sqrt(last.length));
    raise(above, () => 0.75);
    raise(root, () => 1.25);
    const judged = [...scores].map(([one, score]) => {
      const { leaf, all } = one;
      const sameType = type === leaf.type || (type === 'quantity' && leaf.type !== 'boolean');
      const sameValue = value !== undefined && leaf.shown === value;
      const strange = [...all].filter(
        (word) => !last.includes(word) && !above.includes(word),
      ).length;
      return {
        leaf,
        score: score + (sameType ? 0.75 : -1) + (sameValue ? 0.5 : 0) - strange * 0.25,
      };
    });
    return judged
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || (a.leaf.path < b.leaf.path ? -1 : 1))
      .slice(0, MOST)
      .map(({ leaf }) => leaf);
  }
}
