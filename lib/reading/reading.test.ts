import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { isToSettle } from '@/lib/domain/limit-kind';
import { textOf } from '@/lib/overlay/overlay';
import { fileOf, readingOf, readQuery, valuesOf } from '@/tests/support/reading';
import { stillAccepted } from './limits';
import type { Reading } from './reading';

it('a reading has no place for an answer that is wrong, and keeps the rest', () => {
  const wrong = { 'api.autoscaling.minReplicas': '6.0', 'plan.zones': '5' };
  const { entries, lines, link, faults } = readingOf(wrong);
  expect(faults.map(({ key }) => key)).toEqual(['api.autoscaling.minReplicas']);
  expect(entries.map(({ key }) => key.path)).not.toContain('api.autoscaling.minReplicas');
  expect(entries.map(({ key }) => key.path)).toContain('api.autoscaling.maxReplicas');
  expect(link).toBe('v=1&plan.zones=5');
  const at = lines.findIndex(({ isInvalid }) => isInvalid);
  expect(lines.slice(at - 1, at + 2).map(({ text }) => text)).toEqual([
    '    enabled: true',
    '    minReplicas: # cannot be read',
    '    maxReplicas: 50',
  ]);
});

it('left to the chart, a switch leaves its branch as the documented overlay has it', () => {
  const tree = valuesOf({ 'stream.enabled': '', 'mlWorker.enabled': '' });
  expect(tree.stream).toBeUndefined();
  expect(tree.mlWorker).toMatchObject({ autoscaling: { minReplicas: 2 } });
  expect(tree.mlWorker).not.toHaveProperty('enabled');
});

const given = { 'redis.cluster': 'false' };
const accepted = { 'redis-single-node': 'A test cluster', 'design-targets': 'No caution' };

it('an accepted caution carries its reason into the head and the link, and no limit can be accepted', () => {
  const { limits, lines, link } = readingOf(given, catalog, { accepted });
  const of = (id: string) => limits.find((limit) => limit.id === id);
  expect(of('redis-single-node')?.accepted).toBe('A test cluster');
  expect(of('design-targets')?.accepted).toBeUndefined();
  expect(textOf(lines)).toContain('\n# [accepted] redis-single-node: A test cluster\n');
  expect(link).toBe('v=1&redis.cluster=false&accept.redis-single-node=A+test+cluster');
  expect(limits.filter(isToSettle).map(({ id }) => id)).not.toContain('redis-single-node');
});

it('an accepted caution comes back when its condition changes', () => {
  const accepted = { 'api-below-zones': 'Two zones are enough' };
  const few = readingOf({ 'api.autoscaling.minReplicas': '2' }, catalog, { accepted });
  const other = readingOf({ 'api.autoscaling.minReplicas': '2', 'redis.cluster': 'false' });
  const fewer = readingOf({ 'api.autoscaling.minReplicas': '1' });
  const kept = (now: Reading) => stillAccepted({ accepted }, few.limits, now.limits);
  expect(kept(other)).toEqual(accepted);
  expect(kept(fewer)).toEqual({});
  expect(kept(readingOf())).toEqual({});
});

const errorsOf = (query: string) => {
  const asked = readQuery(catalog, query);
  return 'errors' in asked ? asked.errors : [];
};
const keysOf = (query: string) => errorsOf(query).map(({ key }) => key);

const PULSAR = { 'eventbus.backend': 'pulsar', 'pulsar.serviceUrl': 'pulsar+ssl://b:6651' };
const SCYLLA = { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': 'East 1%' };
it.each([
  ['&&', {}],
  ['v=1&eventbus.backend=kinesis', { 'eventbus.backend': 'kinesis' }],
  ['interactionStore.backend=pg&preset=self-managed', { 'interactionStore.backend': 'pg' }],
  // Of a branch that is not chosen: sound, and so of no effect.
  ['kinesis.streamName=orders', {}],
  ['eventbus.backend=pulsar&pulsar.serviceUrl=pulsar+ssl://b:6651', PULSAR],
  ['interactionStore.backend=scylla&scylla.localDataCenter=East+1%25', SCYLLA],
])('%j is understood', (query, given) => {
  const asked = readQuery(catalog, query);
  expect('reading' in asked ? textOf(asked.reading.lines) : asked.errors).toBe(fileOf(given));
});

// tests/fuzz shows that what the page would give a notice of is refused, and lib/link what that is.
it.each([
  ['nope=1', 'nope', 'There is no such answer.'],
  ['eventBus.backnd=pulsar', 'eventBus.backnd', 'Did you mean eventbus.backend?'],
  ['api.maxReplicas=9', 'api.maxReplicas', 'There is no such answer.'],
  ['?v=1', '?v', 'There is no such answer.'],
  // Of a branch that is not chosen: dropped, it would hide a mistake.
  ['kinesis.streamName=$(id)', 'kinesis.streamName', 'Enter'],
])('a query is refused: %s', (query, key, message) => {
  expect(errorsOf(query)).toEqual([{ key, message: expect.stringContaining(message) }]);
});

it('a query is refused for a contradiction between answers, at the answer where the page shows it', () => {
  expect(keysOf('api.autoscaling.minReplicas=60')).toEqual(['api.autoscaling.maxReplicas']);
});

it('a query is refused for every fault at once, each once', () => {
  const query = 'nope=1&nope=2&v=9&preset=x&a=%zz&worker.keda.minReplicaCount=x&nope=3';
  const keys = ['a', 'nope', 'nope', 'preset', 'v', 'worker.keda.minReplicaCount'];
  expect(keysOf(query).sort()).toEqual(keys);
});

it('a query is not refused for a contradiction with what stands in for a parameter that could not be read', () => {
  const query = 'api.autoscaling.minReplicas=x&api.autoscaling.maxReplicas=3';
  expect(keysOf(query)).toEqual(['api.autoscaling.minReplicas']);
});
