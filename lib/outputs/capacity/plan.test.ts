import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { RDS_LADDER } from './connections';
import { isKnown, type Unknown } from './figure';
import { type CapacityPlan, capacityPlan } from './plan';

const reading = (given: Record<string, string> = {}): Reading =>
  readAnswers(catalog, completeAnswers(catalog, given));
const plan = (given: Record<string, string> = {}): CapacityPlan =>
  capacityPlan(catalog, reading(given));

function known<T extends object>(found: T | Unknown): T {
  if (!isKnown(found)) throw new Error(`unknown: ${found.unknown}`);
  return found;
}

const nodes = (given: Record<string, string>) => known(plan(given).nodes);
const limitIds = (given: Record<string, string>) => reading(given).limits.map(({ id }) => id);

describe('worked by hand: what the tiers request', () => {
  it('is for the documented overlay what the documentation adds up to', () => {
    // Floor:   API 6 × 2 = 12, worker 4 × 2 = 8, ML 2 × 2 = 4, outbox 3 × 0.2 = 0.6: 24.6 CPU
    //          6 × 4 = 24, 4 × 4 = 16, 2 × 8 = 16, 3 × 0.5 = 1.5: 57.5 GiB; 6 + 4 + 2 + 3 = 15 pods
    // Ceiling: 50 × 2 = 100, 30 × 2 = 60, 10 × 2 = 20, 0.6: 180.6 CPU
    //          200 + 120 + 80 + 1.5 = 401.5 GiB; 50 + 30 + 10 + 3 = 93 pods
    const { tiers } = plan();
    expect(tiers.map(({ id, cpu }) => [id, cpu.floor.value, cpu.ceiling.value])).toEqual([
      ['api', 12, 100],
      ['worker', 8, 60],
      ['mlWorker', 4, 20],
      ['outboxPublisher', 0.6, 0.6],
    ]);
    expect(reading().capacity).toEqual({
      min: { cpu: 24.6, memoryGiB: 57.5, pods: 15 },
      max: { cpu: 180.6, memoryGiB: 401.5, pods: 93 },
    });
  });

  it('follows the operator’s own numbers and says so', () => {
    // 8 × 1.5 = 12 CPU, 8 × 3 = 24 GiB
    const [api] = plan({
      'api.autoscaling.minReplicas': '8',
      'api.resources.requests.cpu': '1500m',
      'api.resources.requests.memory': '3Gi',
    }).tiers;
    expect(api?.pods).toEqual({
      floor: { value: 8, origin: 'your number', how: 'api.autoscaling.minReplicas' },
      ceiling: { value: 50, origin: 'documented', how: expect.stringContaining('values-large') },
    });
    expect(api?.cpu.floor).toEqual({ value: 12, origin: 'derived', how: '8 × 1500m' });
    expect(api?.memoryGiB.floor).toEqual({ value: 24, origin: 'derived', how: '8 × 3Gi' });
    expect(api?.pod.cpu).toMatchObject({ text: '1500m', origin: 'your number' });
    expect(api?.pod.cpuLimit).toMatchObject({ text: '4', origin: 'documented' });
  });

  it('has limits only where some are set, and one number for a tier that nothing scales', () => {
    const outbox = plan().tiers.at(-1);
    expect(outbox?.pod).not.toHaveProperty('cpuLimit');
    expect(outbox?.pods.ceiling).toEqual(outbox?.pods.floor);
  });

  it('leaves out what is off and what cannot be read', () => {
    const ids = (given: Record<string, string>) => plan(given).tiers.map(({ id }) => id);
    expect(ids({ 'mlWorker.enabled': 'false', 'mcp.dedicated': 'true' })).toEqual([
      'api',
      'worker',
      'outboxPublisher',
      'mcp',
    ]);
    expect(ids({ 'worker.keda.maxReplicaCount': 'many' })).not.toContain('worker');
  });
});

