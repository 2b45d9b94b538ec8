import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump, loadAll } from 'js-yaml';
import { catalog } from '@/lib/catalog/registry';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { askedNames } from '@/lib/proof/asked-keys';
import { matchRenders } from '@/lib/proof/matched-renders';
import { probeOverlay } from '@/lib/proof/probe';
import { type Proof, prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { type Helm, run } from '../helm/helm';
import { temporaryFolder } from '../support/temporary-folder';

const folder = fileURLToPath(new URL('./charts/', import.meta.url));

/** A chart that is written by hand in a shape of its own. */
export interface Chart {
  readonly name: string;
  readonly folder: string;
  /** Where it has our keys: its paths by ours. */
  readonly map: Readonly<Record<string, string>>;
}

export const charts: readonly Chart[] = readdirSync(folder).map((name) => {
  const map = readFileSync(path.join(folder, name, 'map.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const pairs = map.map((line) => line.split('=') as [string, string]);
  return { name, folder: path.join(folder, name), map: Object.fromEntries(pairs) };
});

const KEDA = ['--api-versions', 'keda.sh/v1alpha1'];

/** What `helm template` prints over some files of values, or its error. */
async function rendered(helm: Helm, chart: Chart, files: readonly string[]): Promise<string> {
  const place = temporaryFolder();
  const given = files.flatMap((text, index) => {
    const file = path.join(place, `${index}.yaml`);
    writeFileSync(file, text);
    return ['-f', file];
  });
  return (await run(helm, ['template', 'kaireon', chart.folder, ...KEDA, ...given])).output;
}

/**
 * For each of some values whether the chart renders anything else with them than with the first ones. Helm is asked
 * once: the chart stands many times in one that holds nothing else. What differs by chance is left out.
 */
export async function effects(
  helm: Helm,
  chart: Chart,
  base: object,
  changed: readonly object[],
): Promise<readonly boolean[]> {
  const parent = temporaryFolder();
  const all = [base, base, ...changed];
  mkdirSync(path.join(parent, 'charts'));
  // Listed, because Helm looks at no dependencies of a chart that its parent does not list.
  const dependencies = [...all.keys()].map((index) => ({ name: `n${index}`, version: '1.0.0' }));
  writeFileSync(
    path.join(parent, 'Chart.yaml'),
    dump({ apiVersion: 'v2', name: 'all', version: '1.0.0', dependencies }),
  );
  writeFileSync(
    path.join(parent, 'values.yaml'),
    dump(Object.fromEntries(all.map((values, index) => [`n${index}`, values]))),
  );
  for (const index of all.keys()) {
    const child = path.join(parent, 'charts', `n${index}`);
    cpSync(chart.folder, child, { recursive: true });
    rmSync(path.join(child, 'map.txt'));
    const head = path.join(child, 'Chart.yaml');
    writeFileSync(head, readFileSync(head, 'utf8').replace(/^name: .*$/m, `name: n${index}`));
  }
  const { ok, output } = await run(helm, ['template', 'kaireon', parent, ...KEDA]);
  rmSync(parent, { recursive: true });
  if (!ok) throw new Error(output);
  const documents = documentsByChart(output);
  const of = (index: number) => documents.get(`n${index}`) ?? new Map<string, string>();
  const [first, twin] = [of(0), of(1)];
  const names = [...first.keys()].filter((name) => first.get(name) === twin.get(name));
  const random = new Set([...first.keys()].filter((name) => !names.includes(name)));
  return changed.map((_, index) => {
    const other = of(index + 2);
    return (
      names.some((name) => other.get(name) !== first.get(name)) ||
      [...other.keys()].some((name) => !first.has(name) && !random.has(name))
    );
  });
}

/** Every object as JSON, by kind and name, for each chart within the chart. */
function documentsByChart(output: string): Map<string, Map<string, string>> {
  const charts = new Map<string, Map<string, string>>();
  for (const part of output.split(/^---$/m)) {
    const name = /^# Source: all\/charts\/(n\d+)\//m.exec(part)?.[1];
    if (name === undefined) continue;
    const there = charts.get(name) ?? new Map<string, string>();
    charts.set(name, there);
    for (const document of loadAll(part)) {
      if (document === null) continue;
      const { kind, metadata } = document as { kind: string; metadata: { name: string } }; // our own templates
      there.set(`${kind}/${metadata.name}`, JSON.stringify(document));
    }
  }
  return charts;
}

/** Answers that fill as many keys as one set can. */
const GIVEN = {
  'kafka.brokers': 'broker-1:9092,broker-2:9092',
  'dynamodb.tableName': 'kaireon-interactions',
  'stream.enabled': 'true',
  'plan.apiPodLabels': 'app.kubernetes.io/name=kaireon,app=api',
  'cron.concurrencyPolicy': 'Replace',
  'cron.schedules.outboxReaper.enabled': 'false',
};

/** Those answers, where a chart has its keys. */
export const readingFor = ({ map }: Pick<Chart, 'map'>): Reading =>
  readAnswers(catalog, completeAnswers(catalog, GIVEN), { map });

/** The three renders as text. */
export interface Texts {
  readonly before: string;
  readonly after: string;
  readonly traced: string;
}

/** What Helm makes of a chart, without the overlay, with it, and with the probe over it. */
export async function textsOf(helm: Helm, chart: Chart, reading: Reading): Promise<Texts> {
  const overlay = textOf(reading.lines);
  const [before, after, traced] = await Promise.all([
    rendered(helm, chart, []),
    rendered(helm, chart, [overlay]),
    rendered(helm, chart, [overlay, probeOverlay(catalog, reading)]),
  ]);
  return { before, after, traced };
}

const names = askedNames(catalog);

/** What the renders say of the answers. */
export function proofOf(reading: Reading, { before, after, traced }: Texts): Proof {
  const [one, two, three] = [before, after, traced].map((text) => readManifests(text, names));
  const renders = matchRenders(catalog, { before: one, after: two, traced: three });
  return prove(catalog, reading, { renders });
}
