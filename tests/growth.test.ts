import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { openFile } from '@/lib/files/open-file';
import { askedNames } from '@/lib/proof/asked-keys';
import { matchRenders } from '@/lib/proof/matched-renders';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { takeFile } from '@/lib/proof/take-file';
import { openAddress, readingOf } from './support/reading';

// Code that V8 makes faster meanwhile is not counted alike each time.
const faster = ['opt', 'maglev', 'sparkplug', 'lazy-feedback-allocation'];
beforeAll(() => {
  for (const flag of faster) setFlagsFromString(`--no-${flag}`);
});
afterAll(() => {
  for (const flag of faster) setFlagsFromString(`--${flag}`);
});

/** How often a block of `lib/` runs meanwhile, as V8 counts it: the work, on any machine. */
async function stepsOf(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .filter(({ url }) => url.includes('/lib/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

const many = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

const budgetOf = (at: number) => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: b${at}}
spec: {minAvailable: 1, selector: {matchLabels: {app: w0}}}
`;
const workload = (at: number) => `${budgetOf(at).replace('app: w0', `app: w${at}`)}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: w${at}}
spec: {replicas: 2, template: {metadata: {labels: {app: w${at}}}, spec: {containers: [{name: c}]}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h${at}}
spec: {minReplicas: 6, maxReplicas: 50, scaleTargetRef: {kind: Deployment, name: w${at}}}
`;

const reading = readingOf();
const proved = (render: string) =>
  prove(catalog, reading, {
    renders: matchRenders(catalog, { after: readManifests(render, askedNames(catalog)) }),
  });
const opened = (text: string) => openFile(catalog, text);
const taken = (text: string) => takeFile(catalog, reading, 'values.yaml', text);
const application = (count: number) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {helm: {valuesObject: {${many(count, (at) => `k${at}: 1, `)}}}}}\n`;
const linked = (fragment: string) => openAddress(catalog, { query: '', fragment });

type Input = readonly [name: string, run: (text: string) => unknown, of: (count: number) => string];

/** Twice as much of any of these may be little more than twice the work. Each was or could be a square. */
const INPUTS: readonly Input[] = [
  ['workloads, budgets and scalers', proved, (count) => many(count, workload)],
  ['budgets of the same pods', proved, (count) => workload(0) + many(count, budgetOf)],
  ['documents that cannot be read', proved, (count) => many(count, () => '---\na: [1\n')],
  ['keys of a file', opened, (count) => many(count, (at) => `k${at}: ${at}\n`)],
  ['items of a list', opened, (count) => `a:\n${many(count, (at) => `  - b: ${at}\n`)}`],
  ['anchors', opened, (count) => many(count, (at) => `a${at}: &x${at} {b: 1}\nc${at}: *x${at}\n`)],
  ['documents of a file', opened, (count) => many(count, (at) => `---\nk${at}: 1\n`)],
  ['values of an Argo Application', opened, application],
  ['keys of a chart', taken, (count) => many(count, (at) => `api${at}: {hpa: {minReplicas: 1}}\n`)],
  ['parameters of a link', linked, (count) => `#v=1${many(count, (at) => `&no.such${at}=1`)}`],
  ['moved keys of a link', linked, (count) => `#v=1${many(count, (at) => `&map.a${at}=b${at}`)}`],
];

test.each(INPUTS)('the work grows with %s, not with its square', async (_, run, input) => {
  await stepsOf(() => run(input(10))); // what is made once
  const [once, twice] = [input(250), input(500)];
  const ratio = (await stepsOf(() => run(twice))) / (await stepsOf(() => run(once)));
  expect(ratio).toBeLessThan(2.2);
});
