import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { runToEnd } from '@/lib/domain/run-to-end';
import type { PathMap } from '@/lib/domain/user-files';
import { openLink } from '@/lib/link/link';
import { report } from '@/lib/outputs/report/report';
import { textOf } from '@/lib/overlay/overlay';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { type Given, readingOf } from '@/tests/support/reading';
import { type ChartCheck, checkInSteps, placeFor } from './check-chart';
import { statuses } from './check-status';

const CHART = `
api:
  replicas: 3
  hpa:
    enabled: false
    minimum: 2
    maximum: 10
    cpu: 70
  resources: {}
  nodeSelector: {}
  topologySpreadConstraints: []
tiers:
  worker:
    keda: { enabled: true, minReplicaCount: 1, maxReplicaCount: 5, listLength: 50 }
worker: {}
kafka:
  enabled: false
  brokers: []
redis: { mode: internal, cluster: true }
postgresExternalReplicas: 2
config:
  EVENT_PUBLISHER: redis
  FLOW_STREAMING_ENABLED: false
outboxPublisher:
  replicaCount: { min: 1 }
`;

function checked(text = CHART, map?: PathMap): ChartCheck {
  const check = runToEnd(checkInSteps(catalog, text, map));
  if ('fault' in check) throw new Error(check.fault.message);
  return check;
}

const withChart = (given: Given = {}, map: PathMap = {}, text = CHART): Reading =>
  readAnswers(catalog, completeAnswers(catalog, given), { chart: checked(text).chart, map });

const limitIds = ({ limits }: Reading) => limits.map(({ id }) => id);
const message = ({ limits }: Reading, asked: string) =>
  limits.find(({ id }) => id === asked)?.message;

describe('a key, checked against a chart', () => {
  const { chart } = checked();

  it('never shows a default that is a secret', () => {
    const { chart } = checked('kafka: { brokers: "kafka://user:hunter2@broker:9092" }\n');
    expect(chart['kafka.brokers']?.has?.shown).toBe('a secret, not shown');
    expect(JSON.stringify(chart)).not.toContain('hunter2');
  });

  it.each([
    ['redis.cluster', 'confirmed'],
    ['api.resources.requests.cpu', 'confirmed'],
    ['api.nodeSelector.kaireon\\.ai/tier', 'confirmed'],
    ['api.topologySpreadConstraints', 'confirmed'],
    ['worker.keda.minReplicaCount', 'absent'],
    ['postgresExternalReplicas', 'confirmed'],
    ['eventbus.backend', 'overlay-only'],
    ['kafka.brokers', 'other-type'],
    ['config.FLOW_STREAMING_ENABLED', 'other-type'],
    ['outboxPublisher.replicaCount', 'other-type'],
    ['api.autoscaling.maxReplicas', 'absent'],
    ['mlWorker.enabled', 'absent'],
  ])('%s is %s', (path, status) => expect(chart[path]?.status).toBe(status));

  it.each([
    ['api.autoscaling.maxReplicas', 'api.hpa.maximum'],
    ['api.autoscaling.minReplicas', 'api.hpa.minimum'],
    ['api.autoscaling.enabled', 'api.hpa.enabled'],
    ['worker.keda.minReplicaCount', 'tiers.worker.keda.minReplicaCount'],
  ])('%s is likely %s', (path, likely) => expect(chart[path]?.suggestions[0]?.path).toBe(likely));

  it('is given for every key of the catalogue, whatever is answered', () => {
    expect(Object.keys(chart)).toEqual(catalog.keys.map(({ path }) => path));
  });
});

