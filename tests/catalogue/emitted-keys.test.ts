import { describe, expect, it } from 'vitest';
import { type Given, readingOf, valuesOf } from '../support/reading';

const emitted = (given: Given = {}) =>
  readingOf(given).written.map(
    ({ path, provenance }) => `${provenance === 'documented' ? 'D' : 'U'} ${path}`,
  );
/** What a change of answers adds to the leaves of the default overlay, and what it takes away. */
function difference(given: Given) {
  const [before, after] = [emitted(), emitted(given)];
  return {
    added: after.filter((leaf) => !before.includes(leaf)),
    gone: before.filter((leaf) => !after.includes(leaf)).map((leaf) => leaf.slice(2)),
  };
}

/** Typed from the document of keys: every leaf of the default overlay with its provenance. */
const DEFAULT_LEAVES = [
  'U api.autoscaling.enabled',
  'U api.autoscaling.minReplicas',
  'U api.autoscaling.maxReplicas',
  'U api.autoscaling.targetCPUUtilizationPercentage',
  'U api.resources.requests.cpu',
  'U api.resources.requests.memory',
  'U api.resources.limits.cpu',
  'U api.resources.limits.memory',
  'U api.nodeSelector.kaireon\\.ai/tier',
  'U api.topologySpreadConstraints[0].maxSkew',
  'U api.topologySpreadConstraints[0].topologyKey',
  'U api.topologySpreadConstraints[0].whenUnsatisfiable',
  'U worker.keda.enabled',
  'U worker.keda.minReplicaCount',
  'U worker.keda.maxReplicaCount',
  'U worker.keda.listLength',
  'U worker.keda.pollingInterval',
  'U worker.keda.cooldownPeriod',
  'U worker.resources.requests.cpu',
  'U worker.resources.requests.memory',
  'U worker.resources.limits.cpu',
  'U worker.resources.limits.memory',
  'D mlWorker.enabled',
  'U mlWorker.autoscaling.enabled',
  'U mlWorker.autoscaling.minReplicas',
  'U mlWorker.autoscaling.maxReplicas',
  'U mlWorker.resources.requests.cpu',
  'U mlWorker.resources.requests.memory',
  'U mlWorker.resources.limits.cpu',
  'U mlWorker.resources.limits.memory',
  'U outboxPublisher.replicaCount',
  'U outboxPublisher.podDisruptionBudget.minAvailable',
  'U outboxPublisher.pollIntervalMs',
  'U outboxPublisher.resources.requests.cpu',
  'U outboxPublisher.resources.requests.memory',
  'D cron.enabled',
  'U cron.concurrencyPolicy',
  'U cron.resources.requests.cpu',
  'U cron.resources.requests.memory',
  'U stream.enabled',
  'D mcp.dedicated',
  'D postgres.mode',
  'D postgresExternalReplicas',
  'D redis.mode',
  'D redis.cluster',
  'D opensearch.enabled',
  'D eventbus.enabled',
  'D eventbus.backend',
  'U kafka.enabled',
  'D interactionStore.backend',
  'U dynamodb.enabled',
  'D config.EVENT_PUBLISHER',
  'D config.INTERACTION_STORE',
];

const SCHEDULES = [
  'cleanup',
  'engagementHealthRecompute',
  'gitopsDriftCheck',
  'approvalsExpire',
  'flowSchedulerTick',
  'scheduledRetrains',
  'outboxReaper',
];

it('writes the documented overlay unless answered otherwise, in the order of the document', () => {
  expect(emitted()).toEqual(DEFAULT_LEAVES);
  expect(Object.keys(valuesOf())).toEqual([
    ...['api', 'worker', 'mlWorker', 'outboxPublisher', 'cron', 'stream', 'mcp', 'postgres'],
    ...['postgresExternalReplicas', 'redis', 'opensearch', 'eventbus', 'kafka'],
    ...['interactionStore', 'dynamodb', 'config'],
  ]);
});

