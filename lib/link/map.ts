import type { Catalog } from '@/lib/domain/catalog';
import { formatPath, isWithin, parsePath } from '@/lib/domain/path';
import type { PathMap } from '@/lib/domain/user-files';
import { chosenPath, isConversion, readChartPath } from '@/lib/overlay/values';

const LONGEST = 200;
const WANTED = 'Enter a path of your chart as helm --set writes it, such as api.hpa.max.';

/**
 * Reads where the operator's own chart has keys of ours. Each is checked alone and against all the others: two keys
 * cannot stand at one path, nor one below another.
 * @param given the paths of ours, without `map.`, each with what it was given
 * @param report is called for each that cannot be used
 */
export function readMap(
  catalog: Catalog,
  given: ReadonlyMap<string, string>,
  report: (ours: string, message: string) => void,
): PathMap | undefined {
  if (given.size === 0) return undefined;
  const map: Record<string, string> = {};
  for (const [ours, text] of given) {
    const { path, as } = readChartPath(text);
    if (!catalog.keyAt.has(ours)) {
      report(ours, 'The overlay has no such key.');
    } else if (as !== '' && !isConversion(as)) {
      report(ours, 'There is no such type. Enter list, string or boolean.');
    } else if (path === '' ? as === '' : !isUsable(path)) report(ours, WANTED);
    else map[ours] = text;
  }
  // Only once all are known: two keys may change places.
  for (const ours of Object.keys(map)) {
    const refusal = occupied(catalog, ours, chosenPath(map, ours) || ours, map);
    if (refusal === undefined) continue;
    report(ours, refusal);
    delete map[ours];
  }
  return Object.keys(map).length > 0 ? map : undefined;
}

/**
 * Why a key of ours cannot stand at a path, in a sentence: another key of ours stands there already, above it or below
 * it, so that one of the two would be lost. `undefined` where the path is free.
 */
export function occupied(
  catalog: Catalog,
  ours: string,
  path: string,
  map: PathMap = {},
): string | undefined {
  for (const { path: other } of catalog.keys) {
    const at = chosenPath(map, other) || other;
    if (other === ours || !(isWithin(path, at) || isWithin(at, path))) continue;
    const place =
      at === path ? 'there already' : `${isWithin(path, at) ? 'above' : 'below'} it, at ${at}`;
    return `${other} stands ${place}. Choose another path, or move that key first.`;
  }
  return undefined;
}

function isUsable(path: string): boolean {
  const steps = parsePath(path);
  return (
    path.length <= LONGEST &&
    formatPath(steps) === path &&
    !/[\p{C}\p{Zl}\p{Zp}]/u.test(path) &&
    steps.every((step) => typeof step === 'string' && step !== '__proto__')
  );
}
