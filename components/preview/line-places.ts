import { oncePer } from '@/components/state/once-per';
import { writtenPaths } from '@/components/state/places';
import type { StepName } from '@/components/state/steps';
import type { WizardState } from '@/components/state/wizard-state';
import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { formatPath } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

/** The step that decides each path of the catalogue. */
const stepsOfPaths = oncePer(
  ({ options }: Catalog): ReadonlyMap<string, StepName> =>
    new Map(
      options.flatMap(({ parts, step }) =>
        parts.flatMap((part) => {
          const key = isAnswer(part) ? part.writes : part;
          return key ? [[key.path, step] as const] : [];
        }),
      ),
    ),
);

/** The paths of the file that a step decides, with every parent that holds nothing else. */
export function pathsOfStep(
  catalog: Catalog,
  entries: readonly Entry[],
  step: StepName,
): ReadonlySet<string> {
  const stepOf = stepsOfPaths(catalog);
  const inside = new Set<string>();
  const outside = new Set<string>();
  for (const { key, path } of entries) {
    const to = stepOf.get(key.path) === step ? inside : outside;
    for (let depth = path.length; depth > 0; depth--) to.add(formatPath(path.slice(0, depth)));
  }
  for (const path of outside) inside.delete(path);
  return inside;
}

/** {@link pathsOfStep}, worked out again only when the step or the paths of the entries are others. */
export function rememberPathsOfStep(catalog: Catalog) {
  let last: { entries: readonly Entry[]; step: StepName; paths: ReadonlySet<string> } | undefined;
  return (entries: readonly Entry[], step: StepName): ReadonlySet<string> => {
    const isSame =
      last?.step === step &&
      last.entries.length === entries.length &&
      last.entries.every(({ key, path }, at) => {
        const other = entries[at];
        return key === other?.key && path === other.path; // `parsePath` gives the same object for the same text
      });
    if (!last || !isSame) last = { entries, step, paths: pathsOfStep(catalog, entries, step) };
    return last.paths;
  };
}

/** Where the file has what the answer in focus decides. */
export function pathsInFocus({ focusedKey, reading }: WizardState): readonly string[] {
  return focusedKey === null ? [] : writtenPaths(reading.entries, focusedKey);
}