describe('worked by hand: nodes', () => {
  const size = { 'plan.nodeCpu': '15890m', 'plan.nodeMemory': '58Gi' };

  it('for the documented overlay, the API apart and zone by zone', () => {
    // A node of 15.89 CPU and 58 GiB holds 7 API pods (2 CPU, 4 GiB): CPU decides, 8 would be 16.
    // Floor, 6 pods over 3 zones: 2 each, 1 node each: 3. Ceiling, 50 pods: 17 + 17 + 16; 7 + 7 + 3, 7 + 7 + 3 and
    // 7 + 7 + 2: 3 nodes each: 9.
    const { groups, floor, ceiling } = nodes(size);
    expect(groups[0]).toMatchObject({
      id: 'api',
      floor: { nodes: { value: 3, how: expect.stringContaining('1 + 1 + 1') } },
      ceiling: { nodes: { value: 9, how: expect.stringContaining('3 + 3 + 3') } },
    });
    // The others at the floor: 4 workers (8 CPU, 16 GiB), 2 ML (4 CPU, 16 GiB), 3 outbox (0.6 CPU, 1.5 GiB):
    // 12.6 CPU and 33.5 GiB: 1 node. At the ceiling: 30 × 2 + 10 × 2 + 0.6 = 80.6 CPU. 40 pods of 2 CPU, 7 a node:
    // 6 nodes, the last with 5 of them, 5.89 CPU left for the 0.6. Memory: 120 + 80 + 1.5 = 201.5 of 348 GiB; a node
    // with 7 ML would take 56 of 58 GiB.
    expect(groups[1]).toMatchObject({
      id: 'rest',
      floor: { nodes: { value: 1 } },
      ceiling: { nodes: { value: 6 } },
    });
    expect(groups[1]?.ceiling.nodes.how).not.toContain('zone');
    expect(floor).toEqual({ value: 4, origin: 'derived', how: '3 + 1' });
    expect(ceiling).toEqual({ value: 15, origin: 'derived', how: '9 + 6' });
  });

  it('with soft spread the zones do not count', () => {
    // 6 pods: 1 node. 50 pods, 7 a node: 8 nodes (49 on 7, 1 on the 8th).
    const { groups } = nodes({ ...size, 'plan.apiZoneSpread': 'soft' });
    expect(groups[0]).toMatchObject({
      floor: { nodes: { value: 1 } },
      ceiling: { nodes: { value: 8, how: '50 API packed whole' } },
    });
    expect(groups[0]?.floor.nodes.how).not.toContain('zone');
  });

  it('without a group of its own the API shares nodes, zone by zone with all the rest', () => {
    // Floor over 3 zones: API 2, 2, 2; workers 2, 1, 1; ML 1, 1, 0; outbox 1, 1, 1.
    // Zone 1: 4 + 4 + 2 + 0.2 = 10.2 CPU, 8 + 8 + 8 + 0.5 = 24.5 GiB: 1 node, and the others less: 3.
    // Ceiling: API 17, 17, 16; workers 10, 10, 10; ML 4, 3, 3; outbox 1, 1, 1. Zone 1 has 31 pods of 2 CPU, 7 a node:
    // 28 on 4 nodes, 3 on a 5th beside 0.2. Zone 2 has 30, zone 3 has 29: 5 each: 15.
    const { groups } = nodes({ ...size, 'plan.apiNodeGroup': 'false' });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      id: 'all',
      floor: { nodes: { value: 3, how: expect.stringContaining('1 + 1 + 1') } },
      ceiling: { nodes: { value: 15, how: expect.stringContaining('5 + 5 + 5') } },
    });
  });

  it('deals out what the zones cannot share evenly', () => {
    // 22 pods over 3 zones: 8, 7 and 7. At 7 a node: 2 + 1 + 1.
    const { groups } = nodes({ ...size, 'api.autoscaling.minReplicas': '22' });
    expect(groups[0]?.floor).toMatchObject({
      nodes: { value: 4, how: expect.stringContaining('2 + 1 + 1') },
    });
  });

  it('says which pod fits no node, and why', () => {
    // 7.9 CPU and 7 GiB: an ML pod wants 8 GiB. The others: 4 workers (4 GiB) one a node, because two take 8 GiB.
    const { misfits, groups } = nodes({ 'plan.nodeCpu': '7900m', 'plan.nodeMemory': '7Gi' });
    expect(misfits).toEqual([
      {
        id: 'mlWorker',
        why: 'One pod of ML worker requests 8Gi where a node gives 7Gi. It fits no node and stays Pending.',
      },
    ]);
    expect(groups[1]?.floor.nodes.value).toBe(4);
  });

  it('are unknown until a node is described, naming what is missing', () => {
    expect(plan().nodes).toMatchObject({ needs: ['plan.nodeCpu', 'plan.nodeMemory'] });
    expect(plan({ 'plan.nodeCpu': '4' }).nodes).toMatchObject({ needs: ['plan.nodeMemory'] });
    expect(plan({ 'plan.nodeCpu': '4', 'plan.nodeMemory': '4 Gi' }).nodes).toMatchObject({
      needs: ['plan.nodeMemory'],
    });
  });
});

