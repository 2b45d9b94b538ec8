import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { RawAnswers } from '@/lib/domain/answer';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { fileOf, sound } from '@/tests/support/reading';
import { type OpenedFile, openFile } from './open-file';

const opened = (text: string) => sound<OpenedFile>(openFile(catalog, text));

/** The file that is made after opening one. */
const again = ({ raw, userFiles }: OpenedFile): string =>
  textOf(readAnswers(catalog, raw, userFiles).lines);

const paths = (list: readonly { path: string }[]) => list.map(({ path }) => path);

/** Answers of branches that are not chosen never reach a file, so no file can give them back. */
function inFile(raw: RawAnswers): RawAnswers {
  const { isAsked } = readAnswers(catalog, raw);
  const kept = catalog.answers.filter((answer) => isAsked(answer)).map(({ key }) => key);
  return completeAnswers(catalog, Object.fromEntries(kept.map((key) => [key, raw[key]])));
}

const PLACES: UserFiles = {
  map: {
    'api.autoscaling.maxReplicas': 'hpa.api.max',
    'kafka.brokers': 'kafka.servers=list',
    'worker.keda.listLength': 'worker.keda.listLength',
  },
  carried: [
    { path: ['api', 'image', 'tag'], value: '1.0' },
    { path: ['imagePullSecrets'], value: [{ name: 'registry' }] },
    { path: ['monitoring', 'rules'], value: {} },
    { path: ['stream', 'dropped'], value: null },
    { path: ['constructor', 'toString'], value: 'on' },
  ],
};

it('a file of ours gives back the same answers, carried keys, other places and the same bytes', () => {
  fc.assert(
    fc.property(validAnswers(catalog), fc.constantFrom({}, PLACES), (raw, userFiles) => {
      const { lines, carried } = readAnswers(catalog, raw, userFiles);
      const file = opened(textOf(lines));
      expect(file).toMatchObject({ raw: inFile(raw), conflicts: [], remarks: [] });
      // In the order of the file, where each stands behind what answers write.
      const byPath = (list: readonly Carried[]) =>
        new Map(list.map(({ path, value }) => [formatPath(path), value]));
      expect(byPath(file.userFiles.carried ?? [])).toEqual(byPath(carried));
      expect(again(file)).toBe(textOf(lines));
    }),
    { numRuns: 120 },
  );
});

