import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '../support/reading';
import { VALUES_KEYS } from './values-keys';

/** What is wrong with some answers, by the key at which it stands. Fails on two faults at one key. */
function faultsOf(given: Given): Record<string, string> {
  const { faults } = readingOf(given);
  expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
  return Object.fromEntries(faults.map(({ key, message }) => [key, message]));
}

/** Turns on the branch that a key belongs to. */
function branchOf(key: string): Given {
  const [root = ''] = key.split('.');
  if (['kafka', 'kinesis', 'pulsar'].includes(root)) return { 'eventbus.backend': root };
  if (['scylla', 'cassandra'].includes(root)) return { 'interactionStore.backend': root };
  if (root === 'stream') return { 'stream.enabled': 'true' };
  return root === 'mcp' ? { 'mcp.dedicated': 'true' } : {};
}

it('finds nothing wrong with the defaults', () => {
  expect(readingOf().faults).toEqual([]);
});

const NOT_NUMBERS = [
  ...[
    '1e2',
    '0x10',
    '6.0',
    ' 6',
    '6 ',
    '06',
    '٣',
    '６',
    '-1',
    '+6',
    '6,000',
    '1_000',
    'six',
    'NaN',
  ],
  ...['Infinity', '6\n', '6m', '٦', '½', '0b11', '6n', '--6', '\u00a06', '6\u0000', '00'],
];

describe('whole numbers', () => {
  const numbers = VALUES_KEYS.filter(([, , bounds]) => typeof bounds[0] === 'number');

  it.each(NOT_NUMBERS)('%j is refused everywhere, with what would be right', (text) => {
    for (const [key, fallback, bounds] of numbers) {
      const message = faultsOf({ ...branchOf(key), [key]: text })[key];
      expect(message).toMatch(/^Enter a whole number in plain digits, /);
      expect(message).toContain(`${bounds[0]} to `);
      expect(message?.includes('or leave it blank')).toBe(fallback === '');
    }
  });

  it('a blank one is refused where it is needed, and means unknown in the plan', () => {
    for (const [key, fallback] of numbers) {
      const message = faultsOf({ ...branchOf(key), [key]: '' })[key];
      if (fallback === '') expect(message).toBeUndefined();
      else expect(message).toMatch(/^Enter \d+ to \d+\. It cannot be blank\.$/);
    }
  });

  it.each(['9'.repeat(16), '9'.repeat(400), '1'.repeat(100_000)])(
    'a huge one is refused',
    (text) => {
      for (const [key] of numbers) {
        expect(faultsOf({ ...branchOf(key), [key]: text })[key]).toMatch(/^Enter /);
      }
    },
  );
});