describe('worked by hand: API pods for the peak', () => {
  const load = (given: Record<string, string>) => known(plan(given).load);

  it('are the peak over what a pod does at the HPA’s target', () => {
    // 5,000 ÷ (250 × 70 %) = 5,000 ÷ 175 = 28.57: 29, and 50 are allowed.
    const given = { 'plan.peakRps': '5000', 'plan.rpsPerPod': '250' };
    expect(load(given)).toMatchObject({
      pods: { value: 29, origin: 'derived', how: '5,000 ÷ (250 × 70 %), rounded up' },
      maximum: { value: 50, origin: 'documented' },
    });
    expect(load(given)).not.toHaveProperty('raise');
  });

  it('offer to raise the maximum when it is too low', () => {
    // 20,000 ÷ (200 × 60 %) = 20,000 ÷ 120 = 166.67: 167
    const given = {
      'plan.peakRps': '20000',
      'plan.rpsPerPod': '200',
      'api.autoscaling.targetCPUUtilizationPercentage': '60',
    };
    const { pods, raise } = load(given);
    expect(pods.value).toBe(167);
    expect(raise).toEqual({ key: 'api.autoscaling.maxReplicas', to: 167 });
    expect(load({ ...given, [raise?.key ?? '']: String(raise?.to) })).not.toHaveProperty('raise');
  });

  it('do not offer what the field would refuse', () => {
    // 1,000,000 ÷ (100 × 70 %) = 14,285.7: 14,286, and the field ends at 1,000.
    const beyond = load({ 'plan.peakRps': '1000000', 'plan.rpsPerPod': '100' });
    expect(beyond).not.toHaveProperty('raise');
    expect(beyond.outOfReach).toContain('14,286 pods are more than the 1,000');
  });

  it('are not guessed from the documented range', () => {
    const { load } = plan({ 'plan.peakRps': '5000' });
    expect(load).toMatchObject({ needs: ['plan.rpsPerPod'] });
    expect(isKnown(load) ? '' : load.unknown).toContain('100 to 500 requests/s an instance');
    expect(plan().load).toMatchObject({ needs: ['plan.peakRps', 'plan.rpsPerPod'] });
  });

  it('agree with the limit rps-above-ceiling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 10, max: 95 }),
        fc.integer({ min: 6, max: 100 }),
        (peak, rate, target, most) => {
          const given = {
            'plan.peakRps': String(peak),
            'plan.rpsPerPod': String(rate),
            'api.autoscaling.targetCPUUtilizationPercentage': String(target),
            'api.autoscaling.maxReplicas': String(most),
          };
          const { pods, maximum } = load(given);
          expect(limitIds(given).includes('rps-above-ceiling')).toBe(pods.value > maximum.value);
        },
      ),
    );
  });
});

describe('worked by hand: Postgres connections', () => {
  const connections = (given: Record<string, string>) => known(plan(given).connections);

  it('are pods at the ceiling times the pool of one', () => {
    // 93 × 10 = 930; 800 are accepted; 800 ÷ 93 = 8.6: a pool of 8 fits. 930 needs the rung of 1,600.
    const given = { 'plan.postgresPoolSize': '10', 'plan.postgresMaxConnections': '800' };
    expect(connections(given)).toMatchObject({
      opened: { value: 930, origin: 'derived', how: '93 × 10' },
      accepted: { value: 800, origin: 'your number' },
      isEnough: false,
      largestPool: { value: 8 },
      rung: { instance: 'db.r6g.4xlarge', maxConnections: 1600 },
    });
    expect(limitIds(given)).toContain('postgres-connections');
  });

  it('are enough up to the last one', () => {
    // 93 × 8 = 744
    const given = { 'plan.postgresPoolSize': '8', 'plan.postgresMaxConnections': '744' };
    expect(connections(given)).toMatchObject({ isEnough: true, rung: { maxConnections: 800 } });
    expect(limitIds(given)).not.toContain('postgres-connections');
    expect(connections({ ...given, 'plan.postgresMaxConnections': '743' })).toMatchObject({
      isEnough: false,
    });
  });

  it('take the rung that accepts exactly as many', () => {
    // API 57 + worker 30 + ML 10 + outbox 3 = 100 pods; 100 × 4 = 400
    const given = { 'api.autoscaling.maxReplicas': '57', 'plan.postgresPoolSize': '4' };
    expect(connections(given)).toMatchObject({
      opened: { value: 400 },
      rung: { instance: 'db.r6g.xlarge' },
    });
  });

  it('can be beyond the whole ladder', () => {
    // 93 × 20 = 1,860, and the ladder ends at 1,600.
    const found = connections({ 'plan.postgresPoolSize': '20' });
    expect(found.opened.value).toBe(1860);
    expect(found).not.toHaveProperty('rung');
    expect(found).not.toHaveProperty('accepted');
  });

  it('are unknown without a pool', () => {
    expect(plan().connections).toMatchObject({ needs: ['plan.postgresPoolSize'] });
  });

  it('are compared with a ladder that rises', () => {
    const rungs = RDS_LADDER.map(({ maxConnections }) => maxConnections);
    expect(rungs).toEqual([100, 200, 400, 800, 1600]);
  });
});

