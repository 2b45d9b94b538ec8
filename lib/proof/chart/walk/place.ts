/** Any one name: what `range` goes through. */
export const EACH = 0;
/** Any names, at least one: what a computed name may lead to. */
export const ANY = 1;

/** Where something stands below the chart's values. */
export interface Place {
  readonly steps: readonly (string | typeof EACH | typeof ANY)[];
  /** Whether what leads there is computed, so that it may lead elsewhere. */
  readonly isComputed: boolean;
  /** Whether these are all the values of a chart or subchart. */
  readonly isChart: boolean;
}

/** The values that a chart's own templates see: of a subchart those below its name. */
export const chartPlace = (steps: readonly string[]): Place => ({
  steps,
  isComputed: false,
  isChart: true,
});

/** Deeper places than any chart has come of a template that calls itself. */
const DEEPEST = 24;

/** What stands below a place; the values of a subchart have the parent's `global` too. */
export function below(
  { steps, isComputed, isChart }: Place,
  step: Place['steps'][number],
): Place[] {
  const computed = isComputed || step === ANY || steps.length >= DEEPEST;
  const isSame = steps.length >= DEEPEST || (step === ANY && steps.at(-1) === ANY);
  const there = { steps: isSame ? steps : [...steps, step], isComputed: computed, isChart: false };
  if (!isChart || step !== 'global' || steps.length === 0) return [there];
  return [there, { steps: ['global'], isComputed, isChart: false }];
}

/** A place as a text, by which equal ones are found. */
export const idOf = ({ steps, isComputed, isChart }: Place): string =>
  JSON.stringify([steps, isComputed, isChart]);

/** How a place stands to a key: it is the key, leads to it from above, or lies below it. */
export type Relation = 'same' | 'above' | 'below';

/**
 * How a place stands to a key; `undefined` where it is elsewhere.
 * @returns `depth`: of how many of the key's steps the place is made
 */
export function relationOf(
  { steps }: Place,
  key: readonly string[],
): { relation: Relation; depth: number } | undefined {
  const match = (at: number, depth: number): { relation: Relation; depth: number } | undefined => {
    const step = steps[at];
    if (step === undefined) {
      return { relation: depth === key.length ? 'same' : 'above', depth };
    }
    if (depth === key.length) return { relation: 'below', depth };
    if (step === ANY) {
      // It may stand for one of the key's steps or for all that are left.
      const ends = key.slice(depth).map((_, index) => depth + index + 1);
      const found = ends.flatMap((end) => match(at + 1, end) ?? []);
      return found.find(({ relation }) => relation !== 'above') ?? found[0];
    }
    return step === EACH || step === key[depth] ? match(at + 1, depth + 1) : undefined;
  };
  return match(0, 0);
}
