import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { topology, topologyText } from './topology';

const modelOf = (given: Record<string, string> = {}, of = catalog) =>
  topology(of, readAnswers(of, completeAnswers(of, given)));
const boxOf = (id: string, given?: Record<string, string>) =>
  modelOf(given).boxes.find((box) => box.id === id);
const linesOf = (given?: Record<string, string>) =>
  modelOf(given).arrows.map(({ from, to }) => `${from} → ${to}`);

describe('the boxes', () => {
  it('are the tiers of the chart and what the operator provides', () => {
    const kinds = modelOf().boxes.map(({ id, kind }) => `${id}: ${kind}`);
    const expected = [
      'api: chart',
      'worker: chart',
      'mlWorker: chart',
      'outboxPublisher: chart',
      'cron: chart',
      'stream: off',
      'mcp: off',
      'postgres: operator',
      'redis: operator',
      'opensearch: operator',
      'eventbus: operator',
      'interactionStore: operator',
    ];
    expect(kinds.filter((kind) => expected.includes(kind))).toEqual(expected);
  });

  it('say how large a tier is', () => {
    expect(boxOf('api')?.says).toEqual([
      '6 to 50 pods',
      '2 CPU, 4Gi each',
      'own nodes: kaireon.ai/tier=api',
      'strict spread over 3 zones',
    ]);
    expect(boxOf('outboxPublisher')?.says[0]).toBe('3 pods');
    expect(boxOf('mcp', { 'mcp.dedicated': 'true', 'mcp.replicaCount': '1' })?.says[0]).toBe(
      '1 pod',
    );
    expect(boxOf('cron')?.says).toEqual(['7 jobs (values-large says 6)']);
    expect(boxOf('cron', { 'cron.schedules.cleanup.enabled': 'false' })?.says).toEqual([
      '6 of 7 jobs (values-large says 6)',
    ]);
    expect(boxOf('worker', { 'worker.keda.maxReplicaCount': 'x' })?.says).toEqual([
      'size left to the chart or not sound',
    ]);
  });

  it('name what was chosen, and what it is called there', () => {
    const given = {
      'eventbus.backend': 'kinesis',
      'kinesis.streamName': 'orders',
      'kinesis.region': 'eu-west-1',
    };
    expect(boxOf('eventbus', given)?.says).toEqual(['Kinesis', 'orders', 'eu-west-1']);
    expect(boxOf('eventbus')?.says).toEqual(['Kafka', 'not filled in yet']);
    expect(boxOf('interactionStore', { 'interactionStore.backend': 'pg' })?.says).toEqual([
      'Postgres',
      'nothing more to provide',
    ]);
    expect(boxOf('eventbus', { 'eventbus.backend': 'msk' })?.says).toEqual([
      'Amazon MSK',
      'its settings are yours to give',
    ]);
  });

  it('say what the datastores are', () => {
    expect(boxOf('postgres')?.says).toEqual(['primary, 2 read replicas']);
    expect(
      boxOf('postgres', { postgresExternalReplicas: '0', 'plan.postgresProvider': 'rds' })?.says,
    ).toEqual(['primary only', 'Amazon RDS']);
    expect(boxOf('redis')?.says).toEqual(['cluster mode']);
    expect(boxOf('opensearch', { 'opensearch.enabled': 'false' })).toMatchObject({
      kind: 'off',
      says: ['off', 'Postgres full-text search'],
    });
  });

  it('bear the limits that touch them, and the whole bears the rest', () => {
    const marksOf = (id: string, given?: Record<string, string>) =>
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
    expect(modelOf().marks.map(({ limits }) => limits)).toEqual([
      ['credentials-elsewhere', 'unverified-paths', 'design-targets', 'vendor-overlay-beneath'],
    ]);
  });

  it('bear or leave to the whole every limit that there is', () => {
    for (const given of [
      {},
      { 'plan.peakRps': '5', 'redis.cluster': 'false' },
      { 'eventbus.enabled': 'false' },
    ]) {
      const { boxes, marks } = modelOf(given);
      const borne = [...boxes.flatMap((box) => box.marks), ...marks].flatMap(
        ({ limits }) => limits,
      );
      const all = readAnswers(catalog, completeAnswers(catalog, given)).limits.map(({ id }) => id);
      expect([...new Set(borne)].sort()).toEqual([...all].sort());
    }
  });
});

describe('the arrows', () => {
  it('join what is there', () => {
    expect(linesOf().sort()).toEqual([
      'api → interactionStore',
      'api → mlWorker',
      'api → opensearch',
      'api → postgres',
      'api → redis',
      'cron → api',
      'mlWorker → postgres',
      'outboxPublisher → eventbus',
      'outboxPublisher → postgres',
      'worker → postgres',
      'worker → redis',
    ]);
  });

  it('lead events to Redis when there is no bus', () => {
    const lines = linesOf({ 'eventbus.enabled': 'false' });
    expect(lines).toContain('outboxPublisher → redis');
    expect(lines.join()).not.toContain('eventbus');
  });

  it('lead to and from nothing that is off', () => {
    const lines = linesOf({ 'mlWorker.enabled': 'false', 'opensearch.enabled': 'false' }).join();
    expect(lines).not.toMatch(/mlWorker|opensearch/);
    expect(linesOf()).toContain('api → mlWorker');
  });

  it('are declared between boxes that there are', () => {
    const ids = modelOf().boxes.map(({ id }) => id);
    for (const { id: from, talksTo = [] } of catalog.options) {
      for (const { to, otherwise } of talksTo) {
        expect(ids).toEqual(expect.arrayContaining([from, to, otherwise ?? to]));
      }
    }
  });
});

describe('the same in sentences', () => {
  const text = (given?: Record<string, string>) => topologyText(modelOf(given));

  it('says what there is, who provides it, who talks to whom and which limits there are', () => {
    const all = text({ 'mcp.dedicated': 'true', 'kafka.brokers': 'b-1:9092' });
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

  it('leaves out nothing that is drawn', () => {
    for (const given of [{}, { 'eventbus.enabled': 'false', 'cron.enabled': 'false' }]) {
      const { boxes, arrows } = modelOf(given);
      for (const box of boxes) {
        for (const word of [box.title, ...box.says]) {
          if (word !== 'off') expect(text(given)).toContain(word);
        }
        for (const { limits } of box.marks) expect(text(given)).toContain(limits.join(', '));
      }
      for (const { verb } of arrows) expect(text(given)).toContain(verb);
    }
  });
});
