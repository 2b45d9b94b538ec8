import type { Catalog } from '@/lib/domain/catalog';
import { type Evidence, inNoManifest } from '@/lib/domain/evidence';
import { formatPath } from '@/lib/domain/path';
import { type Entry, scalarsIn } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import type { Scalar } from './manifest';
import { probeEntries } from './probe';

/** A leaf of the overlay, with all that is needed to look for it in a render. */
export interface AskedKey {
  /** Its path in the file: with `map.`, the path in the operator's chart. */
  readonly path: string;
  /** The key that it belongs to, which may be a list with other leaves. */
  readonly entry: Entry;
  /** The rest of the path below that key, such as `[0].maxSkew`; `''` for the key itself. */
  readonly below: string;
  readonly asked: Scalar;
  readonly evidence: Evidence;
  /** The id of the option that declares it, which is the tier whose objects are searched. */
  readonly option: string | undefined;
  /** What the probe writes instead; `undefined` where it writes nothing of its own. */
  readonly probe: Scalar | undefined;
  /** A number that the probe writes in the same list. Helm replaces a list whole, so it shows whether the list arrives. */
  readonly listProbe: Scalar | undefined;
}

/** Every leaf of these answers' overlay. */
export function askedKeys(catalog: Catalog, reading: Reading): AskedKey[] {
  const probes = new Map(probeEntries(catalog, reading).map(({ key, value }) => [key.path, value]));
  return reading.entries.flatMap((entry) => {
    const { key, segments, value } = entry;
    const written = probes.get(key.path);
    const probeLeaves = written === undefined ? [] : scalarsIn(segments, written);
    const number = probeLeaves.find((leaf) => typeof leaf.value === 'number');
    return scalarsIn(segments, value).map((leaf): AskedKey => {
      const at = formatPath(leaf.path);
      const probe = probeLeaves.find((one) => formatPath(one.path) === at)?.value;
      return {
        path: at,
        entry,
        below: at.slice(entry.at.length),
        asked: leaf.value,
        evidence: key.shows ?? inNoManifest,
        option: catalog.ownerOf.get(key.path)?.id,
        probe: probe === leaf.value ? undefined : probe,
        listProbe: key.shows?.in === 'spread' ? number?.value : undefined,
      };
    });
  });
}

/** Names of environment variables that some key, or some limit, asks for. */
export const askedNames = ({ keys, allLimits }: Catalog): ReadonlySet<string> =>
  new Set([
    ...keys.flatMap(({ shows }) => variablesOf(shows)),
    ...allLimits.flatMap(({ shownBy }) => (shownBy?.by === 'variable' ? [shownBy.name] : [])),
  ]);

/** The environment variables in which a key shows, or usually does. */
export function variablesOf(shows: Evidence | undefined): readonly string[] {
  if (shows?.in === 'environment') return [shows.name];
  return shows?.in === 'configuration' ? (shows.names ?? []) : [];
}