it('holds the documented figures', () => {
  const large = {
    requests: { cpu: '2', memory: '4Gi' },
    limits: { cpu: '4', memory: '8Gi' },
  };
  expect(valuesOf()).toEqual({
    api: {
      autoscaling: {
        enabled: true,
        minReplicas: 6,
        maxReplicas: 50,
        targetCPUUtilizationPercentage: 70,
      },
      resources: large,
      nodeSelector: { 'kaireon.ai/tier': 'api' },
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'DoNotSchedule',
        },
      ],
    },
    worker: {
      keda: {
        enabled: true,
        minReplicaCount: 4,
        maxReplicaCount: 30,
        listLength: 50,
        pollingInterval: 15,
        cooldownPeriod: 300,
      },
      resources: large,
    },
    mlWorker: {
      enabled: true,
      autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 10 },
      resources: {
        requests: { cpu: '2', memory: '8Gi' },
        limits: { cpu: '8', memory: '16Gi' },
      },
    },
    outboxPublisher: {
      replicaCount: 3,
      podDisruptionBudget: { minAvailable: 2 },
      pollIntervalMs: 1000,
      resources: { requests: { cpu: '200m', memory: '512Mi' } },
    },
    cron: {
      enabled: true,
      concurrencyPolicy: 'Forbid',
      resources: { requests: { cpu: '100m', memory: '64Mi' } },
    },
    stream: { enabled: false },
    mcp: { dedicated: false },
    postgres: { mode: 'external' },
    postgresExternalReplicas: 2,
    redis: { mode: 'external', cluster: true },
    opensearch: { enabled: true },
    eventbus: { enabled: true, backend: 'kafka' },
    kafka: { enabled: true },
    interactionStore: { backend: 'dynamodb' },
    dynamodb: { enabled: true },
    config: { EVENT_PUBLISHER: 'kafka', INTERACTION_STORE: 'dynamodb' },
  });
});

describe('of a tier that is off only its switch is written', () => {
  it.each([
    ['mlWorker', 'mlWorker.autoscaling.minReplicas', '3'],
    ['cron', 'cron.schedules.cleanup.enabled', 'false'],
  ])('%s', (tier, hidden, text) => {
    const given = { [`${tier}.enabled`]: 'false', [hidden]: text };
    expect(valuesOf(given)[tier]).toEqual({ enabled: false });
    const others = DEFAULT_LEAVES.filter((leaf) => !leaf.slice(2).startsWith(`${tier}.`));
    expect(emitted(given).filter((leaf) => leaf !== `D ${tier}.enabled`)).toEqual(others);
  });

  it('stream and MCP, which are off unless turned on', () => {
    const given = { 'stream.replicaCount': '9', 'mcp.resources.requests.cpu': '9' };
    expect(emitted(given)).toEqual(DEFAULT_LEAVES);
    expect(valuesOf(given)).toEqual(valuesOf());
  });
});

it('writes the stream tier and its flag, a string, when it is on', () => {
  const given = { 'stream.enabled': 'true' };
  expect(difference(given)).toEqual({
    added: [
      'U stream.replicaCount',
      'U stream.resources.requests.cpu',
      'U stream.resources.requests.memory',
      'U config.FLOW_STREAMING_ENABLED',
    ],
    gone: [],
  });
  expect(valuesOf(given).stream).toEqual({
    enabled: true,
    replicaCount: 2,
    resources: { requests: { cpu: '1', memory: '2Gi' } },
  });
  expect(valuesOf(given).config).toMatchObject({ FLOW_STREAMING_ENABLED: 'true' });
});

it('writes the MCP tier when it is on', () => {
  const given = { 'mcp.dedicated': 'true' };
  expect(difference(given)).toEqual({
    added: [
      'U mcp.replicaCount',
      'U mcp.resources.requests.cpu',
      'U mcp.resources.requests.memory',
    ],
    gone: [],
  });
  expect(valuesOf(given).mcp).toEqual({
    dedicated: true,
    replicaCount: 2,
    resources: { requests: { cpu: '500m', memory: '1Gi' } },
  });
});

it.each(SCHEDULES)('writes the cron job %s only to switch it off', (name) => {
  const key = `cron.schedules.${name}.enabled`;
  expect(emitted({ [key]: 'true' })).toEqual(DEFAULT_LEAVES);
  expect(difference({ [key]: 'false' })).toEqual({ added: [`D ${key}`], gone: [] });
  expect(valuesOf({ [key]: 'false' }).cron).toMatchObject({
    schedules: { [name]: { enabled: false } },
  });
});

it('pins the API to its node group only when there is one', () => {
  expect(difference({ 'plan.apiNodeGroup': 'false' })).toEqual({
    added: [],
    gone: ['api.nodeSelector.kaireon\\.ai/tier'],
  });
});