describe('quantities', () => {
  const keysOf = (resource: 'cpu' | 'memory') =>
    VALUES_KEYS.filter(([, , bounds]) => bounds === resource).map(([key]) => key);

  const UNREADABLE = [
    ...['4GB', '-1', '+1', '4 Gi', '1e3Gi', '4gi', '4K', '4KI', '4Gib', 'Gi', '.', '0x4', '1,5Gi'],
    ...[' 4Gi', '4Gi ', '4Gi\n', '٤Gi', '1e', '1e+', 'e3', '1e1.5', '--4', '4mm', '4_0', 'NaN'],
  ];

  it.each(UNREADABLE)('%j is refused as CPU and as memory', (text) => {
    for (const key of [...keysOf('cpu'), ...keysOf('memory')]) {
      const message = faultsOf({ ...branchOf(key), [key]: text })[key];
      expect(message).toMatch(/^Kubernetes cannot read this quantity\. Enter .*(500m|4Gi)/);
    }
  });

  it.each([
    ['4', '4 bytes'],
    ['1', '1 byte,'],
    ['400m', '0.4 bytes'],
    ['0', '0 bytes'],
    ['1048575', '1048575 bytes'],
    ['1023Ki', '1047552 bytes'],
    ['1M', '1000000 bytes'],
    ['0Gi', '0 bytes'],
  ])('memory of %s is less than 1Mi, and the fault says how little', (text, amount) => {
    for (const key of keysOf('memory')) {
      const message = faultsOf({ ...branchOf(key), [key]: text })[key];
      expect(message).toContain(amount);
      expect(message).toContain('less than 1Mi');
      expect(message).toContain('4Gi');
    }
  });

  it.each(['65Ti', '1Pi', '9e30', '1Ei'])('memory of %s is more than any node has', (text) => {
    for (const key of keysOf('memory')) {
      expect(faultsOf({ ...branchOf(key), [key]: text })[key]).toContain('64Ti');
    }
  });

  it.each(['0', '0.0001', '0m', '999u', '1025', '1e4', '.0009'])(
    'CPU of %s is out of bounds',
    (text) => {
      for (const key of keysOf('cpu')) {
        const message = faultsOf({ ...branchOf(key), [key]: text })[key];
        expect(message).toContain('from 1m to 1024');
      }
    },
  );

  it.each(['1Gi', '1k', '512Mi', '2G', '1Ki'])('CPU of %s has a unit of memory', (text) => {
    for (const key of keysOf('cpu')) {
      expect(faultsOf({ ...branchOf(key), [key]: text })[key]).toContain('CPU takes no unit but m');
    }
  });

  it('takes every spelling that Kubernetes takes', () => {
    for (const cpu of ['1m', '1500m', '0.5', '.5', '2.', '1e1', '1E0', '2000000u', '1024']) {
      expect(faultsOf({ 'plan.nodeCpu': cpu }), cpu).toEqual({});
    }
    for (const memory of [
      '1Mi',
      '1.5Gi',
      '1048576',
      '2M',
      '1e9',
      '1E9',
      '64Ti',
      '1024Ki',
      '.5Gi',
    ]) {
      expect(faultsOf({ 'plan.nodeMemory': memory }), memory).toEqual({});
    }
  });
});

describe('smallest above largest', () => {
  const RANGES = [
    ['api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas', 50],
    ['worker.keda.minReplicaCount', 'worker.keda.maxReplicaCount', 30],
    ['mlWorker.autoscaling.minReplicas', 'mlWorker.autoscaling.maxReplicas', 10],
  ] as const;

  it.each(RANGES)('%s above %s is refused at the second', (min, max, ceiling) => {
    expect(faultsOf({ [min]: `${ceiling}` })).toEqual({});
    const above = faultsOf({ [min]: `${ceiling + 1}` });
    expect(Object.keys(above)).toEqual([max]);
    expect(above[max]).toContain(`Enter ${ceiling + 1} to 1000`);
    expect(above[max]).toContain(`lower ${min}`);
  });

  it.each(RANGES)('%s and %s: fixing either fixes it', (min, max) => {
    expect(faultsOf({ [min]: '9', [max]: '8' })).toHaveProperty([max]);
    expect(faultsOf({ [min]: '8', [max]: '8' })).toEqual({});
    expect(faultsOf({ [min]: '9', [max]: '9' })).toEqual({});
    expect(readingOf({ [min]: '9', [max]: '8' }).faults[0]?.with).toEqual([min]);
  });

  it.each(RANGES)('%s and %s: nothing is compared with what is not a number', (min, max) => {
    expect(Object.keys(faultsOf({ [min]: '9', [max]: 'x' }))).toEqual([max]);
    expect(faultsOf({ [min]: '9', [max]: 'x' })[max]).toMatch(/^Enter a whole number/);
    expect(Object.keys(faultsOf({ [min]: '', [max]: '1' }))).toEqual([min]);
  });

  it('is no fault of a tier that is off', () => {
    const upside = {
      'mlWorker.autoscaling.minReplicas': '9',
      'mlWorker.autoscaling.maxReplicas': '8',
    };
    expect(faultsOf({ ...upside, 'mlWorker.enabled': 'false' })).toEqual({});
  });
});

