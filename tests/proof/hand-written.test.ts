import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
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

describe('reading manifests', () => {
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

  test.each([
    ['a\0b', 'This is a binary file.'],
    [
      `Error: execution error at (x/templates/y.yaml:1:4): no\n`,
      'This is an error message of Helm',
    ],
    ['x'.repeat(20_000_001), 'This file has 20,000,001 bytes'],
  ])('file %# that holds no manifests is refused in a sentence', (text, sentence) => {
    expect(read(text).objects).toEqual([]);
    expect(read(text).remarks[0]).toContain(sentence);
  });

  test('aliases that unfold into a tree without end are bounded', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`,
    );
    const bomb = `kind: ConfigMap\nmetadata: { name: bomb }\nl0: &l0 [x, x]\n${levels.join('\n')}\n`;
    expect(read(bomb).objects.length + read(bomb).broken.length).toBe(1);
  });
});

describe('a render alone', () => {
  const reading = readingOf();
  const renders = matchRenders(catalog, { after: read(RENDER) });
  const proof = prove(catalog, reading, { renders });

  test('says what is there and what differs, quantities as numbers', () => {
    expect(proof.keys).toMatchObject({
      'api.resources.requests.cpu': { state: 'present', found: '2000m' },
      'api.resources.limits.memory': { state: 'differs', found: '2Gi' },
      'api.autoscaling.minReplicas': {
        ...{ state: 'differs', asked: 6, found: 2 },
        where: 'HorizontalPodAutoscaler/api spec.minReplicas',
      },
      'worker.resources.limits.memory': { state: 'unknown' },
    });
    expect(Object.keys(proof.keys)).toEqual(reading.written.map(({ path }) => path));
  });

  test('shows what is wrong by itself', () => {
    const ids = proof.findings.map(({ id, where }) => `${id} ${where}`).sort();
    expect(ids).toEqual([
      'budget-blocks-drains Deployment/kaireon-api',
      'duplicate-env Deployment/kaireon-api',
      'hpa-without-request Deployment/kaireon-api',
      'scaled-and-fixed Deployment/kaireon-api',
      'scaler-without-target ScaledObject/lost',
      'two-budgets Deployment/kaireon-api',
      'two-scalers Deployment/kaireon-api',
    ]);
  });

  test('offers the labels that a selector can hold, until the answer names labels of those pods', () => {
    const offers = (given: Record<string, string>) =>
      prove(catalog, readingOf(given), { renders }).offers;
    expect(offers({})).toEqual({ 'plan.apiPodLabels': 'app=api' });
    expect(offers({ 'plan.apiPodLabels': 'app=other' })).toEqual({
      'plan.apiPodLabels': 'app=api',
    });
    expect(offers({ 'plan.apiPodLabels': 'app=api' })).toEqual({});
    expect(offers({ 'plan.apiZoneSpread': 'off' })).toEqual({}); // not asked
  });
});

test.each([
  ['an HPA that KEDA made', DEPLOYMENT, HPA.replace('name: api', 'name: keda-hpa-api')],
  [
    'one with another name',
    DEPLOYMENT,
    HPA.replace('{ name: api }', '{ name: h, labels: { scaledobject.keda.sh/name: api } }'),
  ],
  ['a budget of a DaemonSet', DEPLOYMENT.replace('kind: Deployment', 'kind: DaemonSet'), ''],
])('%s is nothing to find', (_, workload, more) => {
  const [, , scaled = '', , budget = ''] = RENDER.split('---\n');
  const text = [workload, more === '' ? budget : scaled, more].join('---\n');
  const { findings } = matchRenders(catalog, { after: read(text) });
  expect(findings.map(({ id }) => id)).not.toContain(
    more === '' ? 'budget-blocks-drains' : 'two-scalers',
  );
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
  expect(number('api.autoscaling.minReplicas')).toBeLessThan(number('api.autoscaling.maxReplicas'));
  expect(number('api.resources.requests.cpu')).toBeLessThan(number('api.resources.limits.cpu'));
  expect(number('outboxPublisher.podDisruptionBudget.minAvailable')).toBeLessThan(
    number('outboxPublisher.replicaCount'),
  );
});

test('every figure of a tier says where it shows', () => {
  const figures = catalog.keys.filter(({ path }) =>
    /resources|replica|autoscaling|keda|budget/i.test(path),
  );
  expect(figures.length).toBeGreaterThan(30);
  expect(figures.filter(({ shows }) => !shows).map(({ path }) => path)).toEqual([]);
});

test('a file is taken for what it holds, and what is none of these is refused in a sentence', () => {
  const reading = readingOf();
  const probe = probeOverlay(catalog, reading);
  const asConfig = (text: string) =>
    `kind: ConfigMap\nmetadata: { name: all }\ndata:\n${text.replace(/^/gm, '  ')}\n`;
  const taken = (text: string, name = '') => {
    const file = takeFile(catalog, reading, name, text);
    return 'refusal' in file ? file.refusal : file.role;
  };
  expect(taken(asConfig(probe))).toBe('traced');
  expect(taken(asConfig(probe), 'after.yaml')).toBe('traced');
  const numbers = askedKeys(catalog, reading).flatMap(({ probe }) =>
    typeof probe === 'number' ? [probe] : [],
  );
  const few = (count: number) =>
    asConfig(
      numbers
        .slice(0, count)
        .map((one) => `n${one}: ${one}`)
        .join('\n'),
    );
  expect([taken(few(6)), taken(few(5))]).toEqual(['traced', 'before']); // three digits may stand there by chance
  expect(taken(asConfig(fileOf()))).toBe('after');
  expect(taken(HPA)).toBe('before');
  expect(taken(HPA, 'after.yaml')).toBe('after');
  expect(taken(HPA, 'hereafter.yaml')).toBe('before');
  expect(taken(`${HPA}status: {}\n`)).toBe('live');
  expect(taken('api: { replicas: 2 }')).toBe('values');
  expect(taken('api: { replicas: 2 }', 'values-large.yaml')).toBe('overlay');
  expect(taken('eventbus: { backend: kafka }')).toBe('overlay');
  expect(taken(fileOf())).toMatch(/^This is a values file of this overlay’s own kind/);
  expect(taken(probe)).toMatch(/^This is the probe\./);
  expect(taken('Error: chart not found\n')).toMatch(/^This is an error message of Helm/);
  expect(taken('- a\n')).toMatch(/^This holds no Kubernetes object and no values\./);
});

test('objects from a cluster are left aside beside a render with the overlay, in words', () => {
  const file = (role: Role): TakenFile => ({ name: '', role, remarks: [] });
  const [live, after] = [file('live'), file('after')];
  expect(remarksBeside(live, [live, after])[0]).toMatch(/^Left aside: a render with this overlay/);
  expect(remarksBeside(live, [live])).toEqual([]);
  expect(remarksBeside(after, [live, after])).toEqual([]);
});
