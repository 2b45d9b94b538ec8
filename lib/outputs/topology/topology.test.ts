import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '@/tests/support/reading';
import { topology, topologyText } from './topology';

const modelOf = (given: Given = {}) => topology(catalog, readingOf(given));
const boxOf = (id: string, given?: Given) => modelOf(given).boxes.find((box) => box.id === id);
const linesOf = (given?: Given) => modelOf(given).arrows.map(({ from, to }) => `${from} → ${to}`);

describe('the boxes', () => {
  it('are the tiers of the chart and what the operator provides', () => {
    const kinds = modelOf().boxes.map(({ id, kind }) => `${id}: ${kind}`);
    const expected = [
      ...['api: chart', 'worker: chart', 'mlWorker: chart', 'outboxPublisher: chart'],
      ...['cron: chart', 'stream: off', 'mcp: off', 'postgres: operator', 'redis: operator'],
      ...['opensearch: operator', 'eventbus: operator', 'interactionStore: operator'],
    ];
    expect(kinds.filter((kind) => expected.includes(kind))).toEqual(expected);
  });

  it.each([
    [
      'api',
      '',
      '6 to 50 pods; 2 CPU, 4Gi each; own nodes: kaireon.ai/tier=api; strict spread over 3 zones',
    ],
    ['mcp', 'mcp.dedicated=true&mcp.replicaCount=1', '1 pod; 500m CPU, 1Gi each'],
    ['cron', '', '7 jobs (values-large says 6)'],
    ['cron', 'cron.schedules.cleanup.enabled=false', '6 of 7 jobs (values-large says 6)'],
    ['worker', 'worker.keda.maxReplicaCount=x', 'size left to the chart or not sound'],
    ['eventbus', 'eventbus.backend=kinesis&kinesis.streamName=orders', 'Kinesis; orders'],
    ['eventbus', '', 'Kafka; not filled in yet'],
    ['eventbus', 'eventbus.backend=msk', 'Amazon MSK; its settings are yours to give'],
    ['interactionStore', 'interactionStore.backend=pg', 'Postgres; nothing more to provide'],
    ['postgres', '', 'primary, 2 read replicas'],
    [
      'postgres',
      'postgresExternalReplicas=0&plan.postgresProvider=rds',
      'primary only; Amazon RDS',
    ],
    ['redis', '', 'cluster mode'],
    ['opensearch', 'opensearch.enabled=false', 'off; Postgres full-text search'],
    ['stream', 'stream.enabled=', 'left to the chart, and off as documented'],
  ])('say of %s with "%s": %s', (id, given, says) => {
    const box = boxOf(id, Object.fromEntries(new URLSearchParams(given)));
    expect(box?.says.join('; ')).toBe(says);
  });

  it('bear the limits that touch them', () => {
    const marksOf = (id: string, given?: Given) =>
      boxOf(id, given)?.marks.map(({ severity, limits }) => [severity, ...limits]);
    expect(marksOf('api')).toEqual([
      ['caution', 'zone-spread-selector'],
      ['limit', 'api-group-taints', 'zone-strict-pending', 'zone-loss'],
    ]);
    expect(marksOf('eventbus')).toEqual([
      ['caution', 'eventbus-block-unfilled'],
      ['limit', 'eventbus-must-exist', 'block-boots-when-enabled'],
    ]);
    expect(
      marksOf('postgres', { 'plan.postgresPoolSize': '99', 'plan.postgresMaxConnections': '1' }),
    ).toEqual([
      ['caution', 'postgres-connections'],
      ['limit', 'postgres-replicas-advisory'],
    ]);
  });

  it('bear or leave to the whole every limit that there is', () => {
    for (const given of [{ 'redis.cluster': 'false' }, { 'eventbus.enabled': 'false' }]) {
      const { boxes, marks } = modelOf(given);
      const borne = [...boxes.flatMap((box) => box.marks), ...marks].flatMap(
        ({ limits }) => limits,
      );
      const all = readingOf(given).limits.map(({ id }) => id);
      expect([...new Set(borne)].sort()).toEqual([...all].sort());
    }
  });
});

describe('the arrows', () => {
  it('join what is there', () => {
    expect(linesOf().sort()).toEqual([
      ...['api → interactionStore', 'api → mlWorker', 'api → opensearch', 'api → postgres'],
      ...['api → redis', 'cron → api', 'mlWorker → postgres', 'outboxPublisher → eventbus'],
      ...['outboxPublisher → postgres', 'worker → postgres', 'worker → redis'],
    ]);
  });

  it('lead to and from nothing that is off, and events to Redis when there is no bus', () => {
    const lines = linesOf({ 'mlWorker.enabled': 'false', 'eventbus.enabled': 'false' });
    expect(lines).toContain('outboxPublisher → redis');
    expect(lines.join()).not.toMatch(/mlWorker|eventbus/);
  });
});

it('is said in sentences: what there is, who provides it, who talks to whom and which limits there are', () => {
  const all = topologyText(modelOf({ 'mcp.dedicated': 'true', 'kafka.brokers': 'b-1:9092' }));
  expect(all).toContain(
    'Created by the chart: API (6 to 50 pods, 2 CPU, 4Gi each, own nodes: kaireon.ai/tier=api, strict spread over 3 zones); Worker (',
  );
  expect(all).toContain('Event bus (Kafka, b-1:9092); ');
  expect(all).toMatch(/\nOff: (?:.*\W)?Stream\b.*\.\n/);
  expect(all).toContain('\nWorker takes jobs from Redis.\n');
  expect(all).toContain('\nRedis has 1 limit (redis-cluster-clients).\n');
  expect(all).toMatch(
    /\nThe whole installation has 4 limits \(credentials-elsewhere, unverified-paths, design-targets, vendor-overlay-beneath\)\.$/,
  );
});