describe('the file, once a chart was checked', () => {
  it('has no mark on what the chart confirms, and counts what is left', () => {
    const before = readingOf();
    const after = withChart();
    expect(textOf(after.lines)).toMatch(/\n {2}resources:\n {4}requests:\n {6}cpu: "2"/);
    const counts = (reading: Reading) =>
      /^(\d+) of the (\d+) keys/
        .exec(String(message(reading, 'unverified-paths')))
        ?.slice(1)
        .map(Number);
    const [marked = 0, all = 0] = counts(before) ?? [];
    expect(marked).toBeGreaterThan(9);
    expect(counts(after)).toEqual([marked - 9, all]);
  });

  it('loses the limit when nothing is left', () => {
    const whole = readingOf();
    const userFiles = `${textOf(whole.lines)}`;
    const after = withChart({}, {}, userFiles);
    expect(limitIds(whole)).toContain('unverified-paths');
    expect(limitIds(after)).not.toContain('unverified-paths');
    expect(textOf(after.lines)).not.toContain('unverified path');
    expect(statuses(after).every(({ isRedundant }) => isRedundant)).toBe(true);
  });

  it('writes the type of the chart, and says so', () => {
    const { lines, link } = withChart({ 'kafka.brokers': 'b-1:9092,b-2:9092' });
    const text = textOf(lines);
    expect(text).toContain(
      '  # Your chart has a list here, so it is written as a list.\n  brokers:',
    );
    expect((load(text) as { kafka: unknown }).kafka).toMatchObject({
      // our own file
      brokers: ['b-1:9092', 'b-2:9092'],
    });
    expect(new URLSearchParams(link).get('map.kafka.brokers')).toBe('kafka.brokers=list');
  });

  it('has a chosen path in place of ours, its limits above it, and the same bytes by its link alone', () => {
    const map = { 'api.autoscaling.maxReplicas': 'api.hpa.maximum' };
    const given = { 'plan.peakRps': '5000', 'plan.rpsPerPod': '100' };
    const reading = withChart(given, map);
    const text = textOf(reading.lines);
    expect(text).toMatch(
      / {2}hpa:\n {4}# Caution rps-above-ceiling: .*\n(?: {4}# {3}.*\n)*? {4}maximum: 50\n/,
    );
    expect(text).not.toContain('maxReplicas: 50');
    const opened = openLink(catalog, reading.link);
    expect(opened.notices).toEqual([]);
    const again = readAnswers(catalog, opened.raw, opened.map && { map: opened.map });
    expect(textOf(again.lines)).toBe(text);
  });

  it('gives the report who spells a path out', () => {
    const { keys } = report(catalog, withChart());
    expect(keys['api.resources.requests.cpu']).toEqual({ provenance: 'documented', by: 'chart' });
    expect(keys['redis.cluster']).toEqual({ provenance: 'documented' });
    expect(keys['api.autoscaling.enabled']).toEqual({ provenance: 'unverified' });
  });

  it('says what the chart has and what this makes of it', () => {
    const map = { 'api.autoscaling.maxReplicas': 'api.hpa.maximum' };
    const rows = new Map(statuses(withChart({}, map)).map((row) => [row.ours, row]));
    expect(rows.get('api.autoscaling.maxReplicas')).toMatchObject({
      path: 'api.hpa.maximum',
      status: 'chosen',
      has: { shown: '10' },
      value: '50',
      isRedundant: false,
    });
    expect(rows.get('redis.cluster')).toMatchObject({ isRedundant: true });
  });
});

describe('how a chart was read', () => {
  it('is reported with it: of equal keys Helm takes the last', () => {
    const { remarks, chart, leaves } = checked('redis: { mode: a }\nredis:\n  cluster: true\n');
    expect(leaves).toBe(1);
    expect(chart['redis.mode']?.status).toBe('absent');
    expect(remarks).toEqual([
      {
        key: 'redis',
        message:
          'redis stands in line 1 and again in line 2. Helm takes the last: mode of line 1 is lost.',
      },
    ]);
  });
});

describe('a chosen path', () => {
  it('brings the type of the chart with it', () => {
    expect(placeFor(catalog, 'kafka.brokers', { path: 'a.b', type: 'list', shown: '[]' })).toBe(
      'a.b=list',
    );
    expect(placeFor(catalog, 'kafka.brokers', { path: 'a.b', type: 'string', shown: '' })).toBe(
      'a.b',
    );
  });

  it('is dropped by a chart that does not have it', () => {
    const map = { 'api.autoscaling.maxReplicas': 'api.hpa.maximum', 'cron.enabled': 'jobs.on' };
    expect(checked(CHART, map)).toMatchObject({
      map: { 'api.autoscaling.maxReplicas': 'api.hpa.maximum' },
      dropped: ['cron.enabled'],
    });
  });
});
