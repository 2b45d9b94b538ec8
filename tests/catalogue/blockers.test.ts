import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { parseAnswer } from '@/lib/domain/parse-answer';
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

describe('an answer by itself', () => {
  const faults = (type: string, text: string) =>
    catalog.answers
      .filter(({ shape }) => (shape.type === 'quantity' ? shape.resource : shape.type) === type)
      .map((answer) => {
        const parsed = parseAnswer(answer, text);
        return 'fault' in parsed ? parsed.fault : 'taken';
      });

  it.each([
    ...['1e2', '0x10', '6.0', ' 6', '6 ', '06', '٣', '６', '-1', '+6', '6,000', '1_000', 'six'],
    ...['Infinity', '6\n', '6m', '½', '0b11', '6n', '--6', '\u00a06', '6\u0000', '00'],
  ])('%j is no whole number, wherever one is asked for', (text) => {
    for (const fault of faults('whole-number', text)) {
      expect(fault).toMatch(/^Enter a whole number in plain digits, \d.* to \d/);
    }
  });

  it.each([
    ...['4GB', '-1', '+1', '4 Gi', '1e3Gi', '4gi', '4K', '4KI', '4Gib', 'Gi', '.', '0x4', '1,5Gi'],
    ...[' 4Gi', '4Gi ', '4Gi\n', '٤Gi', '1e', '1e+', 'e3', '1e1.5', '--4', '4mm', '4_0', 'NaN'],
  ])('%j is no quantity, of CPU or of memory', (text) => {
    for (const fault of [...faults('cpu', text), ...faults('memory', text)]) {
      expect(fault).toMatch(/^Kubernetes cannot read this quantity\. Enter .*(500m|4Gi)/);
    }
  });

  it.each([
    ['memory', '4', '4 bytes, less than 1Mi'],
    ['memory', '400m', '0.4 bytes'],
    ['memory', '1M', '1000000 bytes'],
    ['memory', '65Ti', '64Ti'],
    ['memory', '1Ei', '64Ti'],
    ['cpu', '0', 'from 1m to 1024'],
    ['cpu', '999u', 'from 1m to 1024'],
    ['cpu', '1e4', 'from 1m to 1024'],
    ['cpu', '1Gi', 'CPU takes no unit but m'],
    ['cpu', '1k', 'CPU takes no unit but m'],
  ])('%s of %s is refused: %s', (resource, text, words) => {
    for (const fault of faults(resource, text)) expect(fault).toContain(words);
  });

  it('takes every spelling that Kubernetes takes', () => {
    for (const cpu of ['1m', '1500m', '0.5', '.5', '2.', '1e1', '1E0', '2000000u', '1024']) {
      expect(new Set(faults('cpu', cpu)), cpu).toEqual(new Set(['taken']));
    }
    for (const memory of ['1Mi', '1.5Gi', '1048576', '2M', '1e9', '1E9', '64Ti', '1024Ki']) {
      expect(new Set(faults('memory', memory)), memory).toEqual(new Set(['taken']));
    }
  });
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
