import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { askedNames } from '@/lib/proof/asked-keys';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { readAnswers } from '@/lib/reading/reading';
import { readingOf } from '../support/reading';

type Given = Readonly<Record<string, string>>;
const names = askedNames(catalog);

const proofOf = (after: string, given: Given) =>
  prove(catalog, readingOf(given), { after: readManifests(after, names) });

/** What the render says of one limit: `settled: …`, `worse: …`, `noted: …`, or nothing. */
function effectOf(id: string, after: string, given: Given = {}): string | undefined {
  const one = proofOf(after, given).limits.find((limit) => limit.id === id);
  return one && `${one.effect}: ${one.evidence}`;
}

/** The head of the file with that evidence: the words behind `# [limit] id:` or `# [caution] id:`. */
function headLine(id: string, after: string, given: Given = {}): string | undefined {
  const evidence = proofOf(after, given).limits;
  const file = textOf(readAnswers(catalog, completeAnswers(catalog, given), { evidence }).lines);
  return new RegExp(`^# \\[(limit|caution)\\] ${id}:`, 'm').exec(file)?.[1];
}

const api = (env: string, more = '') => `kind: Deployment
metadata: { name: kaireon-api, labels: { component: api } }
spec:
  template:
    metadata: { labels: { app: api, helm.sh/chart: kaireon-1 } }
    spec:
      containers: [{ name: api, ${env} }]
${more}`;
const config = (data: string) => `---
kind: ConfigMap
metadata: { name: settings }
data: { ${data} }
`;
const FROM = 'envFrom: [{ configMapRef: { name: settings } }]';
const spread = (selector: string) =>
  api(
    'image: x',
    `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule${selector} }]\n`,
  );
const job = (name: string, component: string) => `---
kind: CronJob
metadata: { name: ${name}, labels: { component: ${component} } }
spec: { concurrencyPolicy: Forbid, jobTemplate: { spec: { template: { spec: { containers: [{ name: x }] } } } } }
`;
const worker = (type: string) => `kind: Deployment
metadata: { name: kaireon-worker, labels: { component: worker } }
spec: { template: { spec: { containers: [{ name: worker }] } } }
---
kind: ScaledObject
metadata: { name: worker }
spec: { scaleTargetRef: { name: kaireon-worker }, triggers: [{ type: ${type} }] }
`;

describe('worker-double-consume', () => {
  const id = 'worker-double-consume';
  const variable = (value: string) => `env: [{ name: WORKER_INPROCESS, ${value} }]`;

  test.each([
    [api(variable('value: "0"')), 'Deployment/kaireon-api has WORKER_INPROCESS=0'],
    [api(FROM) + config('WORKER_INPROCESS: "0"'), 'ConfigMap/settings has WORKER_INPROCESS=0'],
  ])('is settled by 0, %#', (render, where) => {
    expect(effectOf(id, render)).toBe(`settled: ${where} for Deployment/kaireon-api.`);
    expect(headLine(id, render)).toBeUndefined();
  });

  test('is worse with 1', () => {
    const render = api(variable('value: "1"'));
    expect(effectOf(id, render)).toContain('worse: Deployment/kaireon-api has WORKER_INPROCESS=1');
    expect(headLine(id, render)).toBe('caution');
  });

  test.each([
    api('image: x'),
    api(variable('valueFrom: { secretKeyRef: { name: s, key: k } }')),
    api('envFrom: [{ secretRef: { name: s } }]'),
    api(FROM),
  ])('cannot be told where it is absent or in a Secret, %#', (render) => {
    expect(effectOf(id, render)).toBeUndefined();
    expect(headLine(id, render)).toBe('limit');
  });
});

describe('zone-spread-selector', () => {
  const id = 'zone-spread-selector';
  const own = ', labelSelector: { matchLabels: { app: api } }';
  const other = ', labelSelector: { matchLabels: { app: web } }';

  test('is settled by a selector that matches its own pods', () => {
    expect(effectOf(id, spread(own))).toMatch(
      /^settled: The constraint of Deployment\/kaireon-api/,
    );
    expect(headLine(id, spread(own))).toBeUndefined();
  });

  test.each([
    [spread(''), 'has no labelSelector.'],
    [spread(other), 'matches other pods than its own.'],
    [api('image: x'), 'has no constraint over topology.kubernetes.io/zone.'],
  ])('is worse without one, or with another, %#', (render, words) => {
    expect(effectOf(id, render)).toMatch(/^worse: /);
    expect(effectOf(id, render)).toContain(words);
    expect(headLine(id, render)).toBe('caution');
  });

  test('applies to given labels too where the render has no selector, and only then', () => {
    const given = { 'plan.apiPodLabels': 'app=api' };
    expect(headLine(id, spread(''), given)).toBe('caution');
    expect(effectOf(id, spread(own), given)).toBeUndefined();
    expect(headLine(id, spread(own), given)).toBeUndefined();
    expect(effectOf(id, spread(''), { 'plan.apiZoneSpread': 'off' })).toBeUndefined();
  });
});

