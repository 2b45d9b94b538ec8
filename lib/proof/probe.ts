import type { Answer, YamlValue } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { type Evidence, inNoManifest } from '@/lib/domain/evidence';
import { textOf } from '@/lib/overlay/overlay';
import { commentLines, type Line, printValues } from '@/lib/overlay/print';
import { atChartPaths, type Entry, entriesOf, treeOf } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';

/**
 * Numbers that a probe writes: three digits, or four with a unit (`5017m`, `5017Mi`). They are small because some charts
 * loop over a number of pods. Low ones are for what must not exceed another (a minimum, a request, a budget), high ones
 * for what must not be below.
 */
const LOW_NUMBER = 200;
const NUMBER = 300;
const HIGH_NUMBER = 400;
const LOW_QUANTITY = 5_000;
const HIGH_QUANTITY = 7_000;
/** Starts each text of a probe. */
const PROBE_TEXT = 'valuesprobe';

/** Anything that a probe may have written, inside any text. */
const PROBE =
  /(?<![\w.-])[234]\d\d(?=[A-Za-z]{0,2}(?![\w.]))|(?<![\d.])[57]\d{3}(?:m|Mi)(?![A-Za-z0-9])|valuesprobe\d{1,6}(?!\d)/g;

/** The probe's values that a scalar of a manifest holds, as text. */
export const probeValuesIn = (scalar: string): string[] =>
  scalar.length > 65_536 ? [] : (scalar.match(PROBE) ?? []);

/** What the probe writes, at the places of the answers: only keys that a render can be searched for. */
export function probeEntries(catalog: Catalog, reading: Reading): readonly Entry[] {
  const order = new Map(catalog.keys.map(({ path }, index) => [path, index]));
  const written = entriesOf(catalog, reading).flatMap((entry) => {
    const value = probeValue(catalog, entry, order.get(entry.key.path) ?? 0);
    return value === undefined || entry.isInvalid ? [] : [{ ...entry, value }];
  });
  return atChartPaths(written, reading.userFiles);
}

/** What the probe writes for an entry: a value of the same kind that stands nowhere else. `undefined` where there is none. */
function probeValue(catalog: Catalog, { key, value }: Entry, index: number): YamlValue | undefined {
  const { shows = inNoManifest, answerKey } = key;
  if (shows.in === 'resources') {
    const start = shows.kind === 'requests' ? LOW_QUANTITY : HIGH_QUANTITY;
    return `${start + index}${shows.resource === 'cpu' ? 'm' : 'Mi'}`;
  }
  if (typeof value === 'number') return firstNumber(shows) + index;
  if (shows.in === 'spread') return probed(value, NUMBER + index);
  const answer =
    shows.in === 'configuration' && answerKey ? catalog.answerOf.get(answerKey) : undefined;
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
function probeText({ schema }: Answer, index: number): string | undefined {
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
      name === 'matchLabels' ? probedLabels(item, number) : probed(item, number),
    ]),
  );
}

const probedLabels = (labels: YamlValue, number: number): YamlValue =>
  Object.fromEntries(
    Object.keys(labels).map((label, index) => [label, `${PROBE_TEXT}${number}${index}`]),
  );

const HEAD = [
  'probe.yaml: rendered and never applied. Each number, and each text that can be told apart, is a value of its own: where it turns up in the render, its key arrives.',
  'Give it to helm template as the last -f, after values-large.yaml.',
];

/**
 * The probe of these answers, as a YAML file: it stands over the overlay, at the same places, and writes only keys
 * that a render can be searched for. A key's value is always the same one, whatever else is answered.
 */
export function probeOverlay(catalog: Catalog, reading: Reading): string {
  const head = HEAD.flatMap((text) => commentLines(text, 0)).map(
    (text, index): Line => ({ id: `head ${index}`, kind: 'comment', text }),
  );
  const values = treeOf(probeEntries(catalog, reading));
  return textOf([...head, ...printValues(values)]);
}
