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

/** Whether whatever is found at a place is found at one of these too, as *perhaps*. */
export const isWithinAny = (place: Place, wide: readonly Place[]): boolean =>
  place.isComputed &&
  wide.some(
    ({ steps }) =>
      steps.length <= place.steps.length &&
      steps.slice(0, -1).every((step, at) => step === place.steps[at]),
  );

/** A few places that take in all of many. */
export function collapsed(places: readonly Place[]): Place[] {
  const [{ steps: first } = { steps: [] }, ...rest] = places;
  let depth = first.length;
  for (const { steps } of rest) {
    while (first.slice(0, depth).some((step, at) => step !== steps[at])) depth -= 1;
  }
  const prefix =
    first.slice(0, depth).at(-1) === ANY ? first.slice(0, depth - 1) : first.slice(0, depth);
  const isChart = places.some((place) => place.isChart && place.steps.length === prefix.length);
  return [
    { steps: prefix, isComputed: true, isChart },
    { steps: [...prefix, ANY], isComputed: true, isChart: false },
  ];
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
