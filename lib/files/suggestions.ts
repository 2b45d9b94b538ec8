import type { Path } from '@/lib/domain/path';
import type { ChartLeaf } from '@/lib/domain/user-files';
import type { OurType } from './our-types';

/** So many likely paths are offered for one key. */
const MOST = 3;
/** Below this a likeness is chance. */
const LEAST = 2.5;
/** So far below the best one a path is no longer worth reading. */
const WORSE = 1.75;

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

/** So many are looked at closely, of those that share words with a key. */
const CLOSELY = 40;

interface Indexed {
  readonly leaf: ChartLeaf;
  readonly last: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Of the key that is being looked for. */
  score: number;
}

/** Leaves of a chart, found by the words of their paths, so that no key is held against all of them. */
export class ChartIndex {
  readonly #byWord = new Map<string, Indexed[]>();

  constructor(leaves: readonly (ChartLeaf & { readonly steps: Path })[]) {
    const words = new Map<string | number, readonly string[]>();
    const wordsOnce = (step: string | number) => {
      const known = words.get(step) ?? wordsOf(step);
      words.set(step, known);
      return known;
    };
    for (const { steps, ...leaf } of leaves) {
      const all = new Set(steps.flatMap(wordsOnce));
      const last = new Set(wordsOnce(steps.at(-1) ?? ''));
      const indexed = { leaf, last, all, score: 0 };
      for (const word of all) {
        const there = this.#byWord.get(word);
        if (there) there.push(indexed);
        else this.#byWord.set(word, [indexed]);
      }
    }
  }

  /** The leaves that are most like a key of ours by name, place, type and default, best first. */
  suggestions(path: Path, type: OurType | undefined, value: string | undefined): ChartLeaf[] {
    const last = new Set(wordsOf(path.at(-1) ?? ''));
    const above = new Set(path.slice(0, -1).flatMap(wordsOf));
    const root = new Set(wordsOf(path[0] ?? ''));
    const touched = new Set<Indexed>();
    // What it is called counts most, then the tier that it belongs to, then the blocks between.
    for (const word of new Set([...last, ...above])) {
      const name = last.has(word) ? 1 / Math.sqrt(last.size) : 0;
      const place = (above.has(word) ? 0.75 : 0) + (root.has(word) ? 1.25 : 0);
      for (const one of this.#byWord.get(word) ?? []) {
        if (!touched.has(one)) {
          touched.add(one);
          one.score = 0;
        }
        one.score += name * (one.last.has(word) ? 3 : 1.5) + place;
      }
    }
    const judged = [...touched]
      .sort((a, b) => b.score - a.score)
      .slice(0, CLOSELY)
      .map(({ leaf, all, score }) => {
        const sameType = type === leaf.type || (type === 'quantity' && leaf.type !== 'boolean');
        const sameValue = value !== undefined && leaf.shown === value;
        const strange = [...all].filter((word) => !last.has(word) && !above.has(word)).length;
        const more = (sameType ? 0.75 : -1) + (sameValue ? 0.5 : 0) - strange * 0.25;
        return { leaf, score: score + more };
      });
    const best = Math.max(...judged.map(({ score }) => score), 0);
    return judged
      .filter(({ score }) => score >= Math.max(LEAST, best - WORSE))
      .sort((a, b) => b.score - a.score || (a.leaf.path < b.leaf.path ? -1 : 1))
      .slice(0, MOST)
      .map(({ leaf }) => leaf);
  }
}
