import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { fileOf } from '@/tests/support/reading';
import { readQuery } from './read-query';

const errorsOf = (query: string) => {
  const asked = readQuery(catalog, query);
  return 'errors' in asked ? asked.errors : [];
};
const keysOf = (query: string) => errorsOf(query).map(({ key }) => key);

const fileFor = (query: string) => {
  const asked = readQuery(catalog, query);
  return 'reading' in asked ? textOf(asked.reading.lines) : asked.errors;
};

describe('what is understood', () => {
  test.each([
    ['', {}],
    ['&&', {}],
    ['v=1', {}],
    ['eventbus.backend=kinesis', { 'eventbus.backend': 'kinesis' }],
    ['api.autoscaling.minReplicas=6', {}],
    ['kafka.brokers=a%3A1%2Cb%3A2', { 'kafka.brokers': 'a:1,b:2' }],
    ['kafka.brokers=a:1,b:2', { 'kafka.brokers': 'a:1,b:2' }],
    ['kafka.brokers=', {}],
    ['preset=self-managed', { 'interactionStore.backend': 'scylla' }],
    ['preset=self-managed&interactionStore.backend=pg', { 'interactionStore.backend': 'pg' }],
    ['interactionStore.backend=pg&preset=self-managed', { 'interactionStore.backend': 'pg' }],
    [
      'interactionStore.backend=scylla&scylla.localDataCenter=East+1%25',
      { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': 'East 1%' },
    ],
    // Of a branch that is not chosen: judged, and not used.
    ['eventbus.backend=kinesis&kafka.brokers=b:1', { 'eventbus.backend': 'kinesis' }],
  ])('%j', (query, given) => {
    expect(fileFor(query)).toBe(fileOf(given));
  });
});

describe('what is refused', () => {
  test.each([
    ['an unknown parameter', 'nope=1', 'nope', 'There is no such answer.'],
    ['one without a value', 'nope', 'nope', 'There is no such answer.'],
    ['one without a name', '=1', '', 'There is no such answer.'],
    ['a name of JavaScript’s own', '__proto__=1', '__proto__', 'There is no such answer.'],
    ['a second question mark', '?v=1', '?v', 'There is no such answer.'],
    [
      'a key that follows',
      'config.EVENT_PUBLISHER=kafka',
      'config.EVENT_PUBLISHER',
      'follows from',
    ],
    ['a repeated one', 'v=1&v=1', 'v', 'Given more than once. Give it once.'],
    ['a broken percent sign', 'kafka.brokers=%zz', 'kafka.brokers', 'damaged'],
    ['a cut-off percent sign', 'kafka.brokers=a%3', 'kafka.brokers', 'damaged'],
    ['bytes that are not UTF-8', 'kafka.brokers=%FF', 'kafka.brokers', 'damaged'],
    ['half a surrogate pair', 'kafka.brokers=\ud800', 'kafka.brokers', 'damaged'],
    ['an unknown version', 'v=2', 'v', 'There is no such version. Enter 1'],
    ['an empty version', 'v=', 'v', 'There is no such version.'],
    [
      'an unknown preset',
      'preset=tiny',
      'preset',
      'There is no such preset. Choose documented-large,',
    ],
    [
      'a value out of bounds',
      'api.autoscaling.minReplicas=0',
      'api.autoscaling.minReplicas',
      '1 to 1000',
    ],
    [
      'a number in another spelling',
      'api.autoscaling.minReplicas=1e1',
      'api.autoscaling.minReplicas',
      'plain digits',
    ],
    ['a NUL', 'kafka.brokers=%00', 'kafka.brokers', 'host:port'],
  ])('%s', (_, query, key, message) => {
    expect(errorsOf(query)).toEqual([{ key, message: expect.stringContaining(message) }]);
  });

  test('a contradiction between answers, at the answer where the page shows it', () => {
    expect(keysOf('api.autoscaling.minReplicas=60')).toEqual(['api.autoscaling.maxReplicas']);
    expect(keysOf('stream.enabled=true&eventbus.enabled=false')).toEqual(['stream.enabled']);
  });

  test('every fault at once, each once', () => {
    const query =
      'nope=1&nope=2&v=9&preset=x&a=%zz&worker.keda.minReplicaCount=x&outboxPublisher.replicaCount=1&nope=3';
    expect(keysOf(query)).toEqual([
      'nope', // given more than once
      'a',
      'v',
      'preset',
      'nope', // no such answer
      'worker.keda.minReplicaCount',
      'outboxPublisher.podDisruptionBudget.minAvailable',
    ]);
  });

  test('no contradiction with what stands in for a parameter that could not be read', () => {
    expect(keysOf('api.autoscaling.minReplicas=x&api.autoscaling.maxReplicas=3')).toEqual([
      'api.autoscaling.minReplicas',
    ]);
    expect(keysOf('api.autoscaling.minReplicas=%zz&api.autoscaling.maxReplicas=3')).toEqual([
      'api.autoscaling.minReplicas',
    ]);
  });
});

describe('credentials', () => {
  test.each([
    'kafka.brokers=user:hunter2@broker:9092',
    'kafka.brokers=user%3Ahunter2%40broker%3A9092',
    'pulsar.serviceUrl=pulsar://broker:6650/?token=hunter2',
    'https://user:hunter2@host=1',
    'user%3Ahunter2%40host=1',
    'password:hunter2=1',
    'password=hunter2',
    'kafka.brokers=%zz:hunter2@b',
  ])('%s is refused and not repeated', (query) => {
    const errors = errorsOf(query);
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });
});
