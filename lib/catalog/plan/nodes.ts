import { quantityAnswer, wholeNumber } from '@/lib/domain/declare';
import { caution, limit, type Resources, type Situation } from '@/lib/domain/limit';
import { type NodeOffer, nodePlan } from '@/lib/domain/node-plan';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { source } from '../sources';
import { isStrict, SPREAD_PATH } from '../tiers/api-placement';
import { zones } from './zones';

const nodeCpu = quantityAnswer('plan.nodeCpu', {
  label: 'CPU of one node',
  help: 'As kubectl describe node prints under Allocatable, not the size of the machine.',
  unit: 'cores',
  source: source.plan,
  resource: 'cpu',
});

const nodeMemory = quantityAnswer('plan.nodeMemory', {
  label: 'Memory of one node',
  help: 'As kubectl describe node prints under Allocatable.',
  source: source.plan,
  resource: 'memory',
});

const nodeCount = wholeNumber('plan.nodeCount', {
  label: 'Nodes that there are',
  help: 'All nodes that may run these tiers, those of the API’s own group included. With an autoscaler, the most that it may start.',
  unit: 'nodes',
  source: source.plan,
  bounds: [1, 10_000],
});

const apiNodeCount = wholeNumber('plan.apiNodeCount', {
  label: 'Nodes of the API’s own group',
  help: 'Those among them that carry the label of the API’s group.',
  unit: 'nodes',
  source: source.plan,
  bounds: [1, 10_000],
});

const offer: NodeOffer = {
  cpu: nodeCpu,
  memory: nodeMemory,
  count: nodeCount,
  ownCount: { api: apiNodeCount },
  zones,
};

/** The groups of nodes that are known to be too few at the ceiling, and all together. */
function lacking(situation: Situation) {
  const plan = nodePlan(offer, situation);
  if (!plan) return [];
  const together = plan.groups.length > 1 ? [{ ...plan, title: 'All tiers together' }] : [];
  return [...plan.groups, ...together].filter(({ have, ceiling }) => (have ?? ceiling) < ceiling);
}

export const nodes: Option = {
  id: 'nodes',
  step: 'cluster',
  title: 'Nodes',
  summary: 'What one node leaves for pods, and how many nodes there are.',
  node: offer,
  parts: [nodeCpu, nodeMemory, nodeCount, apiNodeCount],
  limits: [
    caution('nodes-not-enough', {
      when: (situation) => lacking(situation).length > 0,
      keys: [],
      beside: nodeCount.key,
      message(situation) {
        const groups = lacking(situation).map(
          ({ title, ceiling, have = 0 }) =>
            `${title}: ${plural(ceiling, 'node')}, where you have ${have}`,
        );
        return `At the ceiling your nodes are too few, so pods stay Pending. This is an estimate that fills node after node. ${groups.join('; ')}. Add nodes, let an autoscaler add them, or lower the largest numbers of pods.`;
      },
      source: 'arithmetic on your numbers',
    }),
    limit('zone-loss', {
      when: ({ read }) => isStrict(read) && (read(zones) ?? 0) >= 2,
      keys: [SPREAD_PATH],
      message: (situation) =>
        `A failed zone counts while its nodes are registered, so its lost pods stay Pending. Strict spread counts each zone that has a node on which the API may run: one with a few surviving nodes as well, and none where the group is scaled to zero.${remains(situation)} Keep room for the floor in the other zones, and test the loss of a zone.`,
      source: 'Kubernetes: Pod Topology Spread Constraints',
    }),
  ],
  prerequisites: {
    'node-room': {
      text: ({ capacity: { min, max } }) =>
        `Room for ${resources(min)} at the floor, and nodes or an autoscaler for ${resources(max)} at the ceiling, beside what runs there already. What finds no room stays Pending.`,
      verify:
        "kubectl describe nodes | awk '/^[A-Z]/ { part = $1 $2 } part ~ /^(Allocatable:|Allocatedresources:)$/ && $1 ~ /^(cpu|memory):?$/ || /^Name:/'",
      good: 'For each node what it can give (cpu: and memory:), then what its pods already request (cpu and memory). The difference is free; added up over the nodes it must be what is asked for.',
      judgedBy: 'person',
      tools: ['kubectl'],
      limit: 'nodes-not-enough',
    },
  },
};

/** What is left with the fullest zone lost, where a node is described. */
function remains(situation: Situation): string {
  const group = nodePlan(offer, situation)?.groups.find(({ zoneLost }) => zoneLost?.pods.length);
  const { pods: [pods] = [], needs = 0, left } = group?.zoneLost ?? {};
  if (!pods) return '';
  const nodes =
    left === undefined
      ? ''
      : `, and ${plural(left, 'node is', 'nodes are')} left: ${left >= needs ? 'enough' : 'not enough'}`;
  return ` With the fullest of your ${situation.read(zones)} zones lost, ${pods.floor} ${pods.title} pods go on at the floor and ${pods.ceiling} at the ceiling; the whole floor then takes ${plural(needs, 'node')} in the other zones${nodes}.`;
}

const resources = ({ pods, cpu, memoryGiB }: Resources) =>
  `${plural(pods, 'pod that requests', 'pods that request')} ${cpu} CPU and ${memoryGiB} GiB`;
