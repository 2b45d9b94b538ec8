import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Given, readingOf } from '@/tests/support/reading';
import { firstFit, type NodeSize, nodePlan, nodeVerdicts, type PodKind } from './node-plan';

const GiB = 2 ** 30;
const pods = (count: number, cpu: number, memoryGiB: number): PodKind => ({
  count,
  cpuMilli: cpu * 1000,
  memoryBytes: memoryGiB * GiB,
});
const node = (cpu: number, memoryGiB: number): NodeSize => pods(0, cpu, memoryGiB);

it.each([
  // 16 CPU hold 8 pods of 2: 50 pods are 6 nodes of 8 and a 7th with 2.
  ['pods of one kind', [pods(50, 2, 4)], node(16, 64), 7],
  // 30 GiB hold 3 pods of 8 GiB: 3 + 3 + 3 + 1.
  ['memory where it is the scarcer', [pods(10, 2, 8)], node(16, 30), 4],
  // 7 CPU hold 3 pods of 2; 20 CPU in all would be 2.9 nodes.
  ['no pod in two halves', [pods(10, 2, 1)], node(7, 64), 4],
  // 2 + 2 + 1 pods of 2 CPU; the third node has 2 CPU left for 4 of 0.5.
  ['the next kind in the holes', [pods(5, 2, 1), pods(4, 0.5, 0.5)], node(4, 64), 3],
  // Each of 10 nodes of 15 GiB holds one of 8 GiB and one of 4; the other 20 of 4 go 3 a node: 7.
  ['shapes that fit together', [pods(10, 2, 8), pods(30, 2, 4)], node(7.9, 15), 17],
  ['no pods', [pods(0, 2, 4)], node(4, 8), 0],
  ['a node to the last byte', [pods(2, 4, 8)], node(4, 8), 2],
])('first fit, worked by hand %s', (_, kinds, size, nodes) => {
  expect(firstFit(kinds, size)).toBe(nodes);
  expect(firstFit([...kinds].reverse(), size)).toBe(nodes);
});

const SIZE = { 'plan.nodeCpu': '15890m', 'plan.nodeMemory': '58Gi' };
const offer = catalog.options.find((option) => option.node)?.node;
const planOf = (given: Given) => {
  const plan = offer && nodePlan(offer, readingOf(given));
  if (!plan) throw new Error('no node is described');
  return plan;
};

it.each<[Given, object]>([
  // A node holds 7 API pods (2 CPU, 4 GiB). Floor: 6 over 3 zones, 1 node each. Ceiling: 17 + 17 + 16 pods, 3 each.
  // The rest at the floor: 12.6 CPU, 33.5 GiB: 1. At the ceiling 40 pods of 2 CPU, 7 a node: 6, the last with room.
  [
    {},
    {
      groups: [
        { title: expect.stringMatching(/^API, on/), floor: 3, ceiling: 9 },
        { title: 'All other tiers', floor: 1, ceiling: 6 },
      ],
      ...{ floor: 4, ceiling: 15 },
    },
  ],
  [{ 'plan.apiZoneSpread': 'soft' }, { groups: [{ ceiling: 8 }, {}] }], // 49 on 7 nodes, 1 on the 8th
  // Zone 1 at the ceiling: API 17, worker 10, ML 4: 31 pods of 2 CPU, 7 a node: 5 nodes; zones 2 and 3 the same.
  [{ 'plan.apiNodeGroup': 'false' }, { groups: [{ title: 'All tiers', ceiling: 15 }] }],
])('worked by hand, the plan with %j', (given, plan) => {
  expect(planOf({ ...SIZE, ...given })).toMatchObject(plan);
});

it('worked by hand, the plan says what a lost zone leaves', () => {
  // 6 pods lose 2, 50 lose 17. The floor in 2 zones: 3 pods each, 1 node each.
  const [api, rest] = planOf(SIZE).groups;
  expect(api?.zoneLost).toEqual({ needs: 2, pods: [{ title: 'API', floor: 4, ceiling: 33 }] });
  expect(rest?.zoneLost).toEqual({ needs: 1, pods: [] });
  expect(planOf({ ...SIZE, 'plan.zones': '1' }).groups[0]?.zoneLost).toBeUndefined();
});

it('worked by hand, the plan says which pod fits no node, and why', () => {
  const { misfits, groups } = planOf({ 'plan.nodeCpu': '7900m', 'plan.nodeMemory': '7Gi' });
  const why =
    'One pod of ML worker requests 2 CPU and 8Gi, where a node gives 7900m and 7Gi. It fits no node and stays Pending.';
  expect(misfits).toEqual([why]);
  expect(groups[1]?.floor).toBe(4); // 4 workers of 4 GiB, one a node
});

it('worked by hand, the plan knows of nothing until a node is described', () => {
  expect(offer && nodePlan(offer, readingOf({ 'plan.nodeCpu': '4' }))).toBeUndefined();
});

const withNodes = (all = '', own = '') =>
  planOf({ ...SIZE, 'plan.nodeCount': all, 'plan.apiNodeCount': own });

it.each([
  ['20', '9', [9, 11], 'ok', 'ok'],
  ['20', '8', [8, 12], 'caution', 'ok'],
  ['10', '2', [2, 8], 'problem', 'ok'],
  ['', '9', [9, undefined], 'ok', 'limit'],
  ['14', '', [undefined, undefined], 'limit', 'limit', 'caution'], // 15 in all
  ['15', '', [undefined, undefined], 'limit', 'limit', 'ok'],
])('the nodes there are: %s, %s of the API', (all, own, have, ...icons) => {
  const plan = withNodes(all, own);
  expect(plan.groups.map((group) => group.have)).toEqual(have);
  expect(nodeVerdicts(plan).map(({ icon }) => icon)).toEqual(icons);
});

it('the nodes there are: says whether the floor fits with a zone lost', () => {
  const lost = (own: string) => withNodes('20', own).groups[0]?.zoneLost;
  expect(lost('9')).toMatchObject({ left: 6, needs: 2 });
  expect(lost('2')).toMatchObject({ left: 1, needs: 2 });
});
