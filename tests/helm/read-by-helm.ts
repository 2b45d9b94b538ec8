import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Helm, run, seenBy, temporaryFolder } from './helm';

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

/** Files as the own values of one chart each, in one run; `undefined` where Helm refuses any of them. */
async function readTogether(helm: Helm, texts: readonly string[]): Promise<unknown[] | undefined> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'Chart.yaml'), `${CHART}all\n`);
  texts.forEach((text, index) => {
    writeChart(path.join(folder, 'charts', `n${index}`), `n${index}`, text);
  });
  const { ok, output } = await run(helm, ['template', 'x', folder]);
  if (!ok) return undefined;
  const seen = seenBy(output);
  return texts.map((_, index) => {
    const { global, ...values } = seen.get(`n${index}`) as Record<string, unknown>; // the template prints a mapping
    return values;
  });
}

/**
 * What a Helm makes of each file. Helm takes 40 ms to start, so those that are expected to be read go into one run, and
 * into two of half the size where one of them is refused; the others are read alone.
 */
export async function readByHelm(
  helm: Helm,
  texts: readonly string[],
  isExpected: (text: string) => boolean,
): Promise<Map<string, ReadByHelm>> {
  const read = new Map<string, ReadByHelm>();
  const together = async (some: readonly string[]): Promise<void> => {
    if (some.length === 0) return;
    const values = some.length > 1 ? await readTogether(helm, some) : undefined;
    if (values) {
      for (const [index, text] of some.entries()) read.set(text, { values: values[index] });
    } else if (some.length === 1) {
      read.set(some[0] ?? '', await readAlone(helm, some[0] ?? ''));
    } else {
      const half = Math.ceil(some.length / 2);
      await together(some.slice(0, half));
      await together(some.slice(half));
    }
  };
  await together(texts.filter(isExpected));
  for (const text of texts) if (!read.has(text)) read.set(text, await readAlone(helm, text));
  return read;
}
