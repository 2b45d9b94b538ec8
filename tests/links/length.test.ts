import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openLink } from '@/lib/link/link';
import { readingOf } from '../support/reading';

/**
 * Every answer that one overlay can have, each other than its default. Kinesis and Cassandra are the pair with the
 * most and the longest; what they leave out belongs to branches that cannot be chosen beside them.
 */
const EVERYTHING: Readonly<Record<string, string>> = {
  'api.autoscaling.minReplicas': '12',
  'api.autoscaling.maxReplicas': '80',
  'api.autoscaling.targetCPUUtilizationPercentage': '60',
  'api.resources.requests.cpu': '3',
  'api.resources.requests.memory': '6Gi',
  'api.resources.limits.cpu': '6',
  'api.resources.limits.memory': '12Gi',
  'plan.apiNodeGroup': 'false',
  'plan.apiZoneSpread': 'soft',
  'worker.keda.minReplicaCount': '6',
  'worker.keda.maxReplicaCount': '50',
  'worker.keda.listLength': '20',
  'worker.keda.pollingInterval': '10',
  'worker.keda.cooldownPeriod': '180',
  'worker.resources.requests.cpu': '3',
  'worker.resources.requests.memory': '6Gi',
  'worker.resources.limits.cpu': '6',
  'worker.resources.limits.memory': '12Gi',
  'mlWorker.autoscaling.minReplicas': '3',
  'mlWorker.autoscaling.maxReplicas': '20',
  'mlWorker.resources.requests.cpu': '4',
  'mlWorker.resources.requests.memory': '12Gi',
  'mlWorker.resources.limits.cpu': '12',
  'mlWorker.resources.limits.memory': '24Gi',
  'outboxPublisher.replicaCount': '5',
  'outboxPublisher.podDisruptionBudget.minAvailable': '3',
  'outboxPublisher.pollIntervalMs': '500',
  'outboxPublisher.resources.requests.cpu': '300m',
  'outboxPublisher.resources.requests.memory': '1Gi',
  'cron.concurrencyPolicy': 'Replace',
  'cron.resources.requests.cpu': '200m',
  'cron.resources.requests.memory': '128Mi',
  'cron.schedules.cleanup.enabled': 'false',
  'cron.schedules.engagementHealthRecompute.enabled': 'false',
  'cron.schedules.gitopsDriftCheck.enabled': 'false',
  'cron.schedules.approvalsExpire.enabled': 'false',
  'cron.schedules.flowSchedulerTick.enabled': 'false',
  'cron.schedules.scheduledRetrains.enabled': 'false',
  'cron.schedules.outboxReaper.enabled': 'false',
  'stream.enabled': 'true',
  'stream.replicaCount': '4',
  'stream.resources.requests.cpu': '2',
  'stream.resources.requests.memory': '4Gi',
  'mcp.dedicated': 'true',
  'mcp.replicaCount': '4',
  'mcp.resources.requests.cpu': '1',
  'mcp.resources.requests.memory': '2Gi',
  postgresExternalReplicas: '3',
  'redis.cluster': 'false',
  'opensearch.enabled': 'false',
  'eventbus.backend': 'kinesis',
  'kinesis.streamName': 'kaireon-events',
  'kinesis.region': 'eu-west-1',
  'interactionStore.backend': 'cassandra',
  'cassandra.contactPoints': 'cassandra-1:9042,cassandra-2:9042',
  'cassandra.localDataCenter': 'datacenter1',
  'cassandra.keyspace': 'kaireon',
  'plan.peakRps': '12000',
  'plan.rpsPerPod': '220',
  'plan.cpuPerPod': '1600m',
  'plan.zones': '4',
  'plan.activeCustomers': '3000000',
  'plan.writesPerSecond': '2500',
  'plan.multiRegion': 'true',
  'plan.nodeCpu': '15',
  'plan.nodeMemory': '60Gi',
  'plan.nodeCount': '40',
  'plan.apiNodeCount': '12',
  'plan.postgresProvider': 'aurora',
  'plan.postgresMaxConnections': '1600',
  'plan.postgresPoolSize': '10',
};

const withoutJobs = Object.fromEntries(
  Object.entries(EVERYTHING).filter(([key]) => !key.startsWith('cron.schedules.')),
);

it('holds every answer at once', () => {
  const { link, faults } = readingOf(EVERYTHING);
  expect(faults).toEqual([]);
  expect(new URLSearchParams(link).size).toBe(1 + Object.keys(EVERYTHING).length);
  expect(openLink(catalog, link)).toEqual({
    raw: readingOf(EVERYTHING).raw,
    userFiles: {},
    notices: [],
  });
});

it('stays under 2,000 characters with every answer but the switches of single cron jobs', () => {
  expect(`#${readingOf(withoutJobs).link}`.length).toBeLessThan(2000);
});

it('is little longer with those, though its keys alone nearly take that room', () => {
  expect(`#${readingOf(EVERYTHING).link}`.length).toBeLessThan(2350);
});
