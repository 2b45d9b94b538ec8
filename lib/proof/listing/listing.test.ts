import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { PathMap } from '@/lib/domain/user-files';
import { type ReadYaml, readYaml } from '@/lib/files/read-yaml';
import { report } from '@/lib/outputs/report/report';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { type Given, readingOf, sound } from '@/tests/support/reading';
import { chartKeys, fitOf, type Listing, listingOf, placeFor, shownOf } from './listing';

const CHART = `
api:
  replicas: 3
  hpa: { enabled: false, minimum: 2, maximum: 10, cpu: 70 }
  resources: {}
  nodeSelector: {}
  topologySpreadConstraints: []
worker: {}
kafka: { enabled: false, brokers: [] }
redis: { mode: internal, cluster: true }
postgresExternalReplicas: 2
config: { EVENT_PUBLISHER: redis, FLOW_STREAMING_ENABLED: false }
outboxPublisher: { replicaCount: { min: 1 } }
`;

const listed = (...texts: string[]) =>
  listingOf(texts.map((text) => sound<ReadYaml>(readYaml(text)).values));

const withChart = (given: Given = {}, map: PathMap = {}, text = CHART): Reading =>
  readingOf(given, catalog, { chart: chartKeys(catalog, listed(text)), map });

const chart = chartKeys(catalog, listed(CHART));

it.each([
  ['redis.cluster', ''],
  ['api.resources.requests.cpu', 'api.resources.requests.cpu'],
  ['api.nodeSelector.kaireon\\.ai/tier', 'api.nodeSelector.kaireon\\.ai/tier'],
  ['api.topologySpreadConstraints', 'api.topologySpreadConstraints'],
  ['worker.keda.minReplicaCount', undefined],
  ['postgresExternalReplicas', ''],
  ['eventbus.backend', undefined],
  ['kafka.brokers', 'kafka.brokers=list'],
  ['config.FLOW_STREAMING_ENABLED', 'config.FLOW_STREAMING_ENABLED=boolean'],
  ['outboxPublisher.replicaCount', ''],
  ['api.autoscaling.maxReplicas', undefined],
])('by what a chart lists, %s takes the place %j', (path, place) =>
  expect(chart[path]).toBe(place),
);

it('what is kept of a chart has none of its values', () => {
  expect(JSON.stringify(chart)).not.toMatch(/internal|"value"/);
});

const shownAt = ({ leaves }: Listing, path: string) => {
  const leaf = leaves.get(path);
  return leaf && shownOf(leaf);
};

it('a key is listed by the overlay of the chart too, whose value is the one that counts', () => {
  const both = listed(CHART, 'eventbus: { backend: kafka }\napi: { replicas: 9 }\n');
  expect(shownAt(both, 'eventbus.backend')).toBe('kafka');
  expect(shownAt(both, 'api.replicas')).toBe('9');
});

it('a key never shows a default that is a secret', () => {
  const one = listed('kafka: { brokers: "kafka://user:hunter2@broker:9092" }\n');
  expect(shownAt(one, 'kafka.brokers')).toBe('a secret, not shown');
});

const ids = ({ limits }: Reading) => limits.map(({ id }) => id);

it('once a chart is there, the file has no mark on what the chart lists, and loses the limit when nothing is left', () => {
  expect(textOf(withChart().lines)).toMatch(/\n {2}resources:\n {4}requests:\n {6}cpu: "2"/);
  const whole = readingOf();
  const after = withChart({}, {}, textOf(whole.lines));
  expect(ids(whole)).toContain('unverified-paths');
  expect(ids(after)).not.toContain('unverified-paths');
  expect(textOf(after.lines)).not.toContain('unverified path');
});

it('once a chart is there, the file writes the type of the chart, and says so', () => {
  const { lines, link } = withChart({ 'kafka.brokers': 'b-1:9092,b-2:9092' });
  const text = textOf(lines);
  expect(text).toContain('  # Your chart has a list here, so it is written as a list.\n  brokers:');
  expect(load(text)).toMatchObject({ kafka: { brokers: ['b-1:9092', 'b-2:9092'] } });
  expect(new URLSearchParams(link).get('map.kafka.brokers')).toBe('kafka.brokers=list');
});

it('once a chart is there, the file has a chosen path in place of ours', () => {
  const reading = withChart({}, { 'api.autoscaling.maxReplicas': 'api.hpa.maximum' });
  const text = textOf(reading.lines);
  expect(text).toMatch(/ {2}hpa:\n(?: {4}#.*\n)* {4}maximum: 50\n/);
  expect(text).not.toContain('maxReplicas: 50');
});

it('once a chart is there, the file gives the report who spells a path out', () => {
  const { keys } = report({ catalog, reading: withChart() });
  expect(keys['api.resources.requests.cpu']).toEqual({ provenance: 'documented', by: 'chart' });
  expect(keys['redis.cluster']).toEqual({ provenance: 'documented' });
  expect(keys['api.autoscaling.enabled']).toEqual({ provenance: 'unverified' });
});

it('a chosen path brings the type of the chart with it, where ours can be made into it', () => {
  const list = { at: 'a.b', path: ['a', 'b'], value: [] };
  expect(placeFor('string', list)).toBe('a.b=list');
  expect(placeFor('string', { ...list, value: '' })).toBe('a.b');
  expect(fitOf('string', list)).toBe('converted');
  expect(fitOf('number', { value: {} })).toBe('none');
});
