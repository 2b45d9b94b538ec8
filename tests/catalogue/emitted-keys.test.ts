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

/** The default overlay itself is in tests/expected/defaults.yaml. */
const DEFAULT_LEAVES = emitted();

const SCHEDULES = [
  'cleanup',
  'engagementHealthRecompute',
  'gitopsDriftCheck',
  'approvalsExpire',
  'flowSchedulerTick',
  'scheduledRetrains',
  'outboxReaper',
];

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
