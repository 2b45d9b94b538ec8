import { registry } from '@/lib/catalog/catalog';
import { switchOf } from '@/lib/domain/option';
import type { Given } from '../support/reading';

/** Answers under which a limit applies, the keys that it then touches, and words that its message must have. */
type On = readonly [given: Given, keys: readonly string[], ...words: string[]];

/** When one limit applies and when it does not, typed from the catalogue of limits and not from the code. */
export interface LimitRow {
  readonly id: string;
  readonly severity: 'caution' | 'limit';
  readonly on: readonly On[];
  /** Answers under which it does not apply. Empty for those that always do. */
  readonly off: readonly Given[];
  /** It looks at all options of a kind: another one may bring further keys. */
  readonly ofAll?: true;
}

const row =
  (severity: LimitRow['severity']) =>
  (id: string, on: LimitRow['on'], off: LimitRow['off'], more?: { ofAll: true }): LimitRow => ({
    id,
    severity,
    on,
    off,
    ...more,
  });
const limit = row('limit');
const caution = row('caution');

const BUS = 'eventbus.backend';
const STORE = 'interactionStore.backend';
const SPREAD = 'api.topologySpreadConstraints';
const TARGET = 'api.autoscaling.targetCPUUtilizationPercentage';
const MOST = 'api.autoscaling.maxReplicas';
const LEAST = 'api.autoscaling.minReplicas';
const OUTBOX = 'outboxPublisher.replicaCount';
const REAPER = 'cron.schedules.outboxReaper.enabled';
const POLICY = 'cron.concurrencyPolicy';
const REPLICAS = 'postgresExternalReplicas';

const KINESIS = { [BUS]: 'kinesis' };
const PULSAR = { [BUS]: 'pulsar' };
const MSK = { [BUS]: 'msk' };
const EVENTBRIDGE = { [BUS]: 'eventbridge' };
const NO_BUS = { 'eventbus.enabled': 'false' };
const PG = { [STORE]: 'pg' };
const SCYLLA = { [STORE]: 'scylla' };
const CASSANDRA = { [STORE]: 'cassandra' };
const KEYSPACES = { [STORE]: 'keyspaces' };
const NO_CRON = { 'cron.enabled': 'false' };
const NO_ML = { 'mlWorker.enabled': 'false' };
const NO_SEARCH = { 'opensearch.enabled': 'false' };
const STREAM = { 'stream.enabled': 'true' };
const SHARED = { 'plan.apiNodeGroup': 'false' };
const SOFT = { 'plan.apiZoneSpread': 'soft' };
const NO_SPREAD = { 'plan.apiZoneSpread': 'off' };
const MEASURED = { 'plan.peakRps': '5000', 'plan.rpsPerPod': '200' };
const NODE = { 'plan.nodeCpu': '15', 'plan.nodeMemory': '60Gi' };
/** Every optional tier, by the switch that turns it on. */
const OPTIONAL_ON = Object.fromEntries(
  registry.tiers
    .filter(({ optional }) => optional)
    .map((tier) => [switchOf(tier)?.key ?? '', 'true']),
);