it.each([
  ['strict', 'DoNotSchedule'],
  ['soft', 'ScheduleAnyway'],
])('spreads the API over zones: %s is %s', (spread, whenUnsatisfiable) => {
  expect(valuesOf({ 'plan.apiZoneSpread': spread }).api).toMatchObject({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable },
    ],
  });
});

it('writes no spread when it is off', () => {
  expect(valuesOf({ 'plan.apiZoneSpread': 'off' }).api).not.toHaveProperty(
    'topologySpreadConstraints',
  );
});

describe('event bus', () => {
  it.each([
    ['kafka', 'kafka.brokers', 'b:9092', 'D', 'kafka'],
    ['kinesis', 'kinesis.streamName', 'events', 'D', 'kinesis'],
    ['pulsar', 'pulsar.serviceUrl', 'pulsar://b:6650', 'U', undefined],
  ])('%s has its own block and selector', (backend, key, text, provenance, selector) => {
    const values = valuesOf({ 'eventbus.backend': backend, [key]: text });
    expect(values.eventbus).toEqual({ enabled: true, backend });
    expect(values[backend]).toEqual({ enabled: true, [key.split('.')[1] ?? '']: text });
    expect(emitted({ 'eventbus.backend': backend, [key]: text })).toContain(`${provenance} ${key}`);
    expect(emitted({ 'eventbus.backend': backend })).toContain(`U ${backend}.enabled`);
    const others = ['kafka', 'kinesis', 'pulsar'].filter((other) => other !== backend);
    for (const other of others) expect(values).not.toHaveProperty(other);
    expect((values.config as Record<string, unknown>).EVENT_PUBLISHER).toBe(selector);
  });

  it('off: no backend, no block, Redis as publisher', () => {
    const values = valuesOf({ 'eventbus.enabled': 'false', 'kafka.brokers': 'b:9092' });
    expect(values.eventbus).toEqual({ enabled: false });
    expect(values).not.toHaveProperty('kafka');
    expect(values.config).toMatchObject({ EVENT_PUBLISHER: 'redis' });
  });

  it('keeps the kinesis region in its block', () => {
    const given = { 'eventbus.backend': 'kinesis', 'kinesis.region': 'eu-west-1' };
    expect(valuesOf(given).kinesis).toEqual({ enabled: true, region: 'eu-west-1' });
    expect(emitted(given)).toContain('U kinesis.region');
  });
});

describe('interaction store', () => {
  it.each([
    ['dynamodb', { tableName: 'history', region: 'eu-west-1' }, 'dynamodb'],
    ['scylla', { contactPoints: 'a,b:9042', localDataCenter: 'dc1', keyspace: 'k' }, 'scylla'],
    ['cassandra', { contactPoints: 'a', localDataCenter: 'dc1', keyspace: 'k' }, undefined],
    ['pg', undefined, 'pg'],
  ])('%s has its own block and selector', (backend, block, selector) => {
    const given = {
      'interactionStore.backend': backend,
      ...Object.fromEntries(
        Object.entries(block ?? {}).map(([name, text]) => [`${backend}.${name}`, text]),
      ),
    };
    const values = valuesOf(given);
    expect(values.interactionStore).toEqual({ backend });
    expect(values[backend]).toEqual(block && { enabled: true, ...block });
    expect(emitted(given).filter((leaf) => leaf.startsWith(`D ${backend}.`))).toEqual([]);
    const others = ['dynamodb', 'pg', 'scylla', 'cassandra'].filter((other) => other !== backend);
    for (const other of others) expect(values).not.toHaveProperty(other);
    expect((values.config as Record<string, unknown>).INTERACTION_STORE).toBe(selector);
  });
});

it('writes no empty config when no selector is left', () => {
  const bare = valuesOf({ 'eventbus.backend': 'pulsar', 'interactionStore.backend': 'cassandra' });
  expect(bare).not.toHaveProperty('config');
});

it('keeps the plan out of the data', () => {
  const plan = {
    'plan.peakRps': '5000',
    'plan.rpsPerPod': '200',
    'plan.zones': '4',
    'plan.activeCustomers': '1',
    'plan.writesPerSecond': '1',
    'plan.multiRegion': 'true',
    'plan.nodeCpu': '16',
    'plan.nodeMemory': '64Gi',
    'plan.postgresProvider': 'rds',
    'plan.postgresMaxConnections': '1600',
    'plan.postgresPoolSize': '5',
  };
  expect(valuesOf(plan)).toEqual(valuesOf());
});
