import { registry } from '@/lib/catalog/catalog';
import { switchOf } from '@/lib/domain/option';
import type { Given } from '../support/reading';

/** When one limit applies and when it does not, typed from the catalogue of limits and not from the code. */
export interface LimitRow {
  readonly id: string;
  readonly severity: 'caution' | 'limit';
  /** Answers under which it applies, the keys that it then touches, and words that its message must have. */
  readonly on: readonly (readonly [given: Given, keys: readonly string[], ...words: string[]])[];
  /** It looks at all options of a kind: another one may bring further keys. */
  readonly ofAll?: true;
  /** Answers under which it does not apply. Empty for those that always do. */
  readonly off: readonly Given[];
}

const KINESIS = { 'eventbus.backend': 'kinesis' };
const PULSAR = { 'eventbus.backend': 'pulsar' };
const NO_BUS = { 'eventbus.enabled': 'false' };
const PG = { 'interactionStore.backend': 'pg' };
const SCYLLA = { 'interactionStore.backend': 'scylla' };
const CASSANDRA = { 'interactionStore.backend': 'cassandra' };
/** Every optional tier, by the switch that turns it on. */
const OPTIONAL_ON = Object.fromEntries(
  registry.tiers
    .filter(({ optional }) => optional)
    .map((tier) => [switchOf(tier)?.key ?? '', 'true']),
);
const NO_CRON = { 'cron.enabled': 'false' };
const NO_ML = { 'mlWorker.enabled': 'false' };

const SPREAD = 'api.topologySpreadConstraints';
const BUS = 'eventbus.backend';
const STORE = 'interactionStore.backend';