export const LIMITS: readonly LimitRow[] = [
  limit(
    'design-targets',
    [[{}, [], 'design targets', 'not benchmarked', 'perf/baselines/', 'k6']],
    [],
  ),
  limit('vendor-overlay-beneath', [[{}, [], 'helm/values-large.yaml', 'never in its place']], []),
  limit(
    'ml-cpu-only',
    [[{}, ['mlWorker.resources'], 'CPU only', 'GPU', 'dramatically']],
    [NO_ML, { 'mlWorker.enabled': 'perhaps' }, { 'mlWorker.enabled': '' }],
  ),
  limit(
    'optional-tiers-off',
    [
      [{}, ['stream.enabled', 'mcp.dedicated'], 'stream', 'MCP'],
      [{ 'mcp.dedicated': 'true' }, ['stream.enabled'], 'stream'],
      [STREAM, ['mcp.dedicated'], 'MCP'],
      [{ 'stream.enabled': '', 'mcp.dedicated': 'false' }, ['mcp.dedicated'], 'MCP'],
    ],
    [OPTIONAL_ON, { ...OPTIONAL_ON, 'stream.enabled': '?' }],
    { ofAll: true },
  ),
  limit(
    'stream-operator-setup',
    [
      [STREAM, ['stream.enabled'], 'FLOW_STREAMING_ENABLED', 'broker', 'implement'],
      // A blocker beside it takes nothing away from it.
      [{ ...STREAM, ...NO_BUS }, ['stream.enabled'], 'broker'],
    ],
    [{}, { 'stream.enabled': 'TRUE' }, { 'stream.enabled': '' }],
  ),
  limit(
    'mcp-operator-setup',
    [[{ 'mcp.dedicated': 'true' }, ['mcp.dedicated'], 'MCP_ALLOW_WRITES=true', 'authorise']],
    [{}, { 'mcp.dedicated': '' }],
  ),
  limit(
    'postgres-replicas-advisory',
    [
      [{}, [REPLICAS], '2 read replicas', 'connection strings'],
      [{ [REPLICAS]: '1' }, [REPLICAS], '1 read replica'],
      [{ [REPLICAS]: '100' }, [REPLICAS], '100 read replicas'],
    ],
    [{ [REPLICAS]: '0' }, { [REPLICAS]: '101' }, { [REPLICAS]: '' }],
  ),
  limit(
    'postgres-primary-only',
    [[{ [REPLICAS]: '0' }, [REPLICAS], 'primary']],
    [{}, { [REPLICAS]: '1' }, { [REPLICAS]: '' }],
  ),
  limit(
    'eventbus-must-exist',
    [
      [{}, [BUS], 'Kafka brokers', 'must already exist'],
      [KINESIS, [BUS], 'Kinesis stream'],
      [{ ...KINESIS, 'kinesis.streamName': 'orders' }, [BUS], 'orders'],
      [PULSAR, [BUS], 'Pulsar cluster'],
      [MSK, [BUS], 'MSK cluster'],
      [EVENTBRIDGE, [BUS], 'EventBridge event bus'],
    ],
    [NO_BUS, { ...NO_BUS, ...KINESIS }, { [BUS]: '' }],
  ),
  limit(
    'interaction-store-must-exist',
    [
      [{}, [STORE], 'DynamoDB table', 'must already exist'],
      [{ 'dynamodb.tableName': 'history' }, [STORE], 'history'],
      [SCYLLA, [STORE], 'Scylla cluster', 'keyspace'],
      [{ ...CASSANDRA, 'cassandra.keyspace': 'mid' }, [STORE], 'Cassandra', 'keyspace mid'],
      [{ ...KEYSPACES, 'cassandra.keyspace': 'mid' }, [STORE], 'Keyspaces keyspace mid'],
    ],
    [PG, { [STORE]: '' }],
  ),
  limit(
    'block-boots-when-enabled',
    [
      [{}, ['kafka.enabled', 'dynamodb.enabled'], 'kafka.enabled and dynamodb.enabled'],
      [{ ...PULSAR, ...SCYLLA }, ['pulsar.enabled', 'scylla.enabled'], 'pulsar.enabled', 'scylla'],
      [{ ...KINESIS, ...PG }, ['kinesis.enabled'], 'kinesis.enabled'],
      [{ ...NO_BUS, ...CASSANDRA }, ['cassandra.enabled'], 'cassandra.enabled'],
      [{ ...MSK, ...KEYSPACES }, ['cassandra.enabled'], 'cassandra.enabled'],
    ],
    [
      { ...NO_BUS, ...PG },
      { ...EVENTBRIDGE, ...PG },
    ],
  ),
  limit(
    'unverified-paths',
    [
      [{}, [], 'keys in this file', 'Helm says nothing of it'],
      [{ ...NO_BUS, ...PG, ...NO_ML, ...NO_CRON }, [], 'keys'],
    ],
    [],
  ),
  caution(
    'eventbus-block-unfilled',
    [
      [{}, ['kafka.brokers'], 'kafka.brokers', 'Kafka'],
      [{ ...KINESIS, 'kinesis.region': 'eu-west-1' }, ['kinesis.streamName'], 'kinesis.streamName'],
      // Another backend's answer fills nothing.
      [{ ...PULSAR, 'kafka.brokers': 'b:9092' }, ['pulsar.serviceUrl'], 'pulsar.serviceUrl'],
    ],
    [
      { 'kafka.brokers': 'b:9092' },
      { ...KINESIS, 'kinesis.streamName': 's' },
      { ...PULSAR, 'pulsar.serviceUrl': 'pulsar://b' },
      ...[NO_BUS, MSK, EVENTBRIDGE],
    ],
  ),
  caution(
    'interaction-store-block-unfilled',
    [
      [{ 'dynamodb.region': 'eu-west-1' }, ['dynamodb.tableName'], 'DynamoDB'],
      [{ ...SCYLLA, 'scylla.keyspace': 'k' }, ['scylla.contactPoints'], 'scylla.contactPoints'],
      [{ ...CASSANDRA, 'scylla.contactPoints': 'n' }, ['cassandra.contactPoints'], 'Cassandra'],
      [KEYSPACES, ['cassandra.contactPoints'], 'Keyspaces'],
    ],
    [
      { 'dynamodb.tableName': 'history' },
      { ...SCYLLA, 'scylla.contactPoints': 'n' },
      { ...KEYSPACES, 'cassandra.contactPoints': 'n' },
      PG,
    ],
  ),
  caution(
    'eventbus-redis-fallback',
    [[NO_BUS, ['eventbus.enabled'], 'Redis pub/sub', 'offline', 'outbox']],
    [{}, { 'eventbus.enabled': '' }, MSK],
  ),
  caution(
    'publisher-only-by-config',
    [
      [MSK, ['config.EVENT_PUBLISHER'], 'MSK', 'EVENT_PUBLISHER', 'not documented'],
      [EVENTBRIDGE, ['config.EVENT_PUBLISHER'], 'EventBridge'],
    ],
    [{}, PULSAR, { ...MSK, ...NO_BUS }],
  ),
  caution(
    'eventbridge-no-consumer',
    [[{ ...EVENTBRIDGE, ...STREAM }, ['stream.enabled'], 'kafka_consumer', 'pulsar_consumer']],
    [EVENTBRIDGE, STREAM, { ...EVENTBRIDGE, 'stream.enabled': '' }],
  ),
  caution(
    'pulsar-undocumented',
    [[PULSAR, [BUS], 'pulsar', 'EVENT_PUBLISHER']],
    [{}, KINESIS, { ...PULSAR, ...NO_BUS }],
  ),
  caution(
    'cassandra-naming',
    [[CASSANDRA, [STORE], 'cassandra', 'keyspaces']],
    [{}, SCYLLA, PG, KEYSPACES],
  ),
  caution(
    'pg-store-at-scale',
    [
      [PG, [STORE], 'Postgres', '500,000', '1,000', '10,000 decisions a day'],
      [{ ...PG, 'plan.activeCustomers': '500001' }, [STORE], '500,001 active customers'],
      [{ ...PG, 'plan.writesPerSecond': '1001' }, [STORE], '1,001 writes/s'],
      [{ ...PG, 'plan.multiRegion': 'true' }, [STORE], 'more than one region'],
    ],
    [{}, { 'plan.activeCustomers': '600000' }, { [STORE]: 'postgresql' }],
  ),
  limit(
    'store-switch-moves-no-data',
    [
      [{}, [STORE], 'DynamoDB', 'backfill'],
      [SCYLLA, [STORE], 'Scylla'],
      [KEYSPACES, [STORE], 'Keyspaces'],
    ],
    [PG],
  ),
  limit(
    'bus-shards',
    [
      [{ ...KINESIS, 'plan.peakRps': '1000' }, ['kinesis.streamName'], '1 open shard', '1 KB'],
      [{ ...KINESIS, 'plan.peakRps': '12001' }, ['kinesis.streamName'], '13 open shards'],
    ],
    [KINESIS, { 'plan.peakRps': '1000' }, { ...KINESIS, 'plan.peakRps': '0' }],
  ),
  limit(
    'store-write-units',
    [
      [
        { 'plan.writesPerSecond': '1' },
        ['dynamodb.tableName'],
        '1 write unit',
        '1 partition',
        '1 KB',
      ],
      [{ 'plan.writesPerSecond': '2500' }, ['dynamodb.tableName'], '2,500 write units', '3 part'],
    ],
    [{}, { ...SCYLLA, 'plan.writesPerSecond': '2500' }],
  ),
  caution(
    'redis-single-node',
    [[{ 'redis.cluster': 'false' }, ['redis.cluster'], 'wrong shape at this scale']],
    [{}, { 'redis.cluster': 'no' }, { 'redis.cluster': '' }],
  ),
  limit(
    'redis-cluster-clients',
    [[{}, ['redis.cluster'], 'BullMQ', 'hash-tagged', 'KEDA', 'not from KaireonAI']],
    [{ 'redis.cluster': 'false' }, { 'redis.cluster': 'no' }, { 'redis.cluster': '' }],
  ),
  caution(
    'search-tsvector',
    [[NO_SEARCH, ['opensearch.enabled'], 'tsvector', 'small fleets']],
    [{}, { 'opensearch.enabled': '0' }, { 'opensearch.enabled': '' }],
  ),
  limit(
    'opensearch-must-exist',
    [[{}, ['opensearch.enabled'], 'no address', 'OPENSEARCH_*', 'not documented']],
    [NO_SEARCH, { 'opensearch.enabled': '' }],
  ),
  limit(
    'credentials-elsewhere',
    [
      [{}, [], 'never written here', 'not documented'],
      [{ ...PG, ...NO_SEARCH, ...MSK }, []],
      [{ ...NO_BUS, ...NO_SEARCH }, []],
      [{ ...NO_BUS, ...PG }, []],
    ],
    [{ ...NO_BUS, ...PG, ...NO_SEARCH }],
  ),
  limit(
    'worker-double-consume',
    [[{}, [], 'WORKER_INPROCESS=0', 'twice', 'five BullMQ workers']],
    [],
  ),
  caution(
    'worker-scale-in',
    [[{ 'worker.keda.minReplicaCount': '0' }, ['worker.keda.minReplicaCount'], '300 seconds']],
    [{}, { 'worker.keda.minReplicaCount': '1' }, { 'worker.keda.minReplicaCount': '' }],
  ),
  caution(
    'cron-off',
    [[NO_CRON, ['cron.enabled'], 'in-process', 'redundancy']],
    [{}, { 'cron.enabled': '' }],
  ),
  caution(
    'cron-reaper-off',
    [[{ [REAPER]: 'false' }, [REAPER], 'processing']],
    [{}, { 'cron.schedules.cleanup.enabled': 'false' }, { ...NO_CRON, [REAPER]: 'false' }],
  ),
  caution(
    'cron-replace',
    [[{ [POLICY]: 'Replace' }, [POLICY], 'Replace', 'Forbid']],
    [{}, { [POLICY]: 'Allow' }, { [POLICY]: 'Replace', ...NO_CRON }],
  ),
  caution(
    'cron-allow',
    [[{ [POLICY]: 'Allow' }, [POLICY], 'Allow', 'Forbid']],
    [{}, { [POLICY]: 'Replace' }, { [POLICY]: 'Allow', ...NO_CRON }],
  ),
  limit(
    'cron-count',
    [[{}, ['cron.enabled'], '6 CronJobs', '7']],
    [NO_CRON, { 'cron.enabled': '' }],
  ),
  caution(
    'ml-worker-off',
    [[NO_ML, ['mlWorker.enabled'], 'LightGBM', 'Node']],
    [{}, { 'mlWorker.enabled': '' }],
  ),
  limit(
    'zone-strict-pending',
    [
      [{}, [SPREAD], 'strict', 'Pending', '3 zones'],
      [{ 'plan.zones': '1' }, [SPREAD], 'one zone'],
      [{ 'plan.zones': '' }, [SPREAD], 'every zone'],
    ],
    [SOFT, NO_SPREAD, { 'plan.apiZoneSpread': '' }],
  ),
  caution(
    'zone-spread-selector',
    [
      [{}, [SPREAD], 'strict', 'labelSelector', 'choose off', 'chart’s own'],
      [SOFT, [SPREAD], 'soft', 'labelSelector'],
    ],
    [
      ...[NO_SPREAD, { 'plan.apiZoneSpread': '' }],
      ...[{ 'plan.apiPodLabels': 'app=kaireon' }, { 'plan.apiPodLabels': 'not a label' }],
    ],
  ),
  limit(
    'zone-loss',
    [
      [{}, [SPREAD], 'scaled to zero', 'surviving nodes'],
      // A node holds 7 API pods. 2 of 6 pods and 2 of 6 nodes stand in the zone that is lost.
      [
        { ...NODE, 'plan.nodeCount': '40', 'plan.apiNodeCount': '6' },
        [SPREAD],
        ...['4 API pods', '33 at the ceiling', '2 nodes', '4 nodes are left: enough'],
      ],
      [{ ...NODE, 'plan.nodeCount': '40', 'plan.apiNodeCount': '1' }, [SPREAD], 'not enough'],
    ],
    [SOFT, { 'plan.zones': '1' }, { 'plan.zones': '' }],
  ),
  caution(
    'nodes-not-enough',
    [
      [{ ...NODE, 'plan.nodeCount': '3' }, [], 'Pending', 'you have 3'],
      [{ ...NODE, 'plan.nodeCount': '100', 'plan.apiNodeCount': '2' }, [], 'API', 'where 2'],
    ],
    [
      ...[NODE, { 'plan.nodeCount': '3' }, { ...NODE, 'plan.nodeCount': '100' }],
      { ...NODE, 'plan.nodeCount': '100', 'plan.apiNodeCount': '10' },
    ],
  ),
  caution(
    'cql-local-data-center',
    [
      [
        { ...SCYLLA, 'scylla.contactPoints': 'n-1' },
        ['scylla.localDataCenter'],
        ...['Scylla', 'general knowledge'],
      ],
      [
        { ...CASSANDRA, 'cassandra.contactPoints': 'n-1' },
        ['cassandra.localDataCenter'],
        'Cassandra',
      ],
      [{ ...KEYSPACES, 'cassandra.contactPoints': 'n-1' }, ['cassandra.localDataCenter'], 'Keys'],
    ],
    [
      ...[{ 'scylla.contactPoints': 'n-1' }, SCYLLA, { ...SCYLLA, 'scylla.contactPoints': 'n 1' }],
      { ...SCYLLA, 'scylla.contactPoints': 'n-1', 'scylla.localDataCenter': 'dc1' },
      { ...SCYLLA, 'scylla.contactPoints': 'n-1', 'scylla.localDataCenter': ' dc1' },
    ],
  ),
  caution(
    'api-below-zones',
    [
      [{ [LEAST]: '2' }, [LEAST], '2 pods', '3 zones'],
      [{ 'plan.zones': '7' }, [LEAST], '6 pods', '7 zones'],
      [{ [LEAST]: '1' }, [LEAST], '1 pod '],
    ],
    [
      ...[{ [LEAST]: '3' }, { 'plan.zones': '6' }, { [LEAST]: '1', 'plan.zones': '1' }],
      // Neither is judged by half of it.
      ...[
        { [LEAST]: '', 'plan.zones': '10' },
        { [LEAST]: '1', 'plan.zones': '11' },
      ],
    ],
  ),
  caution(
    'api-group-shared',
    [[SHARED, [], 'kaireon.ai/tier=api']],
    [{}, { 'plan.apiNodeGroup': 'none' }, { 'plan.apiNodeGroup': '' }],
  ),
  limit(
    'api-group-taints',
    [[{}, ['api.nodeSelector'], 'no toleration', 'Pending', 'not dedicated']],
    [SHARED, { 'plan.apiNodeGroup': '' }],
  ),
  caution(
    'cpu-looks-like-millicores',
    [
      [
        { 'api.resources.requests.cpu': '500', 'api.resources.limits.cpu': '' },
        ['api.resources.requests.cpu'],
        ...['500 cores', '500m'],
      ],
      [{ 'worker.resources.limits.cpu': '32' }, ['worker.resources.limits.cpu'], 'is 32'],
      [{ 'cron.resources.requests.cpu': '32000m' }, ['cron.resources.requests.cpu'], '32000m'],
    ],
    [
      ...[{}, { 'worker.resources.limits.cpu': '31999m' }],
      ...[{ 'stream.resources.requests.cpu': '99' }, { 'plan.nodeCpu': '64' }],
    ],
  ),
  limit(
    'rps-unmeasured',
    [[{ 'plan.peakRps': '5000' }, [], '5,000 requests/s', '100', '500', 'k6']],
    [{}, { 'plan.rpsPerPod': '200' }, MEASURED, { 'plan.peakRps': '0' }],
  ),
  caution(
    'rps-above-ceiling',
    [
      // 50 pods at 70 % of 100 requests/s carry 3,500.
      [
        { 'plan.peakRps': '3501', 'plan.rpsPerPod': '100' },
        [MOST],
        ...[
          '3,501 requests/s',
          '51 API pods',
          '70 %',
          'takes a pod at its measured rate',
          'one core',
        ],
      ],
      [{ 'plan.peakRps': '3500', 'plan.rpsPerPod': '100', [MOST]: '49' }, [MOST], '50 API pods'],
      [{ 'plan.peakRps': '3500', 'plan.rpsPerPod': '100', [TARGET]: '69' }, [MOST], '51 API pods'],
      // 3,500 × 1.6 ÷ (100 × 2 × 0.55) = 50.9; no pod is taken to use all of its request.
      [
        {
          ...{ 'plan.peakRps': '3500', 'plan.rpsPerPod': '100', 'plan.cpuPerPod': '1600m' },
          [TARGET]: '55',
        },
        [MOST],
        ...['51 API pods', '1600m CPU used'],
      ],
    ],
    [
      { 'plan.peakRps': '3500', 'plan.rpsPerPod': '100' },
      { 'plan.peakRps': '3501', 'plan.rpsPerPod': '100', 'plan.cpuPerPod': '1600m' },
      ...[{ 'plan.peakRps': '9000000' }, { 'plan.rpsPerPod': '1' }],
      { 'plan.peakRps': '3501', 'plan.rpsPerPod': '100', [MOST]: '' },
      { 'plan.peakRps': '3501', 'plan.rpsPerPod': '0' },
    ],
  ),
  caution(
    'hpa-settles-above-rate',
    [
      // Half of 2 CPU: 200 × 70 ÷ 50 = 280 requests/s.
      [
        { ...MEASURED, 'plan.cpuPerPod': '1' },
        [TARGET],
        ...['50 %', '70 %', '280 requests/s', 'Set the target to 49 or less'],
      ],
      [{ 'plan.cpuPerPod': '1400m' }, [TARGET], '69 or less'],
      [{ 'plan.cpuPerPod': '100m' }, [TARGET], 'Request less CPU'],
    ],
    [
      ...[MEASURED, { 'plan.cpuPerPod': '1401m' }, { 'plan.cpuPerPod': '1', [TARGET]: '49' }],
      { 'plan.cpuPerPod': '1', 'api.resources.requests.cpu': '' },
    ],
  ),
  caution(
    'postgres-connections',
    [
      // 93 pods at the ceiling and 13 more during a rollout; 3 connections are for superusers.
      [
        { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '1062' },
        [],
        ...[
          '93 pods',
          '13 pods',
          '1,060',
          '1,059 are free',
          'PgBouncer',
          'max_client_conn',
          '1,600',
        ],
      ],
      // Two stream pods more.
      [
        { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '1082', ...STREAM },
        [],
        '95 pods',
      ],
      [
        {
          ...{ 'plan.postgresPoolSize': '1000', 'plan.postgresMaxConnections': '5000' },
          'plan.postgresProvider': 'aurora',
        },
        [],
        'LEAST({DBInstanceClassMemory/9531392}, 5000)',
      ],
    ],
    [
      { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '1063' },
      { 'plan.postgresPoolSize': '1000' },
      { 'plan.postgresMaxConnections': '1' },
      { 'plan.postgresPoolSize': '1001', 'plan.postgresMaxConnections': '1' },
    ],
  ),
  caution(
    'outbox-single',
    [
      [
        { [OUTBOX]: '1', 'outboxPublisher.podDisruptionBudget.minAvailable': '0' },
        [OUTBOX],
        ...['single', 'drain'],
      ],
      [{ [OUTBOX]: '1' }, [OUTBOX], 'also blocks'],
    ],
    [{}, { [OUTBOX]: '2' }, { [OUTBOX]: '0' }, { [OUTBOX]: '' }],
  ),
];