it('a file of ours gives nearly all of it back without its line of answers', () => {
  const given = { 'eventbus.backend': 'kinesis', 'cron.schedules.cleanup.enabled': 'false' };
  const file = opened(fileOf(given).replace(/^# answers.*$/m, '#'));
  expect(file.isOurs).toBe(false);
  expect(load(again(file))).toEqual(load(fileOf(given)));
});

it.each([
  ['    maxReplicas: 44\n', '44', 'The answers line has 50 here, the file 44. The file counts.'],
  ['', '', 'The answers line writes this key, the file does not have it. The file counts.'],
])('a file of ours whose line and keys disagree is read by its keys: %j', (line, raw, message) => {
  const text = fileOf({ 'plan.zones': '2' }).replace('    maxReplicas: 50\n', line);
  const file = opened(text);
  const key = 'api.autoscaling.maxReplicas';
  expect(file).toMatchObject({ raw: { 'plan.zones': '2', [key]: raw } });
  expect(file.remarks).toEqual([{ key, message }]);
  expect(load(again(file))).toEqual(load(text));
});

const BELOW = '\n  api:\n    autoscaling: { maxReplicas: 9 }\n  redis: { cluster: true }\n';
it.each([
  [`kaireon:${BELOW}global: {}\n`, 'kaireon'],
  [`api: { logLevel: debug }\nother:${BELOW}`, undefined],
  ['ingress: { api: { host: a.example } }\n', undefined],
])(
  'the values of an umbrella chart are carried, and the name above our keys is told: %j',
  (text, name) => {
    const file = opened(text);
    expect(file.remarks.map(({ key }) => key)).toEqual(name === undefined ? [] : [name]);
    expect(load(again(file))).toMatchObject(load(text) as object);
  },
);

it('a file of ours is restored with what it leaves to the chart, and the cautions that it accepts', () => {
  const raw = completeAnswers(catalog, { 'redis.cluster': 'false', 'opensearch.enabled': '' });
  const accepted = { 'redis-single-node': 'a small one, on purpose' };
  const { lines } = readAnswers(catalog, raw, { accepted });
  const file = opened(textOf(lines));
  expect(file).toMatchObject({ raw, userFiles: { accepted }, remarks: [] });
  expect(again(file)).toBe(textOf(lines));
});

const HAND = `
x-common: &common
  resources:
    requests: { cpu: 3, memory: 6Gi }
api:
  <<: *common
  image: { tag: "1.10" }
  autoscaling: { enabled: on, minReplicas: 8, maxReplicas: "40" }
  topologySpreadConstraints:
    - maxSkew: 2
      topologyKey: zone
mlWorker: { enabled: off }
eventbus: { enabled: yes, backend: kafka }
kafka:
  brokers: [b-1:9092, b-2:9092]
  enabled: false
  acks: all
redis: { cluster: maybe }
worker:
  keda: { minReplicaCount: lots }
outboxPublisher: 3
stream: null
ingress:
  annotations: {}
  hosts: [a, b]
postgres: { password: hunter2 }
`;

const file = opened(HAND);

it('another file fills in what it understands, as Helm reads it, and leaves the rest to the chart', () => {
  expect(file.raw).toMatchObject({
    'api.autoscaling.minReplicas': '8',
    'api.autoscaling.maxReplicas': '40',
    'api.resources.requests.cpu': '3',
    'api.resources.requests.memory': '6Gi',
    'mlWorker.enabled': 'false',
    'plan.apiZoneSpread': '',
    'plan.zones': '3',
    'cron.enabled': '',
  });
  expect(file.left).toContain('cron.enabled');
  expect(file.left).not.toContain('api.autoscaling.minReplicas');
  expect(file.documented).toMatchObject({ 'cron.enabled': 'true', 'redis.cluster': '' });
});

it('another file carries as they are what it does not ask about, and what no answer writes just so', () => {
  expect(paths(file.carried)).toEqual([
    ...['x-common.resources.requests.cpu', 'x-common.resources.requests.memory'],
    ...['api.image.tag', 'api.topologySpreadConstraints', 'eventbus.backend', 'kafka.brokers'],
    ...['kafka.enabled', 'kafka.acks', 'redis.cluster', 'outboxPublisher', 'stream'],
    ...['ingress.annotations', 'ingress.hosts'],
  ]);
  expect(file.carried.find(({ path }) => path === 'kafka.enabled')?.message).toBe(
    'It does not go with eventbus.backend, which is left to the chart.',
  );
  expect(load(again(file))).toMatchObject({
    kafka: { enabled: false, brokers: ['b-1:9092', 'b-2:9092'], acks: 'all' },
    api: {
      image: { tag: '1.10' },
      topologySpreadConstraints: [{ maxSkew: 2, topologyKey: 'zone' }],
    },
    ingress: { annotations: {}, hosts: ['a', 'b'] },
    stream: null,
  });
});

it('another file names each conflict and what is left out, and leaves the value to be seen', () => {
  expect(file.conflicts).toEqual([
    {
      path: 'worker.keda.minReplicaCount',
      shown: 'lots',
      message: expect.stringMatching(/^Enter a whole number in plain digits/),
    },
  ]);
  expect(file.raw['worker.keda.minReplicaCount']).toBe('lots');
  expect(file.leftOut).toEqual([
    {
      path: 'postgres.password',
      shown: '(not shown)',
      message: expect.stringContaining('password, token or key by its name'),
    },
  ]);
});

// That it has no other key: tests/helm/round-trip.test.ts.
it('another file names a key that its owner did not write', () => {
  expect(opened('api: { autoscaling: { minReplicas: 3 } }\n').added).toEqual([
    { path: 'api.autoscaling.enabled', shown: 'true', message: '' },
  ]);
});

it.each([
  [
    'eventbus: { enabled: false }\nconfig: { EVENT_PUBLISHER: msk }',
    { 'eventbus.enabled': 'true', 'eventbus.backend': 'msk' },
  ],
  ['config: { EVENT_PUBLISHER: eventbridge }', { 'eventbus.backend': 'eventbridge' }],
  [
    'interactionStore: { backend: cassandra }\ncassandra: { enabled: true, keyspace: k }\nconfig: { INTERACTION_STORE: keyspaces }',
    { 'interactionStore.backend': 'keyspaces', 'cassandra.keyspace': 'k' },
  ],
  ['interactionStore: { backend: cassandra }', { 'interactionStore.backend': 'cassandra' }],
  ['config: { INTERACTION_STORE: keyspaces }', { 'interactionStore.backend': 'keyspaces' }],
  [
    // The two do not go together: both are carried.
    'eventbus: { enabled: true, backend: kinesis }\nconfig: { EVENT_PUBLISHER: msk }',
    { 'eventbus.backend': '', 'eventbus.enabled': 'true' },
  ],
  [
    'eventbus: { enabled: false }\nconfig: { EVENT_PUBLISHER: redis }',
    { 'eventbus.enabled': 'false' },
  ],
  [
    'eventbus: { backend: kafka }\nkafka: { brokers: [b-1:9092, b-2:9092] }',
    { 'kafka.brokers': 'b-1:9092,b-2:9092' },
  ],
])('another file is of the backend that its selector names: %j', (text, raw) => {
  const file = opened(`${text}\n`);
  expect(file.raw).toMatchObject(raw);
  expect(load(again(file))).toMatchObject(load(text) as object); // a mapping
});

it('another file lets a carried key wait while an answer writes there', () => {
  const { userFiles } = file;
  const strict = readAnswers(catalog, { ...file.raw, 'plan.apiZoneSpread': 'strict' }, userFiles);
  expect(textOf(strict.lines)).toContain('maxSkew: 1');
  expect(textOf(strict.lines)).not.toContain('maxSkew: 2');
});

const text = `
postgres: { rootPassword: hunter2, existingSecret: pg, port: 5432 }
api:
  env:
    - { name: LOG_LEVEL, value: debug }
    - { name: DB_PASSWORD, value: hunter2 }
worker:
  env:
    - name: DB_PASSWORD
      valueFrom: { secretKeyRef: { name: pg, key: password } }
oauth: { clientSecret: oauth-s3cret, tokenUrl: "https://id/token", enabled: true, secretKey: true, password: "" }
pin: { password: 4711, maxTokens: 4096 }
database: { url: "postgres://app:hunter2@db/app" }
image: { tag: "1.2@sha256:0123abcd" }
secrets: { openai: open-s3cret, name: pg }
filled: { apiKey: "$(API_KEY)", token: "ref+vault://a/b#c" }
`;
const LEFT_OUT = [
  ...['postgres.rootPassword', 'api.env', 'oauth.clientSecret', 'pin.password', 'database.url'],
  'secrets.openai',
];
it('a secret in a file is left out, named and not shown; a reference to one is carried', () => {
  const file = opened(text);
  expect(paths(file.leftOut)).toEqual(LEFT_OUT);
  expect(file.leftOut.every(({ shown }) => shown === '(not shown)')).toBe(true);
  expect(file.leftOut.map(({ message }) => message)).toMatchObject([
    'This is a password, token or key by its name, so it was left out: this file is made to be shared. Keep it in a Kubernetes Secret.',
    expect.stringMatching(/^api\.env\[1\]\.DB_PASSWORD is a password/),
    ...[expect.anything(), expect.anything()],
    ...[expect.stringMatching(/^This looks like a credential/), expect.anything()],
  ]);
  const kept = ['postgres.existingSecret', 'worker.env', 'image.tag'];
  expect(paths(file.carried)).toEqual(expect.arrayContaining(kept));
  expect(again(file)).not.toMatch(/hunter2|4711|s3cret/);
});

it('a secret in a file is carried once the person says so for that key', () => {
  const carrySecrets = new Set(['postgres.rootPassword']);
  const file = sound<OpenedFile>(openFile(catalog, text, { carrySecrets }));
  expect(paths(file.leftOut)).toEqual(LEFT_OUT.slice(1));
  expect(again(file)).toContain('rootPassword: hunter2');
});
