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

/** No chart has deeper places; a template that calls itself would make them without end. */
const DEEPEST = 24;

/** What stands below a place; the values of a subchart have the parent's `global` too. */
export function below(
  { steps, isComputed, isChart }: Place,
  step: Place['steps'][number],
): Place[] {
  const isDeepest = steps.length >= DEEPEST;
  const there = {
    steps: isDeepest || (step === ANY && steps.at(-1) === ANY) ? steps : [...steps, step],
    isComputed: isComputed || step === ANY || isDeepest,
    isChart: false,
  };
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

/** Two places that include all of many. */
export function collapsed(places: readonly Place[]): Place[] {
  let prefix = places[0]?.steps ?? [];
  for (const { steps } of places) {
    while (prefix.some((step, at) => step !== steps[at])) prefix = prefix.slice(0, -1);
  }
  if (prefix.at(-1) === ANY) prefix = prefix.slice(0, -1);
  const isChart = places.some((place) => place.isChart && place.steps.length === prefix.length);
  return [
    { steps: prefix, isComputed: true, isChart },
    { steps: [...prefix, ANY], isComputed: true, isChart: false },
  ];
}

/** A place as a text, by which equal ones are found. */
export const idOf = ({ steps, isComputed, isChart }: Place): string =>
  JSON.stringify([steps, isComputed, isChart]);

/**
 * How many of a key's steps lead to a place: all of them where the place is the key or lies below it, fewer where it is
 * above the key. `undefined` where it is elsewhere.
 */
export function depthOf({ steps }: Place, key: readonly string[]): number | undefined {
  const match = (at: number, depth: number): number | undefined => {
    const step = steps[at];
    if (step === undefined || depth === key.length) return depth;
    if (step === ANY) {
      // It may stand for one of the key's steps or for all that are left.
      const ends = key.slice(depth).map((_, index) => depth + index + 1);
      const found = ends.flatMap((end) => match(at + 1, end) ?? []);
      return found.find((end) => end === key.length) ?? found[0];
    }
    return step === EACH || step === key[depth] ? match(at + 1, depth + 1) : undefined;
  };
  return match(0, 0);
}
