import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { given, readingOf } from '@/tests/support/reading';
import { capacityPlan } from './plan';

const NODES = 'Nodes that it takes';
const plan = (answers = '') => capacityPlan(catalog, readingOf(given(answers)));
const figuresAbout = (question: string, answers: string) =>
  plan(answers)
    .figures.filter(({ about }) => about === question)
    .map((figure) => ({ raise: undefined, problem: undefined, ...figure }));

it('names a tier that is on and cannot be counted, and none that is off', () => {
  expect(plan('mlWorker.enabled=false&worker.keda.maxReplicaCount=').notCounted).toEqual([
    { title: 'Worker', keys: ['worker.keda.maxReplicaCount'] },
  ]);
  expect(plan().notCounted).toEqual([]);
  // Left to the chart, a switch counts as the documented overlay has it: off.
  expect(plan('stream.enabled=').notCounted).toEqual([]);
});

it('names the answers that describe a node, until they are given', () => {
  const needs = ['plan.nodeCpu', 'plan.nodeMemory'];
  expect(figuresAbout(NODES, '')).toMatchObject([{ value: undefined, needs }]);
  const described = figuresAbout(NODES, 'plan.nodeCpu=16&plan.nodeMemory=64Gi');
  expect(described).toMatchObject([
    { value: expect.stringMatching(/^4 → /), unit: 'nodes, estimated', needs: [] },
  ]);
});

it('answers what the plan asks first', () => {
  expect([...new Set(plan().figures.map(({ about }) => about))]).toEqual([
    NODES,
    'API pods for the peak',
    'Postgres at the ceiling',
    'Bus, store and outbox',
  ]);
});

const says = (words: string) => expect.stringContaining(words);
const API = 'API pods for the peak';
const POSTGRES = 'Postgres at the ceiling';
const LOAD = 'plan.peakRps=5000&plan.rpsPerPod=250';
const POOL = 'plan.postgresPoolSize';
const ROOM = 'plan.postgresMaxConnections';

// That a limit says so too: tests/catalogue/limits.txt.
it.each<[string, string, object]>([
  // 5,000 ÷ (250 × 70 %) = 28.57: 29, and 50 are allowed.
  [
    API,
    LOAD,
    {
      ...{ value: 29, unit: 'of 50 allowed', needs: ['plan.cpuPerPod'] },
      says: ['5,000 ÷ (250 × 70 %), rounded up.', says('use all of the CPU that it requests')],
    },
  ],
  // 5,000 × 1.7 ÷ (250 × 2 × 70 %) = 8,500 ÷ 350 = 24.3: 25. 1.7 ÷ 2 = 85 %, above the target.
  [API, `${LOAD}&plan.cpuPerPod=1700m`, { value: 25, says: [expect.anything()], needs: [] }],
  // 1.2 ÷ 2 = 60 %: the HPA lets each pod run above what was measured. 5,000 × 1.2 ÷ 350 = 17.1: 18.
  [
    API,
    `${LOAD}&plan.cpuPerPod=1200m`,
    { value: 18, says: [expect.anything(), says('A target below 60 %')] },
  ],
  // 20,000 ÷ (200 × 60 %) = 166.67: 167
  [
    API,
    'plan.peakRps=20000&plan.rpsPerPod=200&api.autoscaling.targetCPUUtilizationPercentage=60',
    { raise: { key: 'api.autoscaling.maxReplicas', to: 167 } },
  ],
  // 1,000,000 ÷ (100 × 70 %) = 14,285.7, and the field ends at 1,000.
  [
    API,
    'plan.peakRps=1000000&plan.rpsPerPod=100',
    { raise: undefined, problem: says('14,286 pods are more than the 1,000') },
  ],
  // Not guessed from the documented range.
  [
    API,
    'plan.peakRps=5000',
    { value: undefined, needs: ['plan.rpsPerPod'], says: [says('100 to 500 requests/s an inst')] },
  ],
  [API, '', { needs: ['plan.peakRps', 'plan.rpsPerPod'] }],
  [
    API,
    'plan.peakRps=1&plan.rpsPerPod=1&api.autoscaling.maxReplicas=',
    { needs: ['api.autoscaling.maxReplicas'] },
  ],

  // 93 pods + ⌈50 × 25 %⌉ = 106; 106 × 8 = 848; 800 − 3 = 797 are free; 797 ÷ 106 = 7.5: a pool of 7 fits.
  [
    POSTGRES,
    `${POOL}=8&${ROOM}=800`,
    {
      ...{ value: 848, unit: 'of 797 connections', problem: says('Not enough') },
      says: [
        '(93 + 13 of a rollout) × 8.',
        'Left for them: 800 − 3 that PostgreSQL reserves. The largest pool that fits: 7 a pod.',
        says('db.r6g.4xlarge (16 vCPU, 128 GiB, 1,600 connections)'),
      ],
    },
  ],
  // Enough up to the last one: 106 × 7 = 742, and 745 accepted leave 742.
  [
    POSTGRES,
    `${POOL}=7&${ROOM}=745`,
    { problem: undefined, says: [expect.anything(), expect.anything(), says('800 conn')] },
  ],
  [POSTGRES, `${POOL}=7&${ROOM}=744`, { problem: expect.anything() }],
  // 2,120: beyond the whole ladder.
  [POSTGRES, `${POOL}=20`, { says: [expect.anything(), says('No instance')] }],
  [POSTGRES, '', { needs: [POOL] }],
])('worked by hand: %s with "%s"', (question, answers, figure) => {
  expect(figuresAbout(question, answers)[0]).toMatchObject(figure);
});

const sizes = (answers: string) =>
  figuresAbout('Bus, store and outbox', answers).map(({ unit, value, needs }) => [
    unit,
    value ?? needs,
  ]);

it('the sizes of bus, store and outbox are counted from the load, and not known without it', () => {
  // 12,500 ÷ 1,000 = 12.5: 13 shards. 3,200 writes of 1 KB: 3,200 units, 3.2: 4 partitions.
  const writes = 'eventbus.backend=kinesis&plan.writesPerSecond=3200';
  expect(sizes(`${writes}&plan.peakRps=12500`)).toEqual([
    ['Outbox rows a second', 12_500],
    ['Kinesis shards', 13],
    ['DynamoDB write units', 3_200],
    ['DynamoDB partitions', 4],
  ]);
  expect(sizes(writes)[1]).toEqual(['Kinesis shards', ['plan.peakRps']]);
});

it('the sizes of bus, store and outbox are those of the chosen backends alone', () => {
  const titles = (answers: string) => sizes(answers).map(([title]) => title);
  expect(titles('interactionStore.backend=pg')).toEqual(['Outbox rows a second']);
  const off = titles('eventbus.backend=kinesis&eventbus.enabled=false');
  expect(off).not.toContain('Kinesis shards');
});
