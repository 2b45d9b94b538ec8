import { isMapping } from '@/lib/domain/mapping';
import type { Reader, UserValue } from '@/lib/domain/user-files';
import { plainName } from './archive/entry-name';
import { depthOf, EACH } from './walk/place';
import type { Use } from './walk/uses';

/** What the chart's own values.yaml has at a path, of it and its subcharts; `undefined` where it cannot be read. */
export type Listed = (path: readonly string[]) => readonly UserValue[] | undefined;

const RANK = { read: 3, parent: 2, perhaps: 1, none: 0 } as const;

/** How a key is read by some uses of the values: by the closest of them, the first where several are. */
export function readerOf(uses: readonly Use[], key: readonly string[], listed: Listed): Reader {
  let best: Reader = { state: 'none' };
  let isTest = false;
  for (const use of uses) {
    const state = stateBy(use, key, listed);
    const isBetter =
      RANK[state] > RANK[best.state] ||
      // Where it is used says more than where it is only tested.
      (state !== 'none' && state === best.state && isTest && use.kind !== 'test');
    if (!isBetter) continue;
    best = { state, file: plainName(use.file), line: use.line };
    isTest = use.kind === 'test';
  }
  return best;
}

function stateBy({ place, kind }: Use, key: readonly string[], listed: Listed): Reader['state'] {
  const depth = depthOf(place, key);
  if (depth === undefined) return 'none';
  if (kind === 'unfollowed') return 'perhaps';
  if (depth === key.length) {
    if (place.isComputed) return 'perhaps';
    return place.steps.includes(EACH) ? 'parent' : 'read';
  }
  // A key that is added to a mapping which has others changes neither that it is there nor what other names it has.
  if (kind === 'test') return isFilled(listed(key.slice(0, depth))) ? 'none' : 'perhaps';
  if (kind === 'names') return hasName(listed, key, depth) ? 'none' : 'perhaps';
  return place.isComputed || place.isChart ? 'perhaps' : 'parent';
}

const isFilled = (values: readonly UserValue[] | undefined): boolean =>
  !!values &&
  !values.includes(null) &&
  values.some((value) => isMapping(value) && Object.keys(value).length > 0);

function hasName(listed: Listed, key: readonly string[], depth: number): boolean {
  const values = listed(key.slice(0, depth + 1));
  if (!values || values.length === 0 || values.includes(null)) return false;
  return key.length === depth + 1 || values.some(isMapping);
}
