import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NodeSize, type PodKind, packPods } from './packing';

const GiB = 2 ** 30;
const pods = (id: string, count: number, cpu: number, memoryGiB: number): PodKind => ({
  id,
  count,
  cpuMilli: cpu * 1000,
  memoryBytes: memoryGiB * GiB,
});
const node = (cpu: number, memoryGiB: number): NodeSize => ({
  cpuMilli: cpu * 1000,
  memoryBytes: memoryGiB * GiB,
});

describe('packPods, worked by hand', () => {
  it('fills nodes with pods of one kind', () => {
    // 16 CPU hold 8 pods of 2 CPU, 64 GiB hold 16 pods of 4 GiB: CPU decides, 8 a node.
    // 50 pods: 6 nodes hold 48, a 7th the last 2.
    expect(packPods([pods('api', 50, 2, 4)], node(16, 64))).toEqual({
      nodes: 7,
      atLeast: 7,
      unfit: [],
    });
  });

  it('lets memory decide where it is the scarcer', () => {
    // 16 CPU hold 8 pods of 2 CPU, but 30 GiB only 3 of 8 GiB. 10 pods: 3 + 3 + 3 + 1.
    expect(packPods([pods('ml', 10, 2, 8)], node(16, 30)).nodes).toBe(4);
  });

  it('leaves no pod in two halves', () => {
    // 7 CPU hold 3 pods of 2 CPU; 1 CPU of each node stays empty. 9 pods: 3 nodes, although 18 CPU in all would be
    // 2.6 nodes of 7. 10 pods: 4 nodes, although 20 CPU would be 2.9.
    expect(packPods([pods('api', 9, 2, 1)], node(7, 64)).nodes).toBe(3);
    expect(packPods([pods('api', 10, 2, 1)], node(7, 64)).nodes).toBe(4);
  });

  it('goes on with the next kind on the node that is not full', () => {
    // 5 pods of 2 CPU on nodes of 4: 2 + 2 + 1. The third has 2 CPU left: 4 pods of 0.5 fit there, the 5th does not.
    const api = pods('api', 5, 2, 1);
    expect(packPods([api, pods('outbox', 4, 0.5, 0.5)], node(4, 64)).nodes).toBe(3);
    // 10 CPU and 2.5 CPU are 12.5, and three nodes have 12.
    expect(packPods([api, pods('outbox', 5, 0.5, 0.5)], node(4, 64)).nodes).toBe(4);
  });

  it('pairs shapes that fill each other’s holes', () => {
    // A node of 7.9 CPU and 15 GiB holds one pod of 2 CPU and 8 GiB, and beside it one of 2 CPU and 4 GiB (12 GiB).
    // 10 nodes with one of each leave 20 of the 30 small ones: 15 GiB hold 3, so 7 nodes more. 10 + 7 = 17.
    // One kind after the other would take 10 + 10.
    const packing = packPods([pods('ml', 10, 2, 8), pods('worker', 30, 2, 4)], node(7.9, 15));
    expect(packing.nodes).toBe(17);
  });

  it('needs no node for no pods', () => {
    expect(packPods([pods('worker', 0, 2, 4)], node(4, 8)).nodes).toBe(0);
    expect(packPods([], node(4, 8))).toEqual({ nodes: 0, atLeast: 0, unfit: [] });
  });

  it('says which pods fit no node and packs the others', () => {
    // 16 GiB fit no node of 15 GiB, whatever its CPU.
    expect(packPods([pods('big', 3, 1, 16), pods('api', 4, 2, 4)], node(8, 15))).toEqual({
      nodes: 2, // 15 GiB hold 3 of 4 GiB: 3 + 1
      atLeast: 2,
      unfit: ['big'],
    });
  });

  it('lets a pod have a node to the last byte', () => {
    expect(packPods([pods('api', 2, 4, 8)], node(4, 8))).toEqual({
      nodes: 2,
      atLeast: 2,
      unfit: [],
    });
    const short = { cpuMilli: 4000, memoryBytes: 8 * GiB - 1 };
    expect(packPods([pods('api', 2, 4, 8)], short).unfit).toEqual(['api']);
  });
});

const anyNode = fc.record({
  cpuMilli: fc.integer({ min: 1, max: 64 }),
  memoryBytes: fc.integer({ min: 1, max: 64 }),
});
const anyKinds = (most: number, count: number) =>
  fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      count: fc.integer({ min: 0, max: most }),
      cpuMilli: fc.integer({ min: 1, max: 40 }),
      memoryBytes: fc.integer({ min: 1, max: 40 }),
    }),
    { selector: ({ id }) => id, maxLength: count },
  );

/** The fewest nodes there can be, by trying every place for every pod. */
function fewest(kinds: readonly PodKind[], size: NodeSize): number {
  const all = kinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind));
  let best = all.length;
  const free: { cpu: number; memory: number }[] = [];
  const place = (index: number) => {
    if (free.length >= best) return;
    const pod = all[index];
    if (!pod) {
      best = free.length;
      return;
    }
    for (const at of free) {
      if (at.cpu < pod.cpuMilli || at.memory < pod.memoryBytes) continue;
      at.cpu -= pod.cpuMilli;
      at.memory -= pod.memoryBytes;
      place(index + 1);
      at.cpu += pod.cpuMilli;
      at.memory += pod.memoryBytes;
    }
    free.push({ cpu: size.cpuMilli - pod.cpuMilli, memory: size.memoryBytes - pod.memoryBytes });
    place(index + 1);
    free.pop();
  };
  place(0);
  return best;
}

describe('packPods', () => {
  it('never needs fewer nodes for more pods', () => {
    fc.assert(
      fc.property(anyKinds(60, 6), anyNode, fc.array(fc.nat(9)), (kinds, size, more) => {
        const grown = kinds.map((kind, at) => ({ ...kind, count: kind.count + (more[at] ?? 0) }));
        expect(packPods(grown, size).nodes).toBeGreaterThanOrEqual(packPods(kinds, size).nodes);
      }),
      { numRuns: 3000 },
    );
  });

  it('never needs fewer nodes for one kind more', () => {
    fc.assert(
      fc.property(anyKinds(60, 6), anyNode, (kinds, size) => {
        const fewer = kinds.slice(1);
        expect(packPods(kinds, size).nodes).toBeGreaterThanOrEqual(packPods(fewer, size).nodes);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order in which kinds are given', () => {
    fc.assert(
      fc.property(anyKinds(60, 6), anyNode, (kinds, size) => {
        expect(packPods([...kinds].reverse(), size).nodes).toBe(packPods(kinds, size).nodes);
      }),
    );
  });

  it('is never below what is possible and seldom far above it', () => {
    let runs = 0;
    let excess = 0;
    fc.assert(
      fc.property(anyKinds(3, 3), anyNode, (kinds, size) => {
        const { nodes, atLeast, unfit } = packPods(kinds, size);
        const best = fewest(
          kinds.filter(({ id }) => !unfit.includes(id)),
          size,
        );
        expect(nodes).toBeGreaterThanOrEqual(best);
        expect(atLeast).toBeLessThanOrEqual(best);
        expect(nodes).toBeLessThanOrEqual(best + 1);
        runs += 1;
        excess += nodes - best;
      }),
      { numRuns: 1000 },
    );
    expect(excess / runs).toBeLessThan(0.05);
  });
});