/** Requests and limits, in units that only differ to the eye and in some that do not. */
const SIZES = {
  cpu: {
    above: [
      ['1001m', '1'],
      ['1', '999m'],
      ['1.5', '1'],
      ['1e1', '9.999'],
    ],
    within: [
      ['1000m', '1'],
      ['1', '1000m'],
      ['0.5', '500m'],
      ['1e1', '10'],
      ['1', '1.001'],
    ],
  },
  memory: {
    above: [
      ['1025Mi', '1Gi'],
      ['1Gi', '1G'],
      ['1073741825', '1Gi'],
      ['1.001Gi', '1Gi'],
    ],
    within: [
      ['1Gi', '1024Mi'],
      ['1024Mi', '1Gi'],
      ['1G', '1Gi'],
      ['1e9', '1G'],
      ['1048576k', '1Ti'],
    ],
  },
} as const;

describe('request above limit', () => {
  const tiers = ['api', 'worker', 'mlWorker'] as const;
  const pairs = tiers.flatMap((tier) => [
    [`${tier}.resources.requests.cpu`, `${tier}.resources.limits.cpu`, 'cpu'] as const,
    [`${tier}.resources.requests.memory`, `${tier}.resources.limits.memory`, 'memory'] as const,
  ]);

  it.each(pairs)('%s above %s is refused, whatever the units', (request, limit, resource) => {
    const { above, within } = SIZES[resource];
    for (const [asked, cap] of above) {
      const faults = faultsOf({ [request]: asked, [limit]: cap });
      expect(Object.keys(faults), `${asked} of ${cap}`).toEqual([request]);
      expect(faults[request]).toContain(`at most ${cap}`);
      expect(faults[request]).toContain(`raise ${limit}`);
    }
    for (const [asked, cap] of within) {
      expect(faultsOf({ [request]: asked, [limit]: cap }), `${asked} of ${cap}`).toEqual({});
    }
  });

  it('judges nothing while one of the two cannot be read', () => {
    const faults = faultsOf({
      'api.resources.requests.cpu': '99',
      'api.resources.limits.cpu': 'x',
    });
    expect(Object.keys(faults)).toEqual(['api.resources.limits.cpu']);
  });
});

describe('the budget of the outbox publisher', () => {
  const COUNT = 'outboxPublisher.replicaCount';
  const BUDGET = 'outboxPublisher.podDisruptionBudget.minAvailable';

  it.each([
    ['3', '3', 'Enter 0 to 2'],
    ['2', '2', 'Enter 0 to 1'],
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
  ])('of %s pods %s may stay', (count, budget) => {
    expect(faultsOf({ [COUNT]: count, [BUDGET]: budget })).toEqual({});
  });
});

describe('stream without a bus', () => {
  it('is refused, and fixed from either side', () => {
    const both = { 'stream.enabled': 'true', 'eventbus.enabled': 'false' };
    const faults = faultsOf(both);
    expect(Object.keys(faults)).toEqual(['stream.enabled']);
    expect(faults['stream.enabled']).toContain('real broker');
    expect(faults['stream.enabled']).toContain('eventbus.enabled');
    expect(readingOf(both).faults[0]?.with).toEqual(['eventbus.enabled']);
    expect(faultsOf({ ...both, 'eventbus.enabled': 'true' })).toEqual({});
    expect(faultsOf({ ...both, 'stream.enabled': 'false' })).toEqual({});
  });
});

it('reports every fault at once, in the order of the link', () => {
  const faults = faultsOf({
    'plan.zones': '0',
    'kafka.brokers': 'nowhere',
    'api.autoscaling.minReplicas': '',
    'worker.keda.minReplicaCount': '31',
    'eventbus.backend': 'kafka',
    'cron.concurrencyPolicy': 'Never',
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
  for (const { key, when } of catalog.answers) {
    if (!when) continue;
    const off = {
      ...{ 'mlWorker.enabled': 'false', 'cron.enabled': 'false', 'eventbus.enabled': 'false' },
      ...{ 'interactionStore.backend': 'pg', 'plan.apiZoneSpread': 'off' },
    };
    expect(faultsOf({ ...off, [key]: 'user:password@nowhere' }), key).toEqual({});
  }
});
