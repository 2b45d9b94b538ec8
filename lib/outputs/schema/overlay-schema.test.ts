import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { YamlValue } from '@/lib/domain/answer';
import type { JsonSchema } from '@/lib/domain/json-schema';
import { parsePath } from '@/lib/domain/path';
import { treeOf } from '@/lib/overlay/values';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '@/tests/support/answers';
import { openAddress, valuesOf } from '@/tests/support/reading';
import { overlaySchema } from './overlay-schema';

const schema = overlaySchema(catalog);
const compiled = (of: JsonSchema) =>
  new Ajv({ allErrors: true, allowUnionTypes: true }).compile(of);
const validate = compiled(schema);

const nodeAt = (path: string, root = schema): JsonSchema | undefined => {
  let node: JsonSchema | undefined = root;
  for (const step of parsePath(path)) node = node?.properties?.[String(step)];
  return node;
};

const isAccepted = (path: string, value: YamlValue) =>
  validate(treeOf([{ segments: parsePath(path), value }]));

test('it holds for every overlay that can be made', () => {
  fc.assert(
    fc.property(validAnswers(catalog), (raw) => {
      const { entries } = readAnswers(catalog, raw);
      expect(validate(treeOf(entries)), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each(catalog.keys.filter(({ answer }) => answer))(
  '$path has words and takes no value of another kind',
  ({ path, answer }) => {
    expect(nodeAt(path)).toMatchObject({ title: answer?.label, type: expect.anything() });
    expect(nodeAt(path)?.description).toContain(answer?.source);
    for (const other of [{}, Number.NaN]) expect(isAccepted(path, other)).toBe(false);
  },
);

test('every key of the file is described in the newest draft that Helm 3 reads', () => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  for (const { path } of catalog.keys) expect(nodeAt(path)?.type, path).toBeDefined();
});

test('the documented defaults are its defaults', () => {
  const defaultOf = (path: string) => nodeAt(path)?.default;
  const some = ['stream.replicaCount', 'api.resources.limits.memory', 'redis.cluster'];
  expect(some.map(defaultOf)).toEqual([2, '8Gi', true]);
  expect(nodeAt('kafka.brokers')).not.toHaveProperty('default');
  const topologySpreadConstraints = defaultOf('api.topologySpreadConstraints');
  expect(valuesOf().api).toMatchObject({ topologySpreadConstraints });
});

test.each<[string, YamlValue[]]>([
  ['api.autoscaling.minReplicas', ['6', 0, 1001, 1.5]],
  ['api.autoscaling.enabled', ['true']],
  ['worker.keda.maxReplicaCount', [1001]],
  ['api.resources.requests.cpu', ['2Gi', '-1', 0]],
  ['api.resources.requests.memory', [4, '4GB', '4 Gi', '1e3Gi', '4', '999999', '512m', '']],
  ['outboxPublisher.podDisruptionBudget.minAvailable', ['50']],
  ['outboxPublisher.replicaCount', [0]],
  [
    'api.topologySpreadConstraints',
    [[{ whenUnsatisfiable: 'Never' }], [{ maxSkew: '1' }], { maxSkew: 1 }],
  ],
  ['eventbus.backend', ['redis']],
  ['cron.concurrencyPolicy', ['forbid']],
  ['cron.schedules.cleanup.enabled', ['false']],
  ['config.FLOW_STREAMING_ENABLED', [true]],
  ['kafka.brokers', ['broker-1', ['broker-1:9092', ''], 9092]],
  ['scylla.keyspace', ['1st']],
  ['kafka', [[]]],
  ['pulsar.serviceUrl', [['http://a']]],
])('%s: each of %j is refused', (path, values) => {
  for (const value of values) {
    expect(isAccepted(path, value), JSON.stringify(value)).toBe(false);
  }
});

test.each<[string, YamlValue[]]>([
  ['api.resources.requests.cpu', [2, 0.5]],
  ['api.resources.requests.memory', [4294967296, '1048576', '1048576000m']],
  ['mlWorker.autoscaling.minReplicas', [0]],
  ['stream.replicaCount', [0]],
  ['outboxPublisher.podDisruptionBudget.minAvailable', ['50%']],
  ['kafka.brokers', [['broker-1:9092'], [], '']],
  ['scylla.contactPoints', [['a', 'b:9042']]],
  ['pulsar.serviceUrl', [['pulsar://a:6650', 'b:6650']]], // the scheme before the first
  ['pulsar.serviceUrl', [['pulsar://a', 'pulsar+ssl://b']]], // or before each
  ['config.EVENT_PUBLISHER', ['msk']],
  ['config.LOG_LEVEL', ['debug']],
  ['api.nodeSelector.disk', ['ssd']],
  ['api.topologySpreadConstraints', [[{ maxSkew: 2, topologyKey: 'kubernetes.io/hostname' }]]],
  ['api.nodeSelector.kaireon\\.ai/tier', ['other']],
  ['image.tag', ['v1']],
  ['postgres.mode', ['internal']],
])('%s: each of %j is accepted', (path, values) => {
  for (const value of values) {
    expect(isAccepted(path, value), JSON.stringify(validate.errors)).toBe(true);
  }
});

test('null is taken at every key and at every branch, because it removes what the chart has', () => {
  const removed = null as unknown as YamlValue; // ours never holds one
  for (const { path } of catalog.keys) expect(isAccepted(path, removed), path).toBe(true);
  for (const root of Object.keys(schema.properties ?? {}))
    expect(isAccepted(root, removed)).toBe(true);
});

test('its patterns are ones that Go has: nothing looks around or back', () => {
  const patterns = JSON.stringify(schema).match(/"pattern":"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(patterns.length).toBeGreaterThan(20);
  for (const pattern of patterns) expect(pattern).not.toMatch(/\(\?[^:]|\\\\[1-9]|\\\\\//);
});

const opened = (query: string) => {
  const { raw, userFiles } = openAddress(catalog, { query, fragment: '' });
  return { tree: treeOf(readAnswers(catalog, raw, userFiles).entries), map: userFiles.map };
};

test('a name as a list is taken by the schema of every overlay', () => {
  const { tree } = opened(
    'eventbus.backend=kinesis&kinesis.streamName=x&map.kinesis.streamName==list',
  );
  expect(tree).toMatchObject({ kinesis: { streamName: ['x'] } });
  expect(validate(tree), JSON.stringify(validate.errors)).toBe(true);
});

test.each(['list', 'string', 'boolean'])('every key as %s is taken by its own schema', (as) => {
  const maps = catalog.keys.map(({ path }) => [`map.${path}`, `=${as}`]);
  const { tree, map } = opened(
    `stream.enabled=true&mcp.dedicated=true&${new URLSearchParams(maps)}`,
  );
  const check = compiled(overlaySchema(catalog, map));
  expect(check(tree), JSON.stringify(check.errors)).toBe(true);
});
