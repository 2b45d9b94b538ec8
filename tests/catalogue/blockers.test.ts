import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Given, given, readingOf } from '../support/reading';

/** What is wrong with some answers, by the key at which it stands. Fails on two faults at one key. */
function faultsOf(given: Given): Record<string, string> {
  const { faults } = readingOf(given);
  expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
  return Object.fromEntries(faults.map(({ key, message }) => [key, message]));
}

const RANGES = [
  ['api.autoscaling.minReplicas', 'api.autoscaling.maxReplicas', 50],
  ['worker.keda.minReplicaCount', 'worker.keda.maxReplicaCount', 30],
  ['mlWorker.autoscaling.minReplicas', 'mlWorker.autoscaling.maxReplicas', 10],
] as const;

it.each(RANGES)('%s above %s is refused at the second, and fixed from either', (min, max, all) => {
  const above = faultsOf({ [min]: `${all + 1}` });
  expect(Object.keys(above)).toEqual([max]);
  expect(above[max]).toContain(`Enter ${all + 1} to 1000`);
  expect(above[max]).toContain(`lower ${min}`);
  expect(readingOf({ [min]: '9', [max]: '8' }).faults[0]?.with).toEqual([min]);
  // The same is none, and nothing is compared with what is not known.
  for (const [one, other] of ['8 8', '9 9', ' 1', '9 '].map((pair) => pair.split(' ')))
    expect(faultsOf({ [min]: one ?? '', [max]: other ?? '' })).toEqual({});
  expect(faultsOf({ [min]: '9', [max]: 'x' })[max]).toMatch(/^Enter a whole number/);
});

// In units that only differ to the eye and in some that do not: a request, and a limit below it or not.
const ABOVE = {
  cpu: ['1001m 1', '1 999m', '1.5 1', '1e1 9.999'],
  memory: ['1025Mi 1Gi', '1Gi 1G', '1073741825 1Gi', '1.001Gi 1Gi'],
};
const NOT_ABOVE = {
  cpu: ['1000m 1', '1 1000m', '0.5 500m', '1e1 10', '1 1.001', '99 '],
  memory: ['1Gi 1024Mi', '1024Mi 1Gi', '1G 1Gi', '1e9 1G', '1048576k 1Ti', '99Gi '],
};

it.each(
  ['api', 'worker', 'mlWorker'].flatMap((tier) => [
    [tier, 'cpu'] as const,
    [tier, 'memory'] as const,
  ]),
)('a request of %s above its limit of %s is refused', (tier, of) => {
  const [request, limit] = [`${tier}.resources.requests.${of}`, `${tier}.resources.limits.${of}`];
  const faults = (pair: string) => {
    const [asked = '', cap = ''] = pair.split(' ');
    return faultsOf({ [request]: asked, [limit]: cap });
  };
  for (const pair of ABOVE[of]) {
    const words = `at most ${pair.split(' ')[1]}, or raise ${limit}`;
    expect(faults(pair), pair).toEqual({ [request]: expect.stringContaining(words) });
  }
  for (const pair of NOT_ABOVE[of]) expect(faults(pair), pair).toEqual({});
  expect(Object.keys(faults('99Gi x'))).toContain(limit);
});

const COUNT = 'outboxPublisher.replicaCount';
const BUDGET = 'outboxPublisher.podDisruptionBudget.minAvailable';

it.each([
  ['3', '3', /Enter 0 to 2(?!\d)/],
  ['1', '1', /Enter 0(?! to)/],
  ['10', '99', /Enter 0 to 9(?!\d)/],
  ['3', '2', undefined],
  ['1', '0', undefined],
  ['100', '99', undefined],
  ['', '99', undefined],
  ['1', '', undefined],
])('of %j outbox publishers %j must stay: %s', (count, budget, words) => {
  const faults = faultsOf({ [COUNT]: count, [BUDGET]: budget });
  const said = words && new RegExp(`${words.source}.*raise ${COUNT}`);
  expect(faults).toEqual(said ? { [BUDGET]: expect.stringMatching(said) } : {});
});

it('a stream without a bus is refused, and fixed from either side', () => {
  const both = { 'stream.enabled': 'true', 'eventbus.enabled': 'false' };
  const faults = faultsOf(both);
  expect(Object.keys(faults)).toEqual(['stream.enabled']);
  expect(faults['stream.enabled']).toMatch(/real broker.*eventbus\.enabled/);
  expect(readingOf(both).faults[0]?.with).toEqual(['eventbus.enabled']);
  for (const right of [{ 'eventbus.enabled': 'true' }, { 'eventbus.enabled': '' }])
    expect(faultsOf({ ...both, ...right })).toEqual({});
  expect(faultsOf({ ...both, 'stream.enabled': 'false' })).toEqual({});
});

it('a label of the API’s pods that stands twice is refused', () => {
  expect(faultsOf({ 'plan.apiPodLabels': 'a=b,c=d,a=e' })['plan.apiPodLabels']).toBe(
    'The label a stands here twice, and a pod has each label once. Enter it once.',
  );
});

it('reports every fault at once, in the order of the link', () => {
  const wrong =
    'plan.zones=0&kafka.brokers=nowhere&api.autoscaling.minReplicas=x&worker.keda.minReplicaCount=31&cron.concurrencyPolicy=Never';
  expect(Object.keys(faultsOf(given(wrong)))).toEqual([
    ...['api.autoscaling.minReplicas', 'worker.keda.maxReplicaCount', 'cron.concurrencyPolicy'],
    ...['kafka.brokers', 'plan.zones'],
  ]);
});

it('has no fault in a branch that is not chosen', () => {
  const off = given(
    'mlWorker.enabled=false&cron.enabled=false&eventbus.enabled=false&interactionStore.backend=pg&plan.apiZoneSpread=off',
  );
  const { isAsked } = readingOf(off);
  const notAsked = catalog.answers.filter((answer) => !isAsked(answer));
  expect(notAsked.length).toBeGreaterThan(30);
  for (const { key } of notAsked)
    expect(faultsOf({ ...off, [key]: 'user:password@nowhere' }), key).toEqual({});
  const [min, max] = RANGES[2];
  expect(faultsOf({ ...off, [min]: '9', [max]: '8' })).toEqual({});
});
