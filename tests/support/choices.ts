import { VALUES_KEYS } from '../catalogue/values-keys';
import type { Given } from './reading';

/** Every answer that decides a branch, with all that it can be. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'plan.apiZoneSpread': ['strict', 'soft', 'off'],
  'mlWorker.enabled': ['true', 'false'],
  'cron.enabled': ['true', 'false'],
  'stream.enabled': ['false', 'true'],
  'mcp.dedicated': ['false', 'true'],
  'redis.cluster': ['true', 'false'],
  'opensearch.enabled': ['true', 'false'],
  'eventbus.enabled': ['true', 'false'],
  'eventbus.backend': ['kafka', 'kinesis', 'pulsar'],
  'interactionStore.backend': ['dynamodb', 'pg', 'scylla', 'cassandra'],
};

/**
 * Answers that are given beside the choices, a different one with each combination. Their number shares no divisor
 * with the number of combinations, so that each meets every choice.
 */
const BESIDE: readonly Given[] = [
  {},
  { 'plan.apiNodeGroup': 'false', 'plan.peakRps': '5000' },
  {
    'kafka.brokers': 'b-1:9092,b-2:9092',
    'kinesis.streamName': '012',
    'pulsar.serviceUrl': 'pulsar+ssl://b:6651',
    'dynamodb.tableName': '1e3',
    'scylla.contactPoints': 'n-1,n-2:9042',
    'cassandra.contactPoints': '10.0.0.1',
  },
  {
    'kinesis.region': 'eu-west-1',
    'dynamodb.region': 'eu-west-1',
    'scylla.localDataCenter': '# Zürich: "1"',
    'cassandra.localDataCenter': "it's & 100 %",
    'scylla.keyspace': 'null',
    'cassandra.keyspace': 'yes',
  },
  { 'cron.concurrencyPolicy': 'Replace', 'cron.schedules.outboxReaper.enabled': 'false' },
  { 'cron.concurrencyPolicy': 'Allow', 'cron.schedules.cleanup.enabled': 'false' },
  {
    'outboxPublisher.replicaCount': '1',
    'outboxPublisher.podDisruptionBudget.minAvailable': '0',
    postgresExternalReplicas: '0',
  },
  { 'api.autoscaling.minReplicas': '2', 'plan.zones': '4', 'api.resources.requests.cpu': '1e0' },
  { 'plan.peakRps': '10000000', 'plan.rpsPerPod': '1' },
  { 'plan.postgresPoolSize': '20', 'plan.postgresMaxConnections': '1600' },
  {
    'plan.activeCustomers': '10000000000',
    'plan.writesPerSecond': '10000000',
    'plan.multiRegion': 'true',
    'plan.peakRps': '10000000',
  },
];

/** Every combination of the choices, with something beside each. 4,608 of them. */
export function* combinations(): Generator<Given> {
  const entries = Object.entries(CHOICES);
  const count = entries.reduce((product, [, members]) => product * members.length, 1);
  for (let index = 0; index < count; index++) {
    let rest = index;
    const given: Record<string, string> = { ...BESIDE[index % BESIDE.length] };
    for (const [key, members] of entries) {
      given[key] = members[rest % members.length] ?? '';
      rest = Math.floor(rest / members.length);
    }
    yield given;
  }
}

const BUSES = ['kafka', 'kinesis', 'pulsar'];
const STORES = ['dynamodb', 'scylla', 'cassandra'];

/** The root keys that the file of some combination must have, in order. Known without the catalogue. */
export function expectedRoots(given: Given): string[] {
  const bus = given['eventbus.enabled'] === 'true' ? given['eventbus.backend'] : undefined;
  const store = given['interactionStore.backend'];
  const hasConfig = given['stream.enabled'] === 'true' || bus !== 'pulsar' || store !== 'cassandra';
  return [
    ...['api', 'worker', 'mlWorker', 'outboxPublisher', 'cron', 'stream', 'mcp', 'postgres'],
    ...['postgresExternalReplicas', 'redis', 'opensearch', 'eventbus'],
    ...BUSES.filter((one) => one === bus),
    'interactionStore',
    ...STORES.filter((one) => one === store),
    ...(hasConfig ? ['config'] : []),
  ];
}

/** The link of some combination, `''` for the defaults. Known without the catalogue and the codec. */
export function expectedLink(given: Given): string {
  const roots = expectedRoots(given);
  const isHidden = (key: string) => {
    const [root = ''] = key.split('.');
    if (key === 'eventbus.backend') return given['eventbus.enabled'] !== 'true';
    if (root === 'cron' && key !== 'cron.enabled') return given['cron.enabled'] !== 'true';
    return [...BUSES, ...STORES].includes(root) && !roots.includes(root);
  };
  const parameters = new URLSearchParams({ v: '1' });
  for (const [key, fallback] of VALUES_KEYS) {
    const text = given[key];
    if (text !== undefined && text !== fallback && !isHidden(key)) parameters.append(key, text);
  }
  return parameters.size === 1 ? '' : String(parameters);
}
