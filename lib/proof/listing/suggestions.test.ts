import { expect, it, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type ReadYaml, readYaml } from '@/lib/files/read-yaml';
import { readingOf, sound } from '@/tests/support/reading';
import { listingOf } from './listing';
import { bestMatches, suggestionsIn } from './suggestions';

const suggested = (text: string) =>
  suggestionsIn(catalog, listingOf([sound<ReadYaml>(readYaml(text)).values]));

const offered = (text: string, ours: string) =>
  suggested(text)
    .get(ours)
    ?.map(({ at }) => at) ?? [];

const CPU = 'api.autoscaling.targetCPUUtilizationPercentage';
test.each([
  ['api.autoscaling.maxReplicas', 'api: { hpa: { minimum: 2, maximum: 10 } }', 'api.hpa.maximum'],
  [
    'api.autoscaling.minReplicas',
    'tiers: { api: { hpa: { minCount: 2 } } }',
    'tiers.api.hpa.minCount',
  ],
  [CPU, 'api: { hpa: { targetCPU: 80, targetMemory: 70 } }', 'api.hpa.targetCPU'],
  ['mlWorker.autoscaling.maxReplicas', 'ml-worker: { hpa: { max: 5 } }', 'ml-worker.hpa.max'],
  ['outboxPublisher.replicaCount', 'outbox: { replicaCount: 3 }', 'outbox.replicaCount'],
  ['kafka.brokers', 'externalKafka: { brokers: [] }', 'externalKafka.brokers'],
  ['kafka.brokers', 'kafka: { bootstrapServers: "" }', 'kafka.bootstrapServers'],
  ['kinesis.streamName', 'kinesis: { stream: x }', 'kinesis.stream'],
  [
    'config.EVENT_PUBLISHER',
    'global: { env: { EVENT_PUBLISHER: r } }',
    'global.env.EVENT_PUBLISHER',
  ],
])('%s is offered a path of the same tier, kind and meaning: %s', (ours, text, path) =>
  expect(offered(text, ours)).toEqual([path]),
);

it.each([
  // a last word in common
  ['mlWorker.enabled', 'grafana: { enabled: true }\nrbac: { create: true }\n'],
  ['opensearch.enabled', 'opensearch: { rbac: { enabled: true, create: true } }'],
  ['postgresExternalReplicas', 'replicaCount: 1'],
  // another tier
  ['api.autoscaling.minReplicas', 'worker: { keda: { minReplicas: 1 } }'],
  ['worker.keda.minReplicaCount', 'workerEvents: { keda: { minReplicaCount: 1 } }'],
  ['mlWorker.autoscaling.minReplicas', 'worker: { autoscaling: { minReplicas: 1 } }'],
  ['kafka.brokers', 'externalSessionRecordingKafka: { brokers: [] }'],
  // a name that every JavaScript object answers to
  ['api.autoscaling.maxReplicas', 'api: { constructor: { max: 10 } }'],
  // the opposite
  ['api.autoscaling.minReplicas', 'api: { hpa: { maxReplicas: 1 } }'],
  ['api.resources.requests.cpu', 'api: { res: { limits: { cpu: 1 } } }'],
  ['api.resources.requests.cpu', 'api: { pod: { requests: { memory: 1Gi } } }'],
  // another kind of value
  ['api.autoscaling.minReplicas', 'api: { hpa: { minReplicas: "on" } }'],
  ['cron.schedules.cleanup.enabled', 'cron: { jobs: { cleanup: { enabled: "0 3 * * *" } } }'],
  ['kafka.brokers', 'kafka: { servers: 3 }'],
  // where another key of ours stands, below it or above it
  ['worker.keda.listLength', 'worker: { keda: { maxReplicaCount: { x: 1 } } }'],
  ['mlWorker.enabled', 'mlWorker: { autoscaling: { enabled: true } }'],
])('a path is not offered for %s: %j', (ours, text) => expect(offered(text, ours)).toEqual([]));

const best = (text: string, reading = readingOf()) =>
  bestMatches(catalog, suggested(text), reading);

it('a best match is a path whose every word is accounted for', () => {
  const own = 'scaledObject: { minReplicas: 1, maxReplicas: 5, pollingInterval: 30 }';
  expect(best(`worker: { ${own} }`)).toEqual({
    'worker.keda.minReplicaCount': 'worker.scaledObject.minReplicas',
    'worker.keda.maxReplicaCount': 'worker.scaledObject.maxReplicas',
    'worker.keda.pollingInterval': 'worker.scaledObject.pollingInterval',
  });
});

it('a best match is none where an HPA stands in place of KEDA, which is offered all the same', () => {
  const text = 'worker: { autoscaling: { minReplicas: 1 } }';
  expect(best(text)).toEqual({});
  expect(offered(text, 'worker.keda.minReplicaCount')).toEqual(['worker.autoscaling.minReplicas']);
});

it('a best match is none where a second one is as like, or its group may be another product’s', () => {
  const one = '{ min: 1, max: 9 }';
  expect(best(`api: { hpa: ${one} }`)).toMatchObject({
    'api.autoscaling.minReplicas': 'api.hpa.min',
  });
  expect(best(`api: { hpa: ${one}, scaling: ${one} }`)).toEqual({});
  expect(best(`snuba: { api: { autoscaling: ${one} } }`)).toEqual({});
});

it('a best match is none where two keys of ours would share it', () => {
  const leaf = { at: 'a.b', path: ['a', 'b'], value: 1, likeness: 0.9 };
  const matches = (...ours: string[]) =>
    bestMatches(catalog, new Map(ours.map((one) => [one, [leaf]])), readingOf());
  expect(matches('api.autoscaling.minReplicas')).toEqual({ 'api.autoscaling.minReplicas': 'a.b' });
  expect(matches('api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas')).toEqual({});
});

it('a best match is none where nothing is written, or a place was chosen', () => {
  const text = 'api: { hpa: { min: 1 } }';
  const ours = 'api.autoscaling.minReplicas';
  expect(best(text)).toEqual({ [ours]: 'api.hpa.min' });
  expect(best(text, readingOf({ [ours]: '' }))).toEqual({});
  expect(best(text, readingOf({}, catalog, { map: { [ours]: 'api.scale.min' } }))).toEqual({});
});
