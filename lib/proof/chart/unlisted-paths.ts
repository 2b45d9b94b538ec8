import { formatPath } from '@/lib/domain/path';
import type { ChartLeaf } from '@/lib/domain/user-files';
import { plainName } from './archive/entry-name';
import type { Listed } from './reader-of';
import type { Use } from './walk/uses';

/** How many are offered at most: a chart that has more reads anything that it is given. */
const MOST = 2_000;

/** Single values that templates read by name and that no values.yaml lists: places that a key of ours may belong to. */
export function unlistedPaths(uses: readonly Use[], listed: Listed): ChartLeaf[] {
  const leaves = new Map<string, ChartLeaf>();
  const parents = new Set<string>();
  for (const { place, kind, file, line } of uses) {
    const steps = place.steps.filter((step) => typeof step === 'string');
    for (let depth = 1; depth < steps.length; depth++) {
      parents.add(formatPath(steps.slice(0, depth)));
    }
    const path = formatPath(steps);
    const isWhole = kind === 'structure' || kind === 'names' || steps.length < place.steps.length;
    if (steps.some((step) => /^\d+$/.test(step))) continue; // an item of a list
    if (isWhole || kind === 'unfollowed') parents.add(path);
    else if (!place.isComputed && !place.isChart && listed(steps)?.length === 0) {
      // What is only tested is a switch; the type of anything else is not known.
      const type = kind === 'test' && leaves.get(path)?.type !== 'null' ? 'boolean' : 'null';
      const shown =
        leaves.get(path)?.shown ?? `not listed, read in ${plainName(file)} line ${line}`;
      leaves.set(path, { path, type, shown, isUnlisted: true });
    }
  }
  return [...leaves.values()].filter(({ path }) => !parents.has(path)).slice(0, MOST);
}
