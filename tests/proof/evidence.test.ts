import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { joinedWorkloads } from '@/lib/proof/joins';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { readingOf } from '../support/reading';

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

type Texts = Readonly<Partial<Record<'before' | 'after' | 'traced', string>>>;
const proofOf = (texts: Texts, given: Record<string, string> = {}, chosen = {}) =>
  prove(catalog, readingOf(given), {
    ...Object.fromEntries(Object.entries(texts).map(([role, text]) => [role, read(text)])),
    chosen,
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
const probeOf = (path: string, given = {}) =>
  askedKeys(catalog, readingOf(given)).find((key) => key.path === path)?.probe;

describe('budgets and workloads', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        `---\nkind: Deployment\nmetadata: { name: w${at} }\nspec: { template: { metadata: { labels: { app: all, name: w${at} } } } }\n---\nkind: PodDisruptionBudget\nmetadata: { name: b${at} }\nspec: { selector: { matchLabels: { app: all, name: w${at} } } }\n`,
    ).join('');
  test.each([100, 200])('%i of each take as many comparisons', (count) => {
    const joined = joinedWorkloads(read(many(count)).objects, count);
    expect(joined.every(({ budgets }) => budgets.length === 1)).toBe(true);
  });

  test('budgets that select everything do not take for ever', () => {
    const loose = many(400).replaceAll(
      /matchLabels: \{ app: all, name: w\d+ \}/g,
      'matchLabels: {}',
    );
    const joins = joinedWorkloads(read(loose).objects);
    expect(joins.length).toBe(400);
    expect(joins.flatMap(({ budgets }) => budgets).length).toBeLessThanOrEqual(100_000);
  });
});

describe('a CPU target without a request', () => {
  const hpa = (metric: string) =>
    scaler('HorizontalPodAutoscaler', 'api', `, metrics: [${metric}]`);
  const on = (name: string) =>
    `{ type: ContainerResource, containerResource: { name: cpu, container: ${name}, target: { averageUtilization: 70 } } }`;
  const ALL = '{ type: Resource, resource: { name: cpu, target: { averageUtilization: 70 } } }';
  const found = (text: string) =>
    proofOf({ after: text })
      .findings.filter(({ id }) => id === 'hpa-without-request')
      .map(({ message }) => message);
  const two = (pod = '') =>
    workload('api', pod).replace('containers: [', 'containers: [{ name: proxy }, ');
  const sidecar = (policy: string) =>
    workload('api', `      initContainers: [{ name: mesh, restartPolicy: ${policy} }]\n`);

  test.each([
    ['of every container', two() + hpa(ALL), ['proxy']],
    ['of one container that has it', two() + hpa(on('api')), []],
    ['of one container that lacks it', two() + hpa(on('proxy')), ['proxy']],
    [
      'of a pod with resources of its own',
      two('      resources: { requests: { cpu: 2 } }\n') + hpa(ALL),
      [],
    ],
    ['of a native sidecar', sidecar('Always') + hpa(ALL), ['mesh']],
    ['of an init container, which ends', sidecar('Never') + hpa(ALL), []],
  ])('%s', (_, text, containers) => {
    const messages = found(text);
    expect(messages.length).toBe(containers.length > 0 ? 1 : 0);
    for (const name of containers) expect(messages[0]).toContain(`the container ${name}`);
  });
});

