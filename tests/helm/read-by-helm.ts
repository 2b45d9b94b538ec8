import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { type Helm, run, seenBy } from './helm';

/** What a Helm makes of a values file: its values, or that it refuses the file. */
export type ReadByHelm = { readonly values: unknown } | { readonly refusal: string };

const CHART = 'apiVersion: v2\nversion: 1.0.0\nname: ';
const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: {{ .Chart.Name }} }\ndata: { seen: {{ .Values | toJson | quote }} }\n';

function writeChart(folder: string, name: string, values?: string): void {
  mkdirSync(path.join(folder, 'templates'), { recursive: true });
  writeFileSync(path.join(folder, 'Chart.yaml'), `${CHART}${name}\n`);
  writeFileSync(path.join(folder, 'templates', 'seen.yaml'), TEMPLATE);
  if (values !== undefined) writeFileSync(path.join(folder, 'values.yaml'), values);
}

/** A file as an overlay, by itself: its values, or Helm's own words against it. */
export async function readAlone(helm: Helm, text: string | Uint8Array): Promise<ReadByHelm> {
  const folder = temporaryFolder();
  writeChart(path.join(folder, 'chart'), 'alone');
  writeFileSync(path.join(folder, 'values.yaml'), text);
  const { ok, output } = await run(helm, [
    'template',
    'x',
    path.join(folder, 'chart'),
    '-f',
    path.join(folder, 'values.yaml'),
  ]);
  return ok ? { values: seenBy(output).get('alone') } : { refusal: output };
}

/** Files as the own values of one chart each, the charts in one folder. */
function writeCharts(texts: readonly string[]): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'Chart.yaml'), `${CHART}all\n`);
  texts.forEach((text, index) => {
    writeChart(path.join(folder, 'charts', `n${index}`), `n${index}`, text);
  });
  return folder;
}

/** Helm's words against each file that it refuses, from one run of `helm lint`, which goes on after a refusal. */
async function refusals(helm: Helm, texts: readonly string[]): Promise<Map<string, string>> {
  const charts = path.join(writeCharts(texts), 'charts');
  const { output } = await run(helm, [
    'lint',
    '--quiet',
    ...texts.map((_, n) => `${charts}/n${n}`),
  ]);
  const found = new Map<string, string>();
  for (const [, index, words] of output.matchAll(
    /^==> Linting \S+\/n(\d+)$.*?unable to load chart\s+(cannot load values\.yaml: .*?)\n\n/gms,
  )) {
    found.set(texts[Number(index)] ?? '', words ?? '');
  }
  return found;
}

/** What a Helm makes of each file, in two runs. */
export async function readByHelm(
  helm: Helm,
  texts: readonly string[],
): Promise<Map<string, ReadByHelm>> {
  const refused = await refusals(helm, texts);
  let others = texts.filter((text) => !refused.has(text));
  let { ok, output } = await run(helm, ['template', 'x', writeCharts(others)]);
  // A refusal that lint does not print in the usual form stops all: without that file, once more.
  for (let turn = 0; !ok && turn < 20; turn++) {
    const stopped = others[Number(/unpacking subchart n(\d+)/.exec(output)?.[1] ?? Number.NaN)];
    if (stopped === undefined) break;
    refused.set(stopped, output);
    others = others.filter((text) => text !== stopped);
    ({ ok, output } = await run(helm, ['template', 'x', writeCharts(others)]));
  }
  if (!ok) throw new Error(output);
  const seen = seenBy(output);
  const read = new Map<string, ReadByHelm>();
  for (const [text, refusal] of refused) read.set(text, { refusal });
  others.forEach((text, index) => {
    const { global, ...values } = seen.get(`n${index}`) as Record<string, unknown>; // the template prints a mapping
    read.set(text, { values });
  });
  return read;
}