const replicas = {
  'api.autoscaling.minReplicas': 'api.autoscaling.maxReplicas',
  'worker.keda.minReplicaCount': 'worker.keda.maxReplicaCount',
  'mlWorker.autoscaling.minReplicas': 'mlWorker.autoscaling.maxReplicas',
};
const ranges = fc
  .tuple(...Object.keys(replicas).map(() => fc.tuple(fc.integer({ min: 1, max: 90 }), fc.nat(60))))
  .map((pairs) =>
    Object.entries(replicas).map(([min, max], at) => {
      const [floor = 1, more = 0] = pairs[at] ?? [];
      return { min, max, floor, ceiling: floor + more };
    }),
  );
const around = fc.record({
  'plan.nodeCpu': fc.integer({ min: 2, max: 33 }).map(String),
  'plan.nodeMemory': fc.integer({ min: 8, max: 130 }).map((amount) => `${amount}Gi`),
  'plan.apiNodeGroup': fc.boolean().map(String),
  'plan.apiZoneSpread': fc.constantFrom('strict', 'soft', 'off'),
  'plan.zones': fc.integer({ min: 1, max: 6 }).map(String),
  'stream.enabled': fc.boolean().map(String),
  'mcp.dedicated': fc.boolean().map(String),
});
type Ranges = { min: string; max: string; floor: number; ceiling: number }[];
const asAnswers = (all: Ranges, more = 0) =>
  Object.fromEntries(
    all.flatMap(({ min, max, floor, ceiling }, at) => [
      [min, String(floor + (at === more % all.length ? more : 0))],
      [max, String(ceiling + more)],
    ]),
  );

describe('for any answers', () => {
  it('more replicas never need fewer nodes, and the floor never more than the ceiling', () => {
    fc.assert(
      fc.property(ranges, around, fc.integer({ min: 1, max: 12 }), (all, given, more) => {
        const before = nodes({ ...given, ...asAnswers(all) });
        const after = nodes({ ...given, ...asAnswers(all, more) });
        expect(after.floor.value).toBeGreaterThanOrEqual(before.floor.value);
        expect(after.ceiling.value).toBeGreaterThanOrEqual(before.ceiling.value);
        expect(before.floor.value).toBeLessThanOrEqual(before.ceiling.value);
        for (const { floor, ceiling } of before.groups) {
          expect(floor.nodes.value).toBeLessThanOrEqual(ceiling.nodes.value);
          expect(floor.atLeast.value).toBeLessThanOrEqual(floor.nodes.value);
          expect(ceiling.atLeast.value).toBeLessThanOrEqual(ceiling.nodes.value);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the tiers add up to the reading’s capacity, the groups to the nodes', () => {
    fc.assert(
      fc.property(ranges, around, (all, given) => {
        const answers = { ...given, ...asAnswers(all) };
        const { tiers, nodes: found } = plan(answers);
        const { capacity } = reading(answers);
        for (const of of ['pods', 'cpu', 'memoryGiB'] as const) {
          for (const [end, least] of [
            ['floor', 'min'],
            ['ceiling', 'max'],
          ] as const) {
            const sum = tiers.reduce((so, tier) => so + tier[of][end].value, 0);
            expect(capacity[least][of]).toBeCloseTo(sum, 6);
          }
        }
        const { groups, floor, ceiling } = known(found);
        const add = (terms: readonly number[]) => terms.reduce((so, term) => so + term, 0);
        expect(add(groups.map((group) => group.floor.nodes.value))).toBe(floor.value);
        expect(add(groups.map((group) => group.ceiling.nodes.value))).toBe(ceiling.value);
      }),
      { numRuns: 100 },
    );
  });
});
