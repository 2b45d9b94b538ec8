import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { applied, expectedNames, expectedOverlay } from './expected/expected-overlay.mjs';
import { type Given, readingOf } from './support/reading';

/** The name of a file and the answers that must give it, as a person types them; the rest keep their defaults. */
const cases: Readonly<Record<string, Given>> = {
  defaults: {},

  'bus-kafka': { 'kafka.brokers': 'broker-1:9092,broker-2:9092' },
  'bus-kinesis': {
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': 'kaireon-events',
    'kinesis.region': 'eu-west-1',
  },
  'bus-pulsar': {
    'eventbus.backend': 'pulsar',
    'pulsar.serviceUrl': 'pulsar+ssl://pulsar.internal:6651',
  },
  'bus-off': { 'eventbus.enabled': 'false' },
  'bus-msk': { 'eventbus.backend': 'msk' },
  'bus-eventbridge-stream-on': { 'eventbus.backend': 'eventbridge', 'stream.enabled': 'true' },

  'store-dynamodb': {
    'dynamodb.tableName': 'kaireon-interactions',
    'dynamodb.region': 'eu-west-1',
  },
  'store-pg': {
    'interactionStore.backend': 'pg',
    'plan.peakRps': '5000',
    'plan.activeCustomers': '2000000',
    'plan.writesPerSecond': '2500',
    'plan.multiRegion': 'true',
  },
  'store-scylla': {
    'interactionStore.backend': 'scylla',
    'scylla.contactPoints': 'scylla-1:9042,scylla-2:9042',
    'scylla.localDataCenter': 'dc1',
    'scylla.keyspace': 'kaireon',
  },
  'scylla-no-data-center': {
    'interactionStore.backend': 'scylla',
    'scylla.contactPoints': 'scylla-1:9042',
  },
  'store-cassandra': { 'interactionStore.backend': 'cassandra' },
  'store-keyspaces': {
    'interactionStore.backend': 'keyspaces',
    'cassandra.contactPoints': 'cassandra.eu-west-1.amazonaws.com:9142',
    'cassandra.localDataCenter': 'eu-west-1',
    'cassandra.keyspace': 'kaireon',
  },

  'bus-off-store-pg': { 'eventbus.enabled': 'false', 'interactionStore.backend': 'pg' },
  'aws-managed': {
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': 'kaireon-events',
    'kinesis.region': 'eu-west-1',
    'dynamodb.tableName': 'kaireon-interactions',
    'dynamodb.region': 'eu-west-1',
    'plan.postgresProvider': 'aurora',
  },
  'self-managed': {
    'kafka.brokers': 'broker-1:9092,broker-2:9092',
    'interactionStore.backend': 'scylla',
    'scylla.contactPoints': 'scylla-1:9042,scylla-2:9042',
    'scylla.localDataCenter': 'dc1',
    'scylla.keyspace': 'kaireon',
  },
  'kinesis-scylla-blank': {
    'eventbus.backend': 'kinesis',
    'interactionStore.backend': 'scylla',
  },
  'pulsar-cassandra-blank': {
    'cron.concurrencyPolicy': 'Allow',
    postgresExternalReplicas: '1',
    'eventbus.backend': 'pulsar',
    'interactionStore.backend': 'cassandra',
    'plan.zones': '1',
  },

  'ml-worker-off': { 'mlWorker.enabled': 'false' },
  'cron-off': { 'cron.enabled': 'false' },
  'cron-replace': {
    'cron.concurrencyPolicy': 'Replace',
    'cron.schedules.flowSchedulerTick.enabled': 'false',
    'cron.schedules.outboxReaper.enabled': 'false',
  },
  'outbox-single': {
    'outboxPublisher.replicaCount': '1',
    'outboxPublisher.podDisruptionBudget.minAvailable': '0',
  },
  'stream-on': { 'stream.enabled': 'true' },
  'mcp-on': { 'mcp.dedicated': 'true' },
  'stream-mcp-on': { 'stream.enabled': 'true', 'mcp.dedicated': 'true' },
  'everything-on': {
    'api.autoscaling.minReplicas': '12',
    'api.autoscaling.maxReplicas': '80',
    'api.autoscaling.targetCPUUtilizationPercentage': '60',
    'api.resources.requests.cpu': '1500m',
    'api.resources.requests.memory': '6Gi',
    'api.resources.limits.cpu': '6',
    'api.resources.limits.memory': '12Gi',
    'worker.keda.minReplicaCount': '0',
    'worker.keda.maxReplicaCount': '50',
    'worker.keda.listLength': '20',
    'worker.keda.pollingInterval': '10',
    'worker.keda.cooldownPeriod': '180',
    'worker.resources.requests.cpu': '1',
    'worker.resources.requests.memory': '2Gi',
    'worker.resources.limits.cpu': '2',
    'worker.resources.limits.memory': '4Gi',
    'mlWorker.autoscaling.minReplicas': '1',
    'mlWorker.autoscaling.maxReplicas': '4',
    'mlWorker.resources.requests.cpu': '4',
    'mlWorker.resources.requests.memory': '16Gi',
    'mlWorker.resources.limits.cpu': '16',
    'mlWorker.resources.limits.memory': '32Gi',
    'outboxPublisher.replicaCount': '5',
    'outboxPublisher.podDisruptionBudget.minAvailable': '3',
    'outboxPublisher.pollIntervalMs': '500',
    'outboxPublisher.resources.requests.cpu': '250m',
    'outboxPublisher.resources.requests.memory': '768Mi',
    'cron.resources.requests.cpu': '50m',
    'cron.resources.requests.memory': '128Mi',
    'stream.enabled': 'true',
    'stream.replicaCount': '4',
    'stream.resources.requests.cpu': '0.5',
    'stream.resources.requests.memory': '4Gi',
    'mcp.dedicated': 'true',
    'mcp.replicaCount': '3',
    'mcp.resources.requests.cpu': '1',
    'mcp.resources.requests.memory': '1073741824',
    postgresExternalReplicas: '4',
    'plan.zones': '2',
  },

  'datastores-small': {
    postgresExternalReplicas: '0',
    'redis.cluster': 'false',
    'opensearch.enabled': 'false',
  },
  'zones-soft': { 'plan.apiNodeGroup': 'false', 'plan.apiZoneSpread': 'soft' },
  'zones-off': { 'plan.apiZoneSpread': 'off' },
  'pod-labels': { 'plan.apiPodLabels': 'app.kubernetes.io/name=kaireon,on=12' },
  'plan-all': {
    'api.autoscaling.minReplicas': '3',
    'plan.apiNodeGroup': 'false',
    'plan.apiZoneSpread': 'soft',
    'plan.peakRps': '20000',
    'plan.rpsPerPod': '250',
    'plan.zones': '4',
    'plan.activeCustomers': '3000000',
    'plan.writesPerSecond': '4000',
    'plan.multiRegion': 'true',
    'plan.nodeCpu': '15890m',
    'plan.nodeMemory': '60Gi',
    'plan.postgresProvider': 'aurora',
    'plan.postgresMaxConnections': '800',
    'plan.postgresPoolSize': '20',
  },

  // Sums: 30 pods at 4,500 × 1.2 ÷ (150 × 2 × 60 %), 5 shards, 2 nodes for 6 API pods in two of three zones.
  'sizes-measured': {
    'api.autoscaling.targetCPUUtilizationPercentage': '60',
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': 'kaireon-events',
    'plan.peakRps': '4500',
    'plan.rpsPerPod': '150',
    'plan.cpuPerPod': '1200m',
    'plan.nodeCpu': '15',
    'plan.nodeMemory': '60Gi',
    'plan.nodeCount': '20',
    'plan.apiNodeCount': '6',
  },
  // Nothing of the API and the workers is decided but their memory, and no backend at all.
  'left-to-chart': {
    'api.autoscaling.minReplicas': '',
    'api.autoscaling.maxReplicas': '',
    'api.autoscaling.targetCPUUtilizationPercentage': '',
    'api.resources.requests.cpu': '',
    'api.resources.limits.cpu': '500',
    'plan.apiNodeGroup': '',
    'plan.apiZoneSpread': '',
    'redis.cluster': '',
    'eventbus.backend': '',
    'interactionStore.backend': '',
  },

  // Every one of these would be read as something else, or break the file, without its quotes.
  'awkward-names': {
    'api.resources.limits.cpu': '1e1',
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': '2024_10',
    'interactionStore.backend': 'scylla',
    'scylla.contactPoints': '[2001:db8::7]:9042',
    'scylla.localDataCenter': 'East #1: "main"',
    'scylla.keyspace': 'yes',
  },
  // As long as AWS lets them be. Each tenth character ends the count so far, so that a cut can be read off.
  'long-names': {
    'eventbus.backend': 'kinesis',
    'kinesis.streamName': [
      'stream-010stream-020stream-030stream-040stream-050stream-060stream-070stream-080',
      'stream-090stream-100stream-110stream-120last-128',
    ].join(''),
    'dynamodb.tableName': [
      'table-0010table-0020table-0030table-0040table-0050table-0060table-0070table-0080',
      'table-0090table-0100table-0110table-0120table-0130table-0140table-0150table-0160',
      'table-0170table-0180table-0190table-0200table-0210table-0220table-0230table-0240',
      'table-0250t-255',
    ].join(''),
  },
};

