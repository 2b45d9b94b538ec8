import { type Answer, isAnswer, type YamlValue } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { advisory, type Evidence } from '@/lib/domain/evidence';
import { formatPath } from '@/lib/domain/path';
import { placeEntries } from '@/lib/overlay/place';
import { type Entry, entriesOf, type Leaf, leavesOf } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import {
  HIGH_NUMBER,
  HIGH_QUANTITY,
  LOW_NUMBER,
  LOW_QUANTITY,
  NUMBER,
  PROBE_TEXT,
} from './probe-values';

type Scalar = string | number | boolean;

/** A leaf of the overlay, with all that is needed to look for it in a render. */
export interface AskedKey {
  /** As it stands in the file: with `map.`, where the operator's chart has it. */
  readonly path: string;
  /** The catalogue's path of the key that it belongs to. */
  readonly key: string;
  /** The answer that decides it, if one does. */
  readonly of: string | undefined;
  /** Where the key itself stands in the file: `path`, or the list that it is in. */
  readonly line: string;
  /** What of that key it is, such as `[0].maxSkew`; `''` for the key itself. */
  readonly step: string;
  readonly asked: Scalar;
  readonly evidence: Evidence;
  /** The option that declares it, which is the tier whose objects are looked at. */
  readonly option: string;
  /** What the probe writes instead, where it can. */
  readonly probe: Scalar | undefined;
  /** What the probe writes elsewhere in the same list, which Helm takes or leaves whole. */
  readonly listProbe: Scalar | undefined;
}

/** Every leaf of these answers' overlay. */
export function askedKeys(catalog: Catalog, reading: Reading): AskedKey[] {
  const options = new Map(
    catalog.options.flatMap(({ id, parts }) =>
      parts.flatMap((part) => {
        const written = isAnswer(part) ? part.writes : part;
        return written ? [[written.path, id] as const] : [];
      }),
    ),
  );
  const probes = new Map(
    probeEntries(catalog, reading).map(({ key, value }) => [key.path, value] as const),
  );
  return reading.entries.flatMap(({ key, path, value }) => {
    const line = formatPath(path);
    const written = probes.get(key.path);
    const probeLeaves = written === undefined ? [] : leavesOf(path, written);
    const listProbe = key.shows?.in === 'spread' ? probeLeaves.find(isNumber)?.value : undefined;
    return leavesOf(path, value).map((leaf) => {
      const at = formatPath(leaf.path);
      const probe = probeLeaves.find((one) => formatPath(one.path) === at)?.value;
      return {
        path: at,
        key: key.path,
        of: key.of,
        line,
        step: at.slice(line.length),
        asked: leaf.value,
        evidence: key.shows ?? advisory,
        option: options.get(key.path) ?? '',
        probe: probe === leaf.value ? undefined : probe,
        listProbe,
      };
    });
  });
}

const isNumber = ({ value }: Leaf): boolean => typeof value === 'number';

/** Names of environment variables that some key, or some limit, asks for. */
export const askedNames = ({ keys, allLimits }: Catalog): ReadonlySet<string> =>
  new Set([
    ...keys.flatMap(({ shows }) => variablesOf(shows)),
    ...allLimits.flatMap(({ shownBy }) => (shownBy?.by === 'variable' ? [shownBy.name] : [])),
  ]);

/** The variables in which a key shows, or usually does. */
export function variablesOf(shows: Evidence | undefined): readonly string[] {
  if (shows?.in === 'environment') return [shows.name];
  return shows?.in === 'configuration' ? (shows.names ?? []) : [];
}

/** What the probe writes, where the answers stand: only keys that a render can be searched for. */
export function probeEntries(catalog: Catalog, reading: Reading): Entry[] {
  const order = new Map(catalog.keys.map(({ path }, index) => [path, index]));
  const written = entriesOf(catalog, reading).flatMap((entry) => {
    const value = probeValue(catalog, entry, order.get(entry.key.path) ?? 0);
    return value === undefined ? [] : [{ ...entry, value }];
  });
  return [...placeEntries(written, reading.userFiles)];
}

/** What the probe writes for an entry: a value of the same kind that stands nowhere else. `undefined` where there is none. */
function probeValue(catalog: Catalog, { key, value }: Entry, index: number): YamlValue | undefined {
  const { shows = advisory, of } = key;
  if (shows.in === 'resources') {
    const start = shows.kind === 'requests' ? LOW_QUANTITY : HIGH_QUANTITY;
    return `${start + index}${shows.resource === 'cpu' ? 'm' : 'Mi'}`;
  }
  if (typeof value === 'number') return firstNumber(shows) + index;
  if (shows.in === 'spread') return probed(value, NUMBER + index);
  const answer = shows.in === 'configuration' && of ? catalog.answer.get(of) : undefined;
  return answer && probeText(answer, index);
}

/** Where the numbers of a kind of field start: a budget stays below its pods, a minimum below its maximum. */
function firstNumber(shows: Evidence): number {
  if (shows.in === 'budget') return LOW_NUMBER;
  if (shows.in === 'replicas') return HIGH_NUMBER;
  if (shows.in !== 'scaler') return NUMBER;
  return shows.field === 'max' ? HIGH_NUMBER : LOW_NUMBER;
}

/** A text of the probe that the answer takes, such as `valuesprobe7:9092` where hosts and ports are asked for. */
function probeText({ schema, shape }: Answer, index: number): string | undefined {
  if (shape.type !== 'text') return undefined;
  const name = `${PROBE_TEXT}${index}`;
  const texts = [name, `${name}:9092`, `pulsar://${name}:6650`];
  return texts.find((text) => schema.safeParse(text).success);
}

/** A list of constraints with other numbers and, since charts often add the same ones by themselves, other labels. */
function probed(value: YamlValue, number: number): YamlValue {
  if (typeof value === 'number') return number;
  if (Array.isArray(value)) return value.map((item) => probed(item, number));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'matchLabels' ? labels(item, number) : probed(item, number),
    ]),
  );
}

const labels = (value: YamlValue, number: number): YamlValue =>
  Object.fromEntries(
    Object.keys(value).map((label, index) => [label, `${PROBE_TEXT}${number}${index}`]),
  );
