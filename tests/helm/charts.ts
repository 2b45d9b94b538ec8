import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalog } from '@/lib/catalog/registry';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { temporaryFolder } from '../support/temporary-folder';
import { type Helm, run, seenBy } from './helm';

const fixture = fileURLToPath(new URL('../fixtures/chart/', import.meta.url));
const SCHEMA = JSON.stringify(overlaySchema(catalog));

/** The fixture chart with some values as its own, and with the overlay's schema unless it is to take anything. */
export function writeChart(folder: string, name = 'overlay', values = '', schema = SCHEMA): string {
  cpSync(fixture, folder, { recursive: true });
  const file = path.join(folder, 'Chart.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('name: overlay', `name: ${name}`));
  if (schema !== '') writeFileSync(path.join(folder, 'values.schema.json'), schema);
  writeFileSync(path.join(folder, 'values.yaml'), values);
  return folder;
}

/** One chart that holds one chart for each text: Helm takes 40 ms to start, and hardly more for a hundred. */
export function writeCharts(
  texts: readonly string[],
  schema = SCHEMA,
): { parent: string; children: string[] } {
  const parent = temporaryFolder();
  mkdirSync(path.join(parent, 'charts'));
  writeFileSync(path.join(parent, 'Chart.yaml'), 'apiVersion: v2\nname: all\nversion: 1.0.0\n');
  const children = texts.map((text, index) =>
    writeChart(path.join(parent, 'charts', `n${index}`), `n${index}`, text, schema),
  );
  return { parent, children };
}

/** A file of the system's for Helm to read. */
export function writeOverlay(text: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), 'values-large.yaml');
  writeFileSync(file, text);
  return file;
}

/** What a Helm makes of a values file: its values, or its own words against the file. */
export type ReadByHelm = { readonly values: unknown } | { readonly refusal: string };

/** A file as an overlay, by itself. */
export async function readAlone(helm: Helm, text: string | Uint8Array): Promise<ReadByHelm> {
  const chart = writeChart(temporaryFolder(), 'alone', '', '');
  const { ok, output } = await run(helm, ['template', 'x', chart, '-f', writeOverlay(text)]);
  return ok ? { values: seenBy(output).get('alone') } : { refusal: output };
}

/** Helm's words against each file that it refuses, from one run of `helm lint`, which goes on after a refusal. */
async function refusals(helm: Helm, texts: readonly string[]): Promise<Map<string, string>> {
  const { output } = await run(helm, ['lint', '--quiet', ...writeCharts(texts, '').children]);
  const pattern =
    /^==> Linting \S+\/n(\d+)$.*?unable to load chart\s+(cannot load values\.yaml: .*?)\n\n/gms;
  return new Map(
    [...output.matchAll(pattern)].map(([, n, words = '']) => [texts[Number(n)] ?? '', words]),
  );
}

/** What a Helm makes of each file, in two runs. */
export async function readByHelm(
  helm: Helm,
  texts: readonly string[],
): Promise<Map<string, ReadByHelm>> {
  const refused = await refusals(helm, texts);
  let others = texts.filter((text) => !refused.has(text));
  let { ok, output } = await run(helm, ['template', 'x', writeCharts(others, '').parent]);
  // A refusal that lint does not print in the usual form stops all: without that file, once more.
  for (let turn = 0; !ok && turn < 20; turn++) {
    const stopped = others[Number(/unpacking subchart n(\d+)/.exec(output)?.[1] ?? Number.NaN)];
    if (stopped === undefined) break;
    refused.set(stopped, output);
    others = others.filter((text) => text !== stopped);
    ({ ok, output } = await run(helm, ['template', 'x', writeCharts(others, '').parent]));
  }
  if (!ok) throw new Error(output);
  const seen = seenBy(output);
  const read = new Map<string, ReadByHelm>();
  for (const [text, refusal] of refused) read.set(text, { refusal });
  others.forEach((text, index) => {
    // `global` is what Helm itself hands down to every chart within a chart.
    const { global, ...values } = seen.get(`n${index}`) as Record<string, unknown>; // the template prints a mapping
    read.set(text, { values });
  });
  return read;
}