describe('what is wrong in the render itself', () => {
  const fixed = workload('api', '', '  replicas: 2\n') + scaler('HorizontalPodAutoscaler', 'api');
  const budget = (limit: string) =>
    `---\nkind: PodDisruptionBudget\nmetadata: { name: api }\nspec: { ${limit}, selector: { matchLabels: { app: api } } }\n`;
  const spread = (app: string) =>
    workload(
      'api',
      `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, labelSelector: { matchLabels: { app: ${app} } } }]\n`,
    );

  test.each([
    ['a count that a scaler owns', fixed, ['scaled-and-fixed']],
    ['the same as it runs: the scaler wrote it', fixed.replace('---\n', '---\nstatus: {}\n'), []],
    [
      'no pod that may be away',
      workload('api') + budget('maxUnavailable: 0'),
      ['budget-blocks-drains'],
    ],
    ['one pod that may be away', workload('api') + budget('maxUnavailable: 1'), []],
    ['a spread over other pods', spread('web'), ['spread-misses-own-pods']],
    ['a spread over its own pods', spread('api'), []],
  ])('%s', (_, text, ids) => {
    expect(proofOf({ after: text }).findings.map(({ id }) => id)).toEqual(ids);
  });
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

test('--api-versions is suggested only where no object of KEDA is there', () => {
  const key = 'worker.keda.pollingInterval';
  const without = proofOf({ after: workload('worker') }).keys[key]?.reason;
  expect(without).toContain('--api-versions keda.sh/v1alpha1');
  const other = workload('worker') + workload('api') + scaler('ScaledObject', 'api');
  expect(proofOf({ after: other }).keys[key]?.reason).not.toContain('--api-versions');
});

describe('a switch', () => {
  const SWITCH = 'worker.keda.enabled';
  const stateOf = (before: string, after: string) => proofOf({ before, after }).keys[SWITCH];

  test('is reached only by the kind of object that it makes', () => {
    const before = workload('worker');
    expect(stateOf(before, before + scaler('ScaledObject', 'worker'))?.state).toBe('reached');
    const hpa = before + scaler('HorizontalPodAutoscaler', 'worker');
    expect(stateOf(before, hpa)?.state).toBe('unknown');
  });

  test('is not proved where its tier came with the object', () => {
    const after = workload('api') + workload('worker') + scaler('ScaledObject', 'worker');
    expect(stateOf(workload('api'), after)).toMatchObject({
      state: 'present',
      reason: expect.stringContaining('the whole tier Worker'),
    });
  });

  test('is not proved where nothing else of its block arrives', () => {
    const [before, object] = [workload('worker'), scaler('ScaledObject', 'worker')];
    const proof = proofOf({ before, after: before + object, traced: before + object });
    expect(proof.keys[SWITCH]).toMatchObject({
      state: 'present',
      reason: expect.stringContaining('nothing else of its block arrives'),
    });
  });
});

describe('what differs by chance', () => {
  const pem = (text: string) => `"-----BEGIN CERTIFICATE-----${text}-----END CERTIFICATE-----"`;
  const key = 'worker.resources.limits.memory';
  const traced = (value: string) =>
    workload('worker').replace('resources:', `env: [{ name: ID, value: ${value} }], resources:`);

  test.each([
    ['a UUID', '0b7f2a0e-7c1d-4a5e-9b1f-000000000001', '5d1c9a3b-1f00-4c1d-8a2e-0000000000ff'],
    ['a checksum', 'a'.repeat(64), 'b1'.repeat(32)],
    ['a random text', 'x7Kq2LmP9zTr', 'Qw3Er5Ty7Ui9'],
    ['a date', '"2026-11-29T10:00:00Z"', '"2026-11-29T10:00:02Z"'],
    ['a moment in seconds', '"1764410400"', '"1764410402"'],
    ['a certificate', pem('one'), pem('another, of another length')],
  ])('%s makes nothing unknown', (_, one, other) => {
    const state = (after: string, probed: string) =>
      proofOf({ after: traced(after), traced: traced(probed) }).keys[key]?.state;
    expect(state(one, other)).toBe('nowhere');
    expect(state('6g', '11g')).toBe('unknown'); // a value that was worked on
  });
});

describe('a Secret', () => {
  const secret = (entry: string) =>
    `${workload('api')}---\nkind: Secret\nmetadata: { name: settings }\ndata: { ${entry} }\n`;
  const key = 'api.resources.limits.cpu';
  const verdict = (after: string, traced: string) => proofOf({ after, traced }).keys[key];

  test('that changes with the probe is said to hold what may be there, unread', () => {
    const one = verdict(secret('app.yaml: YQ=='), secret('app.yaml: Yg=='));
    expect(one?.state).toBe('unknown');
    expect(one?.reason).toContain('Secret/settings changed with the probe');
  });

  test('that stays, whose password is another one, or that is Helm’s own, hides nothing', () => {
    const same = secret('app.yaml: YQ==');
    expect(verdict(same, same)?.state).toBe('nowhere');
    expect(verdict(secret('password: YQ=='), secret('password: Yg=='))?.state).toBe('nowhere');
    const helms = (entry: string) =>
      secret(entry).replace('\ndata:', '\ntype: helm.sh/release.v1\ndata:');
    expect(verdict(helms('release: YQ=='), helms('release: Yg=='))?.state).toBe('nowhere');
  });

  test('is named where a variable comes from it', () => {
    const from = workload('api').replace(
      'resources:',
      'envFrom: [{ secretRef: { name: settings } }], resources:',
    );
    expect(proofOf({ after: from }).keys['config.EVENT_PUBLISHER']?.reason).toContain(
      'Secret/settings, which is not read',
    );
  });
});

test('what a verdict names can be chosen as a tier', () => {
  const key = 'api.autoscaling.minReplicas';
  const odd = (minimum: unknown) =>
    workload('web') + scaler('HorizontalPodAutoscaler', 'web', `, minReplicas: ${minimum}`);
  const texts = { after: odd(6), traced: odd(probeOf(key)) };
  const { reason = '' } = proofOf(texts).keys[key] ?? {};
  const [, named = ''] = /If (\S+) is the tier API, choose it/.exec(reason) ?? [];
  expect(named).toBe('Deployment/kaireon-web');
  expect(proofOf(texts, {}, { api: named }).keys[key]?.state).toBe('reached');
});

test('a probe’s numbers are small: some charts loop over a number of pods', () => {
  expect(catalog.keys.length).toBeLessThan(100); // so that no kind of number runs into the next
  const numbers = askedKeys(catalog, readingOf()).flatMap(({ probe }) =>
    typeof probe === 'number' ? [probe] : [],
  );
  expect(numbers.length).toBeGreaterThan(10);
  expect(Math.max(...numbers)).toBeLessThan(500);
});

describe('a value that a chart works on', () => {
  const state = (after: string, traced: string) =>
    proofOf({ after, traced }).keys['worker.resources.limits.memory'];
  const heap = (size: string) =>
    workload('worker').replace('name: worker,', `name: worker, args: ["-Xmx${size}"],`);

  test('is used where something changes with the probe, and the probe’s value stands nowhere', () => {
    expect(state(heap('6g'), heap('11g'))).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('containers[0].args[0] changed to something else'),
    });
  });

  test('is nowhere where nothing changes with the probe, or only a checksum does', () => {
    const sum = (text: string) =>
      heap('6g').replace(
        '{ labels: { app:',
        `{ annotations: { checksum/config: ${text} }, labels: { app:`,
      );
    expect(state(heap('6g'), heap('6g'))?.state).toBe('nowhere');
    expect(state(sum('a1'), sum('b2'))?.state).toBe('nowhere');
  });
});
