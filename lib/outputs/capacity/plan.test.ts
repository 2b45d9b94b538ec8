import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '@/tests/support/reading';
import { capacityPlan } from './plan';

const plan = (given: Given = {}) => capacityPlan(catalog, readingOf(given));
const limitIds = (given: Given) => readingOf(given).limits.map(({ id }) => id);
const figuresAbout = (question: string, given: Given) =>
  plan(given).figures.filter(({ about }) => about === question);

it('names a tier that is on and cannot be counted, and none that is off', () => {
  const given = { 'mlWorker.enabled': 'false', 'worker.keda.maxReplicaCount': '' };
  expect(plan(given).notCounted).toEqual([
    { title: 'Worker', keys: ['worker.keda.maxReplicaCount'] },
  ]);
  expect(plan().notCounted).toEqual([]);
  // Left to the chart, a switch counts as the documented overlay has it: off.
  expect(plan({ 'stream.enabled': '' }).notCounted).toEqual([]);
});

it('names the answers that describe a node, until they are given', () => {
  expect(plan()).toMatchObject({
    nodes: undefined,
    nodesNeed: ['plan.nodeCpu', 'plan.nodeMemory'],
  });
  expect(plan({ 'plan.nodeCpu': '16', 'plan.nodeMemory': '64Gi' })).toMatchObject({
    nodes: { floor: 4 },
    nodesNeed: [],
  });
});

it('answers what the plan asks first', () => {
  expect([...new Set(plan().figures.map(({ about }) => about))]).toEqual([
    'API pods for the peak',
    'Postgres at the ceiling',
    'Bus, store and outbox',
  ]);
});

describe('worked by hand: API pods for the peak', () => {
  const load = (given: Given) => figuresAbout('API pods for the peak', given)[0];

  it('are the peak over what a pod does at the HPA’s target, called what it is', () => {
    // 5,000 ÷ (250 × 70 %) = 28.57: 29, and 50 are allowed.
    expect(load({ 'plan.peakRps': '5000', 'plan.rpsPerPod': '250' })).toMatchObject({
      value: 29,
      unit: 'of 50 allowed',
      says: [
        '5,000 ÷ (250 × 70 %), rounded up.',
        expect.stringContaining('use all of the CPU that it requests'),
      ],
      needs: ['plan.cpuPerPod'],
    });
  });

  it('are those at which the HPA settles, where the CPU used at that rate is known', () => {
    // 5,000 × 1.7 ÷ (250 × 2 × 70 %) = 8,500 ÷ 350 = 24.3: 25. 1.7 ÷ 2 = 85 %, above the target.
    const given = { 'plan.peakRps': '5000', 'plan.rpsPerPod': '250', 'plan.cpuPerPod': '1700m' };
    expect(load(given)).toMatchObject({ value: 25, says: [expect.anything()], needs: [] });
    // 1.2 ÷ 2 = 60 %: the HPA lets each pod run above what was measured. 5,000 × 1.2 ÷ 350 = 17.1: 18.
    const idle = load({ ...given, 'plan.cpuPerPod': '1200m' });
    expect(idle?.value).toBe(18);
    expect(idle?.says[1]).toContain('A target below 60 %');
  });

  it('offer to raise the maximum when it is too low, but not to what the field would refuse', () => {
    // 20,000 ÷ (200 × 60 %) = 166.67: 167
    const given = {
      'plan.peakRps': '20000',
      'plan.rpsPerPod': '200',
      'api.autoscaling.targetCPUUtilizationPercentage': '60',
    };
    expect(load(given)?.raise).toEqual({ key: 'api.autoscaling.maxReplicas', to: 167 });
    expect(limitIds(given)).toContain('rps-above-ceiling');
    // 1,000,000 ÷ (100 × 70 %) = 14,285.7, and the field ends at 1,000.
    const beyond = load({ 'plan.peakRps': '1000000', 'plan.rpsPerPod': '100' });
    expect(beyond?.raise).toBeUndefined();
    expect(beyond?.problem).toContain('14,286 pods are more than the 1,000');
  });

  it('are not guessed from the documented range', () => {
    expect(load({ 'plan.peakRps': '5000' })).toMatchObject({
      value: undefined,
      needs: ['plan.rpsPerPod'],
      says: [expect.stringContaining('100 to 500 requests/s an instance')],
    });
    expect(load({})?.needs).toEqual(['plan.peakRps', 'plan.rpsPerPod']);
    const left = {
      'plan.peakRps': '1',
      'plan.rpsPerPod': '1',
      'api.autoscaling.maxReplicas': '',
    };
    expect(load(left)?.needs).toEqual(['api.autoscaling.maxReplicas']);
  });
});

