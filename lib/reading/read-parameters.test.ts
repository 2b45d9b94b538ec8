import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { readQuery } from '@/tests/support/link';
import { fileOf } from '@/tests/support/reading';

const errorsOf = (query: string) => {
  const asked = readQuery(catalog, query);
  return 'errors' in asked ? asked.errors : [];
};
const keysOf = (query: string) => errorsOf(query).map(({ key }) => key);

test.each([
  ['&&', {}],
  ['v=1&eventbus.backend=kinesis', { 'eventbus.backend': 'kinesis' }],
  ['interactionStore.backend=pg&preset=self-managed', { 'interactionStore.backend': 'pg' }],
  // Of a branch that is not chosen: sound, and so of no effect.
  ['kinesis.streamName=orders', {}],
  [
    'eventbus.backend=pulsar&pulsar.serviceUrl=pulsar+ssl://b:6651',
    { 'eventbus.backend': 'pulsar', 'pulsar.serviceUrl': 'pulsar+ssl://b:6651' },
  ],
  [
    'interactionStore.backend=scylla&scylla.localDataCenter=East+1%25',
    { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': 'East 1%' },
  ],
])('%j is understood', (query, given) => {
  const asked = readQuery(catalog, query);
  expect('reading' in asked ? textOf(asked.reading.lines) : asked.errors).toBe(fileOf(given));
});

// tests/fuzz shows that what the page would give a notice of is refused, and lib/link what that is.
test.each([
  ['nope=1', 'nope', 'There is no such answer.'],
  ['?v=1', '?v', 'There is no such answer.'],
  // Of a branch that is not chosen: dropped, it would hide a mistake.
  ['kinesis.streamName=$(id)', 'kinesis.streamName', 'Enter'],
])('a query is refused: %s', (query, key, message) => {
  expect(errorsOf(query)).toEqual([{ key, message: expect.stringContaining(message) }]);
});

test('a query is refused for a contradiction between answers, at the answer where the page shows it', () => {
  expect(keysOf('api.autoscaling.minReplicas=60')).toEqual(['api.autoscaling.maxReplicas']);
});

test('a query is refused for every fault at once, each once', () => {
  const query = 'nope=1&nope=2&v=9&preset=x&a=%zz&worker.keda.minReplicaCount=x&nope=3';
  expect(keysOf(query).sort()).toEqual(
    ['a', 'nope', 'nope', 'preset', 'v', 'worker.keda.minReplicaCount'].sort(),
  );
});

test('a query is not refused for a contradiction with what stands in for a parameter that could not be read', () => {
  const query = 'api.autoscaling.minReplicas=x&api.autoscaling.maxReplicas=3';
  expect(keysOf(query)).toEqual(['api.autoscaling.minReplicas']);
});