test.each(Object.entries(cases))(
  '%s: the file is the hand-written one, byte for byte',
  (name, given) => {
    const { faults, lines } = readingOf(given);
    expect(faults).toEqual([]);
    expect(textOf(lines)).toBe(expectedOverlay(name));
  },
);

test.each(Object.entries(cases))('%s: the hand-written file holds the values', (name, given) => {
  const { entries } = readingOf(given);
  expect(load(expectedOverlay(name))).toStrictEqual(treeOf(entries));
});

test('every hand-written file has a case, and every case a file', () => {
  expect(expectedNames()).toEqual(Object.keys(cases).sort());
});

test('a difference that does not fit the default file is refused', () => {
  expect(applied('a: 1\nb: 2\nb: 2\n', '@@\n a: 1\n-b: 2\n+b: 3\n', 'x')).toBe(
    'a: 1\nb: 3\nb: 2\n',
  );
  expect(() => applied('a: 1\n', '@@\n-a: 2\n', 'x')).toThrow('no such place');
  expect(() => applied('a: 1\na: 1\n', '@@\n-a: 1\n', 'x')).toThrow('twice');
  expect(() => applied('a: 1\n', '@@\na: 1\n', 'x')).toThrow('without its sign');
});

test('the line of counts changes both numbers of the default file, and is refused where there are none', () => {
  const counted = 'x: 40 of the 53 keys in this file\na: 1\n';
  expect(applied(counted, 'keys +3, unverified -2\n@@\n-a: 1\n', 'x')).toBe(
    'x: 38 of the 56 keys in this file\n',
  );
  expect(() => applied('a: 1\n', 'keys +3, unverified +2\n', 'x')).toThrow('does not count');
  expect(() => applied(counted, 'keys 3\n@@\n-a: 1\n', 'x')).toThrow('not a line of counts');
});
