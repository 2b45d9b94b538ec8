import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { matchRenders } from '@/lib/proof/matched-renders';
import { probeOverlay } from '@/lib/proof/probe';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Role, remarksBeside, type TakenFile, takeFile } from '@/lib/proof/take-file';
import { fileOf, readingOf } from '../support/reading';
import { DEPLOYMENT, HPA, RENDER, SECRET } from './manifests';

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

test('a broken document costs only itself, and is named by its line', () => {
  const { objects, broken } = read(`${HPA}---\na: [\n---\n${DEPLOYMENT}`);
  expect(objects.map(({ kind }) => kind)).toEqual(['HorizontalPodAutoscaler', 'Deployment']);
  expect(broken.map(({ line }) => line)).toEqual([9]);
});

test('nothing of Secrets and of values that nobody asks for is kept', () => {
  const list = `kind: List\nitems:\n- ${SECRET.trimEnd().replaceAll('\n', '\n  ')}\n`;
  const json = { kind: 'Secret', metadata: { name: 'x' }, data: { 'a.yaml': 'hunter2' } };
  for (const text of [RENDER, list, JSON.stringify(json)]) {
    const render = read(text);
    expect(render.objects.map(({ kind }) => kind)).toContain('Secret');
    expect(JSON.stringify(render)).not.toContain('hunter2');
  }
});

test('aliases that unfold into a tree without end are bounded', () => {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`,
  );
  const bomb = `kind: ConfigMap\nmetadata: { name: bomb }\nl0: &l0 [x, x]\n${levels.join('\n')}\n`;
  expect(read(bomb).objects.length + read(bomb).broken.length).toBe(1);
});

const reading = readingOf();
const renders = matchRenders(catalog, { after: read(RENDER) });
const proof = prove(catalog, reading, { renders });

test('a render alone says what is there and what differs, quantities as numbers', () => {
  expect(proof.keys).toMatchObject({
    'api.resources.requests.cpu': { state: 'present', found: '2000m' },
    'api.resources.limits.memory': { state: 'differs', found: '2Gi' },
    'api.autoscaling.minReplicas': {
      ...{ state: 'differs', asked: 6, found: 2 },
      where: 'HorizontalPodAutoscaler/api spec.minReplicas',
    },
    'worker.resources.limits.memory': { state: 'unknown' },
  });
  expect(Object.keys(proof.keys)).toEqual(reading.leaves.map(({ path }) => path));
});

test('a render alone shows what is wrong by itself', () => {
  const found = proof.findings.map(({ id, where }) =>
    where.endsWith('/kaireon-api') ? id : where,
  );
  expect(found.sort()).toEqual([
    ...['ScaledObject/lost', 'budget-blocks-drains', 'duplicate-env', 'hpa-without-request'],
    ...['scaled-and-fixed', 'two-budgets', 'two-scalers'],
  ]);
});

test('a render alone offers the labels that a selector can hold, until the answer names labels of those pods', () => {
  const offers = (given: Record<string, string>) =>
    prove(catalog, readingOf(given), { renders }).offers;
  const own = { 'plan.apiPodLabels': 'app=api' };
  expect(offers({})).toEqual(own);
  expect(offers({ 'plan.apiPodLabels': 'app=other' })).toEqual(own);
  expect(offers(own)).toEqual({});
  expect(offers({ 'plan.apiZoneSpread': 'off' })).toEqual({}); // not asked
});

test.each([
  ['two-scalers', 'name: api', 'name: keda-hpa-api'], // an HPA that KEDA made
  ['two-scalers', '{ name: api }', '{ name: h, labels: { scaledobject.keda.sh/name: api } }'],
  ['budget-blocks-drains', 'kind: Deployment', 'kind: DaemonSet'],
])('%s: not found with %j as %j', (id, was, is) => {
  const idsIn = (text: string) =>
    matchRenders(catalog, { after: read(text) }).findings.map(({ id }) => id);
  const [deployment = '', hpa = '', scaled = '', , budget = ''] = RENDER.split('---\n');
  const parts = id === 'two-scalers' ? [deployment, scaled, hpa] : [budget, deployment];
  const changed = parts.map((part, at) => (at === parts.length - 1 ? part.replace(was, is) : part));
  expect(idsIn(parts.join('---\n'))).toContain(id);
  expect(idsIn(changed.join('---\n'))).not.toContain(id);
});

test('a probe gives each key a value of its own, the same whatever is answered', () => {
  const probes = (given: Record<string, string>) =>
    askedKeys(catalog, readingOf(given)).flatMap(({ path, probe }) =>
      probe === undefined ? [] : [[path, String(probe)] as const],
    );
  const all = probes({ 'stream.enabled': 'true', 'mcp.dedicated': 'true', 'kafka.brokers': 'b:1' });
  expect(new Set(all.map(([, probe]) => probe)).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(probes({ 'api.autoscaling.minReplicas': '9' })));
  const value = new Map(all);
  const number = (path: string) => Number(value.get(path)?.replace(/\D+$/, ''));
  for (const [less, more] of [
    ['api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas'],
    ['api.resources.requests.cpu', 'api.resources.limits.cpu'],
    ['outboxPublisher.podDisruptionBudget.minAvailable', 'outboxPublisher.replicaCount'],
  ] as const)
    expect(number(less)).toBeLessThan(number(more));
});

const asConfig = (text: string) =>
  `kind: ConfigMap\nmetadata: { name: all }\ndata:\n${text.replace(/^/gm, '  ')}\n`;
const probe = probeOverlay(catalog, readingOf());
const numbers = askedKeys(catalog, readingOf()).flatMap((key) =>
  typeof key.probe === 'number' ? [`n${key.probe}: ${key.probe}`] : [],
);

test.each<[string, string, string | RegExp]>([
  ['', asConfig(probe), 'traced'],
  ['after.yaml', asConfig(probe), 'traced'],
  ['', asConfig(numbers.slice(0, 6).join('\n')), 'traced'],
  ['', asConfig(numbers.slice(0, 5).join('\n')), 'before'], // three digits may stand there by chance
  ['', asConfig(fileOf()), 'after'],
  ['', HPA, 'before'],
  ['after.yaml', HPA, 'after'],
  ['hereafter.yaml', HPA, 'before'],
  ['', `${HPA}status: {}\n`, 'live'],
  ['', 'api: { replicas: 2 }', 'values'],
  ['values-large.yaml', 'api: { replicas: 2 }', 'overlay'],
  ['', 'eventbus: { backend: kafka }', 'overlay'],
  ['', fileOf(), /^This is a values file of this overlay’s own kind/],
  ['', probe, /^This is the probe\./],
  ['', 'Error: chart not found\n', /^This is an error message of Helm/],
  ['', '- a\n', /^This holds no Kubernetes object and no values\./],
])('a file is taken for what it holds: %# %s', (name, text, is) => {
  const file = takeFile(catalog, readingOf(), name, text);
  expect('refusal' in file ? file.refusal : file.role).toEqual(
    typeof is === 'string' ? is : expect.stringMatching(is),
  );
});

test('objects from a cluster are left aside beside a render with the overlay, in words', () => {
  const file = (role: Role): TakenFile => ({ name: '', role, remarks: [] });
  const [live, after] = [file('live'), file('after')];
  expect(remarksBeside(live, [live, after])[0]).toMatch(/^Left aside: a render with this overlay/);
  expect(remarksBeside(live, [live])).toEqual([]);
  expect(remarksBeside(after, [live, after])).toEqual([]);
});
