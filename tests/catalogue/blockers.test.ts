import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '../support/reading';

/** What is wrong with some answers, by the key at which it stands. Fails on two faults at one key. */
function faultsOf(given: Given): Record<string, string> {
  const { faults } = readingOf(given);
  expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
  return Object.fromEntries(faults.map(({ key, message }) => [key, message]));
}

it('finds nothing wrong with the defaults, nor with nothing decided', () => {
  expect(readingOf().faults).toEqual([]);
  const blank = Object.fromEntries(catalog.answers.map(({ key }) => [key, '']));
  expect(readingOf(blank).faults).toEqual([]);
});

describe('smallest above largest', () => {
  const RANGES = [
    ['api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas', 50],
    ['worker.keda.minReplicaCount', 'worker.keda.maxReplicaCount', 30],
    ['mlWorker.autoscaling.minReplicas', 'mlWorker.autoscaling.maxReplicas', 10],
  ] as const;

  it.each(RANGES)(
    '%s above %s is refused at the second, and fixed from either',
    (min, max, all) => {
      expect(faultsOf({ [min]: `${all}` })).toEqual({});
      const above = faultsOf({ [min]: `${all + 1}` });
      expect(Object.keys(above)).toEqual([max]);
      expect(above[max]).toContain(`Enter ${all + 1} to 1000`);
      expect(above[max]).toContain(`lower ${min}`);
      expect(readingOf({ [min]: '9', [max]: '8' }).faults[0]?.with).toEqual([min]);
      for (const same of ['8', '9']) expect(faultsOf({ [min]: same, [max]: same })).toEqual({});
    },
  );

  it.each(RANGES)('%s and %s: nothing is compared with what is not known', (min, max) => {
    expect(faultsOf({ [min]: '9', [max]: 'x' })[max]).toMatch(/^Enter a whole number/);
    for (const given of [
      { [min]: '', [max]: '1' },
      { [min]: '9', [max]: '' },
    ]) {
      expect(faultsOf(given)).toEqual({});
    }
  });

  it('is no fault of a tier that is off', () => {
    const [min, max] = RANGES[2];
    expect(faultsOf({ [min]: '9', [max]: '8', 'mlWorker.enabled': 'false' })).toEqual({});
  });
});

describe('request above limit', () => {
  // In units that only differ to the eye and in some that do not.
  const ABOVE = {
    cpu: ['1001m 1', '1 999m', '1.5 1', '1e1 9.999'],
    memory: ['1025Mi 1Gi', '1Gi 1G', '1073741825 1Gi', '1.001Gi 1Gi'],
  };
  const WITHIN = {
    cpu: ['1000m 1', '1 1000m', '0.5 500m', '1e1 10', '1 1.001'],
    memory: ['1Gi 1024Mi', '1024Mi 1Gi', '1G 1Gi', '1e9 1G', '1048576k 1Ti'],
  };
  const pairs = ['api', 'worker', 'mlWorker'].flatMap((tier) =>
    (['cpu', 'memory'] as const).map((of) => [tier, of] as const),
  );

  it.each(pairs)('%s %s is refused, whatever the units', (tier, of) => {
    const [request, limit] = [`${tier}.resources.requests.${of}`, `${tier}.resources.limits.${of}`];
    for (const pair of ABOVE[of]) {
      const [asked = '', cap = ''] = pair.split(' ');
      const faults = faultsOf({ [request]: asked, [limit]: cap });
      expect(Object.keys(faults), pair).toEqual([request]);
      expect(faults[request]).toContain(`at most ${cap}, or raise ${limit}`);
    }
    for (const pair of WITHIN[of]) {
      const [asked = '', cap = ''] = pair.split(' ');
      expect(faultsOf({ [request]: asked, [limit]: cap }), pair).toEqual({});
    }
    const large = of === 'cpu' ? '99' : '99Gi';
    expect(Object.keys(faultsOf({ [request]: large, [limit]: 'x' }))).toEqual([limit]);
    expect(faultsOf({ [request]: large, [limit]: '' })).toEqual({});
  });
});

describe('the budget of the outbox publisher', () => {
  const COUNT = 'outboxPublisher.replicaCount';
  const BUDGET = 'outboxPublisher.podDisruptionBudget.minAvailable';

  it.each([
    ['3', '3', 'Enter 0 to 2'],
    ['1', '1', 'Enter 0'],
    ['1', '2', 'Enter 0'],
    ['10', '99', 'Enter 0 to 9'],
  ])('of %s pods %s must not stay', (count, budget, right) => {
    const faults = faultsOf({ [COUNT]: count, [BUDGET]: budget });
    expect(Object.keys(faults)).toEqual([BUDGET]);
    expect(faults[BUDGET]).toMatch(new RegExp(`${right}(?!\\d| to)`));
    expect(faults[BUDGET]).toContain(`raise ${COUNT}`);
  });

  it.each([
    ['3', '2'],
    ['1', '0'],
    ['100', '99'],
    ['', '99'],
    ['1', ''],
  ])('of %j pods %j may stay', (count, budget) => {
    expect(faultsOf({ [COUNT]: count, [BUDGET]: budget })).toEqual({});
  });
});

it('a stream without a bus is refused, and fixed from either side', () => {
  const both = { 'stream.enabled': 'true', 'eventbus.enabled': 'false' };
  const faults = faultsOf(both);
  expect(Object.keys(faults)).toEqual(['stream.enabled']);
  expect(faults['stream.enabled']).toMatch(/real broker.*eventbus\.enabled/);
  expect(readingOf(both).faults[0]?.with).toEqual(['eventbus.enabled']);
  for (const right of ['true', ''])
    expect(faultsOf({ ...both, 'eventbus.enabled': right })).toEqual({});
  expect(faultsOf({ ...both, 'stream.enabled': 'false' })).toEqual({});
});

it('a label of the API’s pods that stands twice is refused', () => {
  expect(faultsOf({ 'plan.apiPodLabels': 'a=b,c=d,a=e' })['plan.apiPodLabels']).toBe(
    'The label a stands here twice, and a pod has each label once. Enter it once.',
  );
});

it('reports every fault at once, in the order of the link', () => {
  const faults = faultsOf({
    ...{ 'plan.zones': '0', 'kafka.brokers': 'nowhere', 'api.autoscaling.minReplicas': 'x' },
    ...{ 'worker.keda.minReplicaCount': '31', 'cron.concurrencyPolicy': 'Never' },
  });
  expect(Object.keys(faults)).toEqual([
    'api.autoscaling.minReplicas',
    'worker.keda.maxReplicaCount',
    'cron.concurrencyPolicy',
    'kafka.brokers',
    'plan.zones',
  ]);
  expect(faults['cron.concurrencyPolicy']).toBe('Choose Forbid, Allow or Replace.');
});

it('has no fault in a branch that is not chosen', () => {
  const off = {
    ...{ 'mlWorker.enabled': 'false', 'cron.enabled': 'false', 'eventbus.enabled': 'false' },
    ...{ 'interactionStore.backend': 'pg', 'plan.apiZoneSpread': 'off' },
  };
  for (const { key, when } of catalog.answers) {
    if (when) expect(faultsOf({ ...off, [key]: 'user:password@nowhere' }), key).toEqual({});
  }
});