describe('worked by hand: Postgres connections', () => {
  const connections = (given: Given) => figuresAbout('Postgres at the ceiling', given)[0];

  it('are pods at the ceiling and of a rollout, times the pool of one', () => {
    // 93 pods + ⌈50 × 25 %⌉ = 106; 106 × 8 = 848; 800 − 3 = 797 are free; 797 ÷ 106 = 7.5: a pool of 7 fits.
    const given = { 'plan.postgresPoolSize': '8', 'plan.postgresMaxConnections': '800' };
    expect(connections(given)).toMatchObject({
      value: 848,
      unit: 'of 797 connections',
      says: [
        '(93 + 13 of a rollout) × 8.',
        'Left for them: 800 − 3 that PostgreSQL reserves. The largest pool that fits: 7 a pod.',
        expect.stringContaining('db.r6g.4xlarge (16 vCPU, 128 GiB, 1,600 connections)'),
      ],
      problem: expect.stringContaining('Not enough'),
    });
  });

  it('are enough up to the last one', () => {
    // 106 × 7 = 742, and 745 accepted leave 742.
    const given = { 'plan.postgresPoolSize': '7', 'plan.postgresMaxConnections': '745' };
    expect(connections(given)?.problem).toBeUndefined();
    expect(connections(given)?.says[2]).toContain('800 connections');
    const short = connections({ ...given, 'plan.postgresMaxConnections': '744' });
    expect(short?.problem).toBeDefined();
  });

  it('can be beyond the whole ladder, and unknown', () => {
    const beyond = connections({ 'plan.postgresPoolSize': '20' }); // 2,120
    expect(beyond?.says[1]).toMatch(/^No instance/);
    expect(connections({})?.needs).toEqual(['plan.postgresPoolSize']);
  });
});

describe('worked by hand: bus, store and outbox', () => {
  const sizes = (given: Given) =>
    figuresAbout('Bus, store and outbox', given).map(({ unit, value, needs }) => [
      unit,
      value ?? needs,
    ]);

  it('are counted from the load, and not known without it', () => {
    // 12,500 ÷ 1,000 = 12.5: 13 shards. 3,200 writes of 1 KB: 3,200 units, 3.2: 4 partitions.
    const given = {
      'eventbus.backend': 'kinesis',
      'plan.peakRps': '12500',
      'plan.writesPerSecond': '3200',
    };
    expect(sizes(given)).toEqual([
      ['Outbox rows a second', 12_500],
      ['Kinesis shards', 13],
      ['DynamoDB write units', 3_200],
      ['DynamoDB partitions', 4],
    ]);
    expect(sizes({ ...given, 'plan.peakRps': '' })[1]).toEqual([
      'Kinesis shards',
      ['plan.peakRps'],
    ]);
  });

  it('are those of the chosen backends alone', () => {
    const titles = (given: Given) => sizes(given).map(([title]) => title);
    expect(titles({ 'interactionStore.backend': 'pg' })).toEqual(['Outbox rows a second']);
    expect(titles({ 'eventbus.backend': 'kinesis', 'eventbus.enabled': 'false' })).not.toContain(
      'Kinesis shards',
    );
  });
});
