import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { joinedWorkloads } from '@/lib/proof/joins';
import { matchRenders } from '@/lib/proof/matched-renders';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { readingOf } from '../support/reading';

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

type Texts = Readonly<Partial<Record<'before' | 'after' | 'traced', string>>>;
const proofOf = (texts: Texts, chosen = {}) =>
  prove(catalog, readingOf(), {
    renders: matchRenders(catalog, {
      ...Object.fromEntries(Object.entries(texts).map(([role, text]) => [role, read(text)])),
      chosen,
    }),
  });

const workload = (tier: string, pod = '', spec = '') => `---
kind: Deployment
metadata: { name: kaireon-${tier}, labels: { component: ${tier} } }
spec:
${spec}  template:
    metadata: { labels: { app: ${tier} } }
    spec:
${pod}      containers: [{ name: ${tier}, resources: { requests: { cpu: 1 } } }]
`;
const scaler = (kind: string, tier: string, more = '') => `---
kind: ${kind}
metadata: { name: ${tier} }
spec: { scaleTargetRef: { kind: Deployment, name: kaireon-${tier} }${more} }
`;
const budget = (limit: string, labels = 'app: api') =>
  `---\nkind: PodDisruptionBudget\nmetadata: { name: api }\nspec: { ${limit}, selector: { matchLabels: { ${labels} } } }\n`;
const UUID = '0b7f2a0e-7c1d-4a5e-9b1f-000000000001';

// That the work grows with what is given is in tests/growth.test.ts.
test('budgets that select everything do not take for ever', () => {
  const some = workload('api') + budget('minAvailable: 1', '');
  const many = Array.from({ length: 400 }, (_, at) =>
    some.replace(/name: (?=kaireon-|api)/g, `$&n${at}`),
  );
  const joins = joinedWorkloads(read(many.join('')).objects);
  expect(joins.length).toBe(400);
  expect(joins.flatMap(({ budgets }) => budgets).length).toBeLessThanOrEqual(100_000);
});

test('a kind that every object of JavaScript answers to is one like any other', () => {
  const text = '{ "kind": "constructor", "metadata": { "name": "a" } }';
  expect(read(text).objects).toMatchObject([{ kind: 'constructor', name: 'a' }]);
});

const api = workload('api');
const hpa = (metric: string) => scaler('HorizontalPodAutoscaler', 'api', `, metrics: [${metric}]`);
const on = (name: string) =>
  `{ type: ContainerResource, containerResource: { name: cpu, container: ${name}, target: { averageUtilization: 70 } } }`;
const ALL = '{ type: Resource, resource: { name: cpu, target: { averageUtilization: 70 } } }';
const two = (pod = '') =>
  workload('api', pod).replace('containers: [', 'containers: [{ name: proxy }, ');
const sidecar = (policy: string) =>
  workload('api', `      initContainers: [{ name: mesh, restartPolicy: ${policy} }]\n`);
const fixed = workload('api', '', '  replicas: 2\n') + scaler('HorizontalPodAutoscaler', 'api');
const spread = (app: string) =>
  workload(
    'api',
    `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, labelSelector: { matchLabels: { app: ${app} } } }]\n`,
  );
const ownResources = '      resources: { requests: { cpu: 2 } }\n';

// What is found in a whole render is in hand-written.test.ts.
test.each<[string, string, RegExp?]>([
  ['CPU of every container', two() + hpa(ALL), /^hpa-without-req.*the container proxy/],
  ['CPU of one container that has it', two() + hpa(on('api'))],
  ['CPU of one that lacks it', two() + hpa(on('proxy')), /^hpa-without-r.*the container proxy/],
  ['CPU of a pod with resources of its own', two(ownResources) + hpa(ALL)],
  ['CPU of a native sidecar', sidecar('Always') + hpa(ALL), /^hpa-without-r.*the container mesh/],
  ['CPU of an init container, which ends', sidecar('Never') + hpa(ALL)],
  ['a count that a scaler owns', fixed, /^scaled-and-fixed: /],
  ['the same as it runs: the scaler wrote it', fixed.replace('---\n', '---\nstatus: {}\n')],
  ['no pod may be away', api + budget('maxUnavailable: 0'), /^budget-blocks-drains: /],
  ['one pod may be away', api + budget('maxUnavailable: 1')],
  ['a spread over other pods', spread('web'), /^spread-misses-own-pods: /],
  ['a spread over its own pods', spread('api')],
])('what is wrong in the render itself: %s', (_, text, found = /^$/) => {
  const { findings } = proofOf({ after: text });
  expect(findings.map(({ id, message }) => `${id}: ${message}`).join('\n')).toMatch(found);
  expect(findings.length).toBeLessThan(2);
});

test('a part of a render never gives that something scales nothing', () => {
  for (const kind of ['HorizontalPodAutoscaler', 'ScaledObject']) {
    const part = proofOf({ after: scaler(kind, 'api') });
    expect(part.findings).toEqual([]);
    expect(part.counts.nowhere + part.counts.differs).toBe(0);
    const whole = proofOf({ after: scaler(kind, 'api') + workload('worker') });
    expect(whole.findings.map(({ id }) => id)).toEqual(['scaler-without-target']);
  }
});

const SWITCH = 'worker.keda.enabled';
const POLL = 'worker.keda.pollingInterval';
const MEMORY = 'worker.resources.limits.memory';
const CPU = 'api.resources.limits.cpu';
const [worker, scaled] = [workload('worker'), scaler('ScaledObject', 'worker')];
const keda = api + scaler('ScaledObject', 'api');
const other = worker + scaler('HorizontalPodAutoscaler', 'worker');
const both = (one: string, other: string) => ({ after: one, traced: other });

