import { writtenPaths } from '@/components/state/places';
import type { StepName } from '@/components/state/steps';
import type { WizardState } from '@/components/state/wizard-state';
import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Option } from '@/lib/domain/option';
import { formatPath } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';

const owners = new WeakMap<Catalog, ReadonlyMap<string, Option>>();

/** Which option declares a path of the catalogue. */
function ownersOf(catalog: Catalog): ReadonlyMap<string, Option> {
  let map = owners.get(catalog);
  if (!map) {
    map = new Map(
      catalog.options.flatMap((option) =>
        option.parts.flatMap((part): [string, Option][] => {
          const path = isAnswer(part) ? (part.writes ? part.writes.path : undefined) : part.path;
          return path === undefined ? [] : [[path, option]];
        }),
      ),
    );
    owners.set(catalog, map);
  }
  return map;
}

/** The paths of the file that a step decides, with every parent that holds nothing else. */
export function pathsOfStep(
  catalog: Catalog,
  entries: readonly Entry[],
  step: StepName,
): ReadonlySet<string> {
  const owner = ownersOf(catalog);
  const inside = new Set<string>();
  const outside = new Set<string>();
  for (const { key, path } of entries) {
    const to = owner.get(key.path)?.step === step ? inside : outside;
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