export const LIMITS: readonly LimitRow[] = [
  {
    id: 'design-targets',
    severity: 'limit',
    on: [[{}, [], 'design targets', 'not benchmarked', 'perf/baselines/', 'k6']],
    off: [],
  },
  {
    id: 'ml-cpu-only',
    severity: 'limit',
    on: [[{}, ['mlWorker.resources'], 'CPU only', 'GPU', 'dramatically']],
    off: [NO_ML, { 'mlWorker.enabled': 'perhaps' }],
  },
  {
    id: 'optional-tiers-off',
    severity: 'limit',
    ofAll: true,
    on: [
      [{}, ['stream.enabled', 'mcp.dedicated'], 'stream', 'MCP'],
      [{ 'mcp.dedicated': 'true' }, ['stream.enabled'], 'stream'],
      [{ 'stream.enabled': 'true' }, ['mcp.dedicated'], 'MCP'],
      [{ 'stream.enabled': '?', 'mcp.dedicated': 'false' }, ['mcp.dedicated'], 'MCP'],
    ],
    off: [OPTIONAL_ON, { ...OPTIONAL_ON, 'stream.enabled': '?' }],
  },
  {
    id: 'stream-operator-setup',
    severity: 'limit',
    on: [
      [
        { 'stream.enabled': 'true' },
        ['stream.enabled'],
        'FLOW_STREAMING_ENABLED',
        'broker',
        'implement',
      ],
      // A blocker beside it takes nothing away from it.
      [{ 'stream.enabled': 'true', ...NO_BUS }, ['stream.enabled'], 'broker'],
    ],
    off: [{}, { 'stream.enabled': 'TRUE' }],
  },
  {
    id: 'mcp-operator-setup',
    severity: 'limit',
    on: [[{ 'mcp.dedicated': 'true' }, ['mcp.dedicated'], 'MCP_ALLOW_WRITES=true', 'authorise']],
    off: [{}, { 'mcp.dedicated': '' }],
  },
  {
    id: 'postgres-replicas-advisory',
    severity: 'limit',
    on: [
      [{}, ['postgresExternalReplicas'], '2 read replicas', 'connection strings'],
      [{ postgresExternalReplicas: '1' }, ['postgresExternalReplicas'], '1 read replica'],
      [{ postgresExternalReplicas: '100' }, ['postgresExternalReplicas'], '100 read replicas'],
    ],
    off: [
      { postgresExternalReplicas: '0' },
      { postgresExternalReplicas: '101' },
      { postgresExternalReplicas: '' },
    ],
  },
  {
    id: 'postgres-primary-only',
    severity: 'limit',
    on: [[{ postgresExternalReplicas: '0' }, ['postgresExternalReplicas'], 'primary']],
    off: [{}, { postgresExternalReplicas: '1' }, { postgresExternalReplicas: '' }],
  },
  {
    id: 'eventbus-must-exist',
    severity: 'limit',
    on: [
      [{}, [BUS], 'kafka', 'Kafka brokers', 'must already exist'],
      [KINESIS, [BUS], 'kinesis', 'Kinesis stream'],
      [{ ...KINESIS, 'kinesis.streamName': 'orders' }, [BUS], 'kinesis', 'orders'],
      [PULSAR, [BUS], 'pulsar', 'Pulsar cluster'],
    ],
    off: [NO_BUS, { ...NO_BUS, ...KINESIS }],
  },
  {
    id: 'interaction-store-must-exist',
    severity: 'limit',
    on: [
      [{}, [STORE], 'dynamodb', 'DynamoDB table', 'must already exist'],
      [{ 'dynamodb.tableName': 'history' }, [STORE], 'dynamodb', 'history'],
      [SCYLLA, [STORE], 'scylla', 'Scylla cluster', 'keyspace'],
      [{ ...CASSANDRA, 'cassandra.keyspace': 'mid' }, [STORE], 'cassandra', 'keyspace mid'],
    ],
    off: [PG],
  },
  {
    id: 'block-boots-when-enabled',
    severity: 'limit',
    on: [
      [{}, ['kafka.enabled', 'dynamodb.enabled'], 'kafka.enabled and dynamodb.enabled'],
      [{ ...PULSAR, ...SCYLLA }, ['pulsar.enabled', 'scylla.enabled'], 'pulsar.enabled', 'scylla'],
      [{ ...KINESIS, ...PG }, ['kinesis.enabled'], 'kinesis.enabled'],
      [{ ...NO_BUS, ...CASSANDRA }, ['cassandra.enabled'], 'cassandra.enabled'],
    ],
    off: [{ ...NO_BUS, ...PG }],
  },
  {
    id: 'unverified-paths',
    severity: 'limit',
    on: [
      [{}, [], 'keys in this file', 'Helm says nothing of it'],
      [{ ...NO_BUS, ...PG, ...NO_ML, ...NO_CRON }, [], 'keys'],
    ],
    off: [],
  },
  {
    id: 'eventbus-block-unfilled',
    severity: 'caution',
    on: [
      [{}, ['kafka.brokers'], 'kafka.brokers', 'Kafka'],
      [{ ...KINESIS, 'kinesis.region': 'eu-west-1' }, ['kinesis.streamName'], 'kinesis.streamName'],
      // Another backend's answer fills nothing.
      [{ ...PULSAR, 'kafka.brokers': 'b:9092' }, ['pulsar.serviceUrl'], 'pulsar.serviceUrl'],
    ],
    off: [
      { 'kafka.brokers': 'b:9092' },
      { ...KINESIS, 'kinesis.streamName': 's' },
      { ...PULSAR, 'pulsar.serviceUrl': 'pulsar://b' },
      NO_BUS,
    ],
  },
  {
    id: 'interaction-store-block-unfilled',
    severity: 'caution',
    on: [
      [
        { 'dynamodb.region': 'eu-west-1' },
        ['dynamodb.tableName'],
        'dynamodb.tableName',
        'DynamoDB',
      ],
      [{ ...SCYLLA, 'scylla.keyspace': 'k' }, ['scylla.contactPoints'], 'scylla.contactPoints'],
      [{ ...CASSANDRA, 'scylla.contactPoints': 'n' }, ['cassandra.contactPoints'], 'Cassandra'],
    ],
    off: [
      { 'dynamodb.tableName': 'history' },
      { ...SCYLLA, 'scylla.contactPoints': 'n' },
      { ...CASSANDRA, 'cassandra.contactPoints': 'n' },
      PG,
    ],
  },
  {
    id: 'eventbus-redis-fallback',
    severity: 'caution',
    on: [[NO_BUS, ['eventbus.enabled'], 'Redis pub/sub', 'offline', 'outbox']],
    off: [{}, { 'eventbus.enabled': '' }],
  },
  {
    id: 'pulsar-undocumented',
    severity: 'caution',
    on: [[PULSAR, [BUS], 'pulsar', 'EVENT_PUBLISHER']],
    off: [{}, KINESIS, { ...PULSAR, ...NO_BUS }],
  },
  {
    id: 'cassandra-naming',
    severity: 'caution',
    on: [[CASSANDRA, [STORE], 'cassandra', 'keyspaces']],
    off: [{}, SCYLLA, PG],
  },
  {
    id: 'pg-store-at-scale',
    severity: 'caution',
    on: [
      [PG, [STORE], 'Postgres', '500,000', '1,000', '10,000 decisions a day'],
      [{ ...PG, 'plan.activeCustomers': '500001' }, [STORE], '500,001 active customers'],
      [{ ...PG, 'plan.writesPerSecond': '1001' }, [STORE], '1,001 writes/s'],
      [{ ...PG, 'plan.multiRegion': 'true' }, [STORE], 'more than one region'],
    ],
    off: [{}, { 'plan.activeCustomers': '600000' }, { 'interactionStore.backend': 'postgresql' }],
  },
  {
    id: 'store-switch-moves-no-data',
    severity: 'limit',
    on: [
      [{}, [STORE], 'DynamoDB', 'backfill'],
      [SCYLLA, [STORE], 'Scylla'],
      [CASSANDRA, [STORE], 'Cassandra'],
    ],
    off: [PG],
  },
  {
    id: 'redis-single-node',
    severity: 'caution',
    on: [[{ 'redis.cluster': 'false' }, ['redis.cluster'], 'wrong shape at this scale']],
    off: [{}, { 'redis.cluster': 'no' }],
  },
  {
    id: 'redis-cluster-clients',
    severity: 'limit',
    on: [[{}, ['redis.cluster'], 'BullMQ', 'hash-tagged', 'KEDA', 'not from KaireonAI']],
    off: [{ 'redis.cluster': 'false' }, { 'redis.cluster': 'no' }],
  },
  {
    id: 'search-tsvector',
    severity: 'caution',
    on: [[{ 'opensearch.enabled': 'false' }, ['opensearch.enabled'], 'tsvector', 'small fleets']],
    off: [{}, { 'opensearch.enabled': '0' }],
  },
  {
    id: 'worker-double-consume',
    severity: 'limit',
    on: [[{}, [], 'WORKER_INPROCESS=0', 'twice']],
    off: [],
  },
  {
    id: 'cron-off',
    severity: 'caution',
    on: [[NO_CRON, ['cron.enabled'], 'in-process', 'redundancy']],
    off: [{}, { 'cron.enabled': '' }],
  },
  {
    id: 'cron-reaper-off',
    severity: 'caution',
    on: [
      [
        { 'cron.schedules.outboxReaper.enabled': 'false' },
        ['cron.schedules.outboxReaper.enabled'],
        'processing',
      ],
    ],
    off: [
      {},
      { 'cron.schedules.cleanup.enabled': 'false' },
      { ...NO_CRON, 'cron.schedules.outboxReaper.enabled': 'false' },
    ],
  },
  {
    id: 'cron-replace',
    severity: 'caution',
    on: [
      [{ 'cron.concurrencyPolicy': 'Replace' }, ['cron.concurrencyPolicy'], 'Replace', 'Forbid'],
    ],
    off: [
      {},
      { 'cron.concurrencyPolicy': 'Allow' },
      { 'cron.concurrencyPolicy': 'Replace', ...NO_CRON },
    ],
  },
  {
    id: 'cron-allow',
    severity: 'caution',
    on: [[{ 'cron.concurrencyPolicy': 'Allow' }, ['cron.concurrencyPolicy'], 'Allow', 'Forbid']],
    off: [
      {},
      { 'cron.concurrencyPolicy': 'Replace' },
      { 'cron.concurrencyPolicy': 'Allow', ...NO_CRON },
    ],
  },
  {
    id: 'cron-count',
    severity: 'limit',
    on: [[{}, ['cron.enabled'], '6 CronJobs', '7']],
    off: [NO_CRON],
  },
  {
    id: 'ml-worker-off',
    severity: 'caution',
    on: [[NO_ML, ['mlWorker.enabled'], 'LightGBM', 'Node']],
    off: [{}, { 'mlWorker.enabled': '' }],
  },
  {
    id: 'zone-strict-pending',
    severity: 'limit',
    on: [
      [{}, [SPREAD], 'strict', 'Pending', '3 zones'],
      [{ 'plan.zones': '1' }, [SPREAD], 'one zone'],
      [{ 'plan.zones': '' }, [SPREAD], 'every zone'],
    ],
    off: [
      { 'plan.apiZoneSpread': 'soft' },
      { 'plan.apiZoneSpread': 'off' },
      { 'plan.apiZoneSpread': '' },
    ],
  },
  {
    id: 'zone-spread-selector',
    severity: 'limit',
    on: [
      [{}, [SPREAD], 'strict', 'labelSelector'],
      [{ 'plan.apiZoneSpread': 'soft' }, [SPREAD], 'soft', 'labelSelector'],
    ],
    off: [
      { 'plan.apiZoneSpread': 'off' },
      { 'plan.apiZoneSpread': '' },
      { 'plan.apiPodLabels': 'app=kaireon' },
      { 'plan.apiPodLabels': 'not a label' },
    ],
  },
  {
    id: 'cql-local-data-center',
    severity: 'caution',
    on: [
      [
        { 'interactionStore.backend': 'scylla', 'scylla.contactPoints': 'n-1' },
        ['scylla.localDataCenter'],
        'Scylla',
        'general knowledge',
      ],
      [
        { 'interactionStore.backend': 'cassandra', 'cassandra.contactPoints': 'n-1' },
        ['cassandra.localDataCenter'],
        'Cassandra',
      ],
    ],
    off: [
      { 'scylla.contactPoints': 'n-1' },
      { 'interactionStore.backend': 'scylla' },
      { 'interactionStore.backend': 'scylla', 'scylla.contactPoints': 'n 1' },
      {
        'interactionStore.backend': 'scylla',
        'scylla.contactPoints': 'n-1',
        'scylla.localDataCenter': 'dc1',
      },
      {
        'interactionStore.backend': 'scylla',
        'scylla.contactPoints': 'n-1',
        'scylla.localDataCenter': ' dc1',
      },
    ],
  },
  {
    id: 'api-below-zones',
    severity: 'caution',
    on: [
      [
        { 'api.autoscaling.minReplicas': '2' },
        ['api.autoscaling.minReplicas'],
        '2 pods',
        '3 zones',
      ],
      [{ 'plan.zones': '7' }, ['api.autoscaling.minReplicas'], '6 pods', '7 zones'],
      [{ 'api.autoscaling.minReplicas': '1' }, ['api.autoscaling.minReplicas'], '1 pod '],
    ],
    off: [
      { 'api.autoscaling.minReplicas': '3' },
      { 'plan.zones': '6' },
      { 'api.autoscaling.minReplicas': '1', 'plan.zones': '1' },
      // Neither is judged by half of it.
      { 'api.autoscaling.minReplicas': '', 'plan.zones': '10' },
      { 'api.autoscaling.minReplicas': '1', 'plan.zones': '11' },
    ],
  },
  {
    id: 'api-group-shared',
    severity: 'caution',
    on: [[{ 'plan.apiNodeGroup': 'false' }, [], 'kaireon.ai/tier=api']],
    off: [{}, { 'plan.apiNodeGroup': 'none' }],
  },
  {
    id: 'rps-unmeasured',
    severity: 'limit',
    on: [[{ 'plan.peakRps': '5000' }, [], '5,000 requests/s', '100', '500', 'k6']],
    off: [
      {},
      { 'plan.rpsPerPod': '200' },
      { 'plan.peakRps': '5000', 'plan.rpsPerPod': '200' },
      { 'plan.peakRps': '0' },
    ],
  },
  {
    id: 'rps-above-ceiling',
    severity: 'caution',
    on: [
      // 50 pods at 70 % of 100 requests/s carry 3,500.
      [
        { 'plan.peakRps': '3501', 'plan.rpsPerPod': '100' },
        ['api.autoscaling.maxReplicas'],
        ...['3,501 requests/s', '51 API pods', '70 %'],
      ],
      [
        {
          'plan.peakRps': '3500',
          'plan.rpsPerPod': '100',
          'api.autoscaling.maxReplicas': '49',
        },
        ['api.autoscaling.maxReplicas'],
        '50 API pods',
      ],
      [
        {
          'plan.peakRps': '3500',
          'plan.rpsPerPod': '100',
          'api.autoscaling.targetCPUUtilizationPercentage': '69',
        },
        ['api.autoscaling.maxReplicas'],
        '51 API pods',
      ],
    ],
    off: [
      { 'plan.peakRps': '3500', 'plan.rpsPerPod': '100' },
      { 'plan.peakRps': '9000000' },
      { 'plan.rpsPerPod': '1' },
      { 'plan.peakRps': '3501', 'plan.rpsPerPod': '100', 'api.autoscaling.maxReplicas': '' },
      { 'plan.peakRps': '3501', 'plan.rpsPerPod': '0' },
    ],
  },
  {
    id: 'postgres-connections',
    severity: 'caution',
    on: [
      // 93 pods at the ceiling.
      [
        { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '929' },
        [],
        ...['93 pods', '10 connections', '930', '929', 'PgBouncer'],
      ],
      // Two stream pods more.
      [
        {
          'plan.postgresPoolSize': '10',
          'plan.postgresMaxConnections': '949',
          'stream.enabled': 'true',
        },
        [],
        '95 pods',
      ],
    ],
    off: [
      { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '930' },
      { 'plan.postgresPoolSize': '1000' },
      { 'plan.postgresMaxConnections': '1' },
      { 'plan.postgresPoolSize': '1001', 'plan.postgresMaxConnections': '1' },
    ],
  },
  {
    id: 'outbox-single',
    severity: 'caution',
    on: [
      [
        {
          'outboxPublisher.replicaCount': '1',
          'outboxPublisher.podDisruptionBudget.minAvailable': '0',
        },
        ['outboxPublisher.replicaCount'],
        ...['single', 'drain'],
      ],
      [{ 'outboxPublisher.replicaCount': '1' }, ['outboxPublisher.replicaCount'], 'also blocks'],
    ],
    off: [{}, { 'outboxPublisher.replicaCount': '2' }, { 'outboxPublisher.replicaCount': '0' }],
  },
];