const variable = (value: string) =>
  worker.replace('resources:', `env: [{ name: ID, value: ${value} }], resources:`);
const chance = (one: string, other: string) => both(variable(one), variable(other));
const pem = (text: string) => `"-----BEGIN CERTIFICATE-----${text}-----END CERTIFICATE-----"`;
const heap = (size: string) => worker.replace('{ name: worker,', `$& args: ["-Xmx${size}"],`);
const sum = (text: string) =>
  worker.replace('{ labels: { app:', `{ annotations: { checksum/config: ${text} }, labels: { app:`);

const secret = (entry: string, more = '') =>
  `${api}---\nkind: Secret\nmetadata: { name: settings }${more}\ndata: { ${entry} }\n`;
const helms = (entry: string) => secret(entry, '\ntype: helm.sh/release.v1');
const from = 'envFrom: [{ secretRef: { name: settings } }], resources:';
const fromSecret = { after: api.replace('resources:', from) };

test.each<[string, string, Texts, string, RegExp?]>([
  ['its own kind of object', SWITCH, { before: worker, after: worker + scaled }, 'reached'],
  ['another kind', SWITCH, { before: worker, after: other }, 'unknown'],
  [
    'its kind with all of its tier',
    SWITCH,
    { before: api, after: api + worker + scaled },
    'present',
    /the whole tier Worker/,
  ],
  [
    'its kind, and nothing else of its block',
    SWITCH,
    { before: worker, ...both(worker + scaled, worker + scaled) },
    'present',
    /nothing else of its block arrives/,
  ],
  ['no KEDA: it is suggested', POLL, { after: worker }, 'unknown', /--api-versions keda\.sh\/v1a/],
  ['KEDA: not suggested', POLL, { after: worker + keda }, 'unknown', /^(?!.*--api-versions)/],

  // What differs by chance is no effect.
  ['a UUID', MEMORY, chance(UUID, UUID.replaceAll('0', '3')), 'nowhere'],
  ['a checksum', MEMORY, chance('a'.repeat(64), 'b1'.repeat(32)), 'nowhere'],
  ['a random text', MEMORY, chance('x7Kq2LmP9zTr', 'Qw3Er5Ty7Ui9'), 'nowhere'],
  ['a date', MEMORY, chance('"2026-11-29T10:00:00Z"', '"2026-11-29T10:00:02Z"'), 'nowhere'],
  ['a moment in seconds', MEMORY, chance('"1764410400"', '"1764410402"'), 'nowhere'],
  ['a certificate', MEMORY, chance(pem('one'), pem('another, of another length')), 'nowhere'],
  ['an annotation’s checksum', MEMORY, both(sum('a1'), sum('b2')), 'nowhere'],
  ['no change', MEMORY, both(heap('6g'), heap('6g')), 'nowhere'],
  ['a variable that was worked on', MEMORY, chance('6g', '11g'), 'unknown'],
  [
    'an argument that was worked on',
    MEMORY,
    both(heap('6g'), heap('11g')),
    'unknown',
    /containers\[0\]\.args\[0\] changed to something else/,
  ],

  // A Secret that changes with the probe may hold it, unread.
  [
    'a Secret that changes',
    CPU,
    both(secret('app.yaml: YQ=='), secret('app.yaml: Yg==')),
    'unknown',
    /Secret\/settings changed with the probe/,
  ],
  ['one that stays', CPU, both(secret('a.yaml: YQ=='), secret('a.yaml: YQ==')), 'nowhere'],
  ['another password', CPU, both(secret('password: YQ=='), secret('password: Yg==')), 'nowhere'],
  ['Helm’s own', CPU, both(helms('release: YQ=='), helms('release: Yg==')), 'nowhere'],
  [
    'one that gives a variable',
    'config.EVENT_PUBLISHER',
    fromSecret,
    'unknown',
    /s, which is not read/,
  ],
])('the verdict: %s', (_, key, texts, state, reason = /(?:)/) => {
  const verdict = proofOf(texts).keys[key];
  expect(verdict?.state).toBe(state);
  expect(verdict?.reason ?? '').toMatch(reason);
});

test('what a verdict names can be chosen as a tier', () => {
  const key = 'api.autoscaling.minReplicas';
  const probe = askedKeys(catalog, readingOf()).find(({ path }) => path === key)?.probe;
  const odd = (minimum: unknown) =>
    workload('web') + scaler('HorizontalPodAutoscaler', 'web', `, minReplicas: ${minimum}`);
  const texts = { after: odd(6), traced: odd(probe) };
  const { reason = '' } = proofOf(texts).keys[key] ?? {};
  const [, named = ''] = /If (\S+) is the tier API, choose it/.exec(reason) ?? [];
  expect(named).toBe('Deployment/kaireon-web');
  expect(proofOf(texts, { api: named }).keys[key]?.state).toBe('reached');
});

test('a probe’s numbers are small: some charts loop over a number of pods', () => {
  expect(catalog.keys.length).toBeLessThan(100); // so that no kind of number runs into the next
  const numbers = askedKeys(catalog, readingOf()).flatMap(({ probe }) =>
    typeof probe === 'number' ? [probe] : [],
  );
  expect(numbers.length).toBeGreaterThan(10);
  expect(Math.max(...numbers)).toBeLessThan(500);
});