describe('cron-count', () => {
  const id = 'cron-count';

  test('says number and names as rendered', () => {
    const render = job('kaireon-b', 'cron') + job('kaireon-a', 'cron');
    expect(effectOf(id, render)).toBe('settled: The render has 2 CronJobs: kaireon-a, kaireon-b.');
    expect(headLine(id, render)).toBeUndefined();
  });

  test('is worse with none', () => {
    expect(effectOf(id, api('image: x'))).toBe('worse: The render has no CronJob.');
    expect(headLine(id, api('image: x'))).toBe('caution');
  });
});

describe('a choice about the CronJobs', () => {
  const CHOICES: readonly [string, Given][] = [
    ['cron-replace', { 'cron.concurrencyPolicy': 'Replace' }],
    ['cron-allow', { 'cron.concurrencyPolicy': 'Allow' }],
    ['cron-reaper-off', { 'cron.schedules.outboxReaper.enabled': 'false' }],
  ];

  test.each(CHOICES)(
    '%s is never settled, and worse where the render contradicts it',
    (id, given) => {
      const render = job('kaireon-outbox-reaper', 'cron');
      expect(effectOf(id, render, given)).toMatch(/^worse: The render does not follow this choice/);
      expect(headLine(id, render, given)).toBe('caution');
      const follows = job('kaireon-cleanup', 'cron').replace(
        'Forbid',
        given['cron.concurrencyPolicy'] ?? 'Forbid',
      );
      expect(effectOf(id, follows, given)).toBeUndefined();
    },
  );
});

describe('the backends', () => {
  const NAMED = 'EVENT_PUBLISHER: kafka, INTERACTION_STORE: dynamodb';
  const FILLED = 'KAFKA_BROKERS: "broker:9092", DYNAMODB_TABLE: history';
  const all = api(FROM) + config(`${NAMED}, ${FILLED}`);

  test('block-boots-when-enabled is settled where selectors and their own names stand there', () => {
    expect(effectOf('block-boots-when-enabled', all)).toMatch(
      /^settled: .*KAFKA_BROKERS.*DYNAMODB_TABLE/,
    );
    expect(headLine('block-boots-when-enabled', all)).toBeUndefined();
    const bare = api(FROM) + config(NAMED);
    expect(effectOf('block-boots-when-enabled', bare)).toBeUndefined();
    const half = api(FROM) + config(`EVENT_PUBLISHER: kafka, ${FILLED}`);
    expect(effectOf('block-boots-when-enabled', half)).toBeUndefined();
  });

  test('block-boots-when-enabled is worse where the old backend stands there', () => {
    const old =
      api(FROM) + config(`EVENT_PUBLISHER: redis, INTERACTION_STORE: dynamodb, ${FILLED}`);
    expect(effectOf('block-boots-when-enabled', old)).toBe(
      'worse: ConfigMap/settings data.EVENT_PUBLISHER is redis, not kafka: the old backend still stands there.',
    );
  });

  test.each([
    ['eventbus-block-unfilled', 'KAFKA_BROKERS'],
    ['interaction-store-block-unfilled', 'DYNAMODB_TABLE'],
  ])('%s is settled where another values file fills it, worse where it is empty', (id, name) => {
    expect(effectOf(id, all)).toBe(
      `settled: ConfigMap/settings has ${name} filled in, so another values file gives it.`,
    );
    expect(headLine(id, all)).toBeUndefined();
    const empty = api(FROM) + config(`${name}: ""`);
    expect(effectOf(id, empty)).toMatch(/^worse: .* is empty in the render\.$/);
    expect(headLine(id, empty)).toBe('caution');
    expect(effectOf(id, api(FROM) + config(NAMED))).toBeUndefined();
    expect(JSON.stringify(proofOf(all, {}).limits)).not.toContain('broker:9092');
  });
});

test('redis-cluster-clients: KEDA’s half by the type of the trigger', () => {
  const id = 'redis-cluster-clients';
  expect(effectOf(id, worker('redis-cluster'))).toMatch(/^noted: .*KEDA’s half is settled/);
  expect(headLine(id, worker('redis-cluster'))).toBe('limit');
  expect(effectOf(id, worker('redis'))).toMatch(/^worse: .*for a single Redis/);
  expect(effectOf(id, worker('cpu'))).toBeUndefined();
});

test('unverified-paths counts what is reached, and is worse where a marked key is nowhere', () => {
  const id = 'unverified-paths';
  const after = readManifests(spread(''), names);
  const reading = readingOf();
  const marked = reading.written.filter(({ provenance }) => provenance === 'unverified').length;
  const only = prove(catalog, reading, { after }).limits.find((one) => one.id === id);
  expect(only).toMatchObject({
    effect: 'noted',
    evidence: expect.stringMatching(`^0 of the ${marked} `),
  });
  const same = prove(catalog, reading, { before: after, after }).limits.find(
    (one) => one.id === id,
  );
  expect(same).toMatchObject({
    effect: 'worse',
    evidence: expect.stringContaining(' nowhere in it.'),
  });
});

test('a render says nothing of behaviour, and a link holds no evidence', () => {
  const behaviour =
    /^(?:design-targets|postgres-|eventbus-must-exist|interaction-store-must-exist|rps-|zone-strict-pending)/;
  const declared = catalog.allLimits.filter(({ id, shownBy }) => behaviour.test(id) && shownBy);
  expect(declared).toEqual([]);
  const evidence = proofOf(spread(''), {}).limits;
  expect(readAnswers(catalog, completeAnswers(catalog, {}), { evidence }).link).toBe('');
});
