import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { parseQuantity } from '@/lib/domain/quantity';
import type { Reading } from '@/lib/reading/reading';
import { derived, type Figure, type Unknown, unanswered } from './figure';
import { type NodeSize, type PodKind, packPods } from './packing';

/** Nodes for some tiers at one end of their ranges. */
export interface NodeCount {
  readonly nodes: Figure;
  /** No packing can do with fewer. */
  readonly atLeast: Figure;
}

/** Tiers that share nodes. */
export interface NodeGroup {
  /** The id of the tier that these nodes are dedicated to, else `rest` or `all`. */
  readonly id: string;
  readonly title: string;
  readonly floor: NodeCount;
  readonly ceiling: NodeCount;
}

/** A tier of which no pod fits an empty node. */
export interface Misfit {
  readonly id: string;
  readonly why: string;
}

export interface NodePlan {
  readonly groups: readonly NodeGroup[];
  /** All groups together. */
  readonly floor: Figure;
  readonly ceiling: Figure;
  /** Their pods are in no count above. */
  readonly misfits: readonly Misfit[];
}

/** How pods were packed, in words for the page. */
export const PACKING_METHOD =
  'Whole pods, never halves, packed next-fit from the largest request to the smallest, after setting nodes aside for mixes of tiers that fill each other’s holes. It may take a node more than the best packing would; more pods never give fewer nodes. Where a tier’s spread is strict its pods, and with them every tier on the same nodes, are dealt out evenly over the zones and each zone is packed apart.';

/** What no count of nodes here has in it. */
export const PACKING_LEAVES_OUT =
  'Left out: daemon sets, whatever else runs on the nodes, cron jobs, limits above requests, rolling updates, and the most pods that a node takes. The system’s reserve is left out by entering what is allocatable.';

interface Tier extends PodKind {
  readonly title: string;
  readonly cpu: string;
  readonly memory: string;
}

/**
 * Nodes of the operator's size that the tiers take at the floor and at the ceiling. Only requests count, as they do
 * for the Kubernetes scheduler.
 */
export function nodePlan({ options }: Catalog, { read, tiers }: Reading): NodePlan | Unknown {
  const offer = options.find((option) => option.node)?.node;
  const [cpu, memory] = [offer && read(offer.cpu), offer && read(offer.memory)];
  if (!cpu || !memory) {
    return {
      unknown: 'How many nodes this takes depends on what one node can give.',
      needs: offer ? unanswered(read, offer.cpu, offer.memory) : [],
    };
  }
  // Kubernetes rounds a request up to a whole millicore; what a node gives is rounded down, so that no node seems larger than it is.
  const node = { cpuMilli: Math.floor(milli(cpu)), memoryBytes: Math.floor(bytes(memory)) };
  const at = (end: 'minReplicas' | 'maxReplicas'): Tier[] =>
    tiers.map(({ id, title, footprint: { cpu, memory, ...pods } }) => {
      const kind = { cpuMilli: Math.ceil(milli(cpu)), memoryBytes: Math.ceil(bytes(memory)) };
      return { id, title, count: pods[end], cpu, memory, ...kind };
    });
  const [floor, ceiling] = [at('minReplicas'), at('maxReplicas')];

  const groups = groupsOf(options, read).flatMap(({ id, title, members, zones }): NodeGroup[] => {
    const isMember = (tier: Tier) => members.includes(tier.id);
    if (!floor.some(isMember)) return [];
    const count = (tiers: readonly Tier[]) => countNodes(tiers.filter(isMember), node, zones);
    return [{ id, title, floor: count(floor), ceiling: count(ceiling) }];
  });

  const total = (end: 'floor' | 'ceiling') => {
    const terms = groups.map((one) => one[end].nodes.value);
    return derived(sum(terms), terms.map((term) => inFigures(term)).join(' + ') || 'no tier');
  };
  const { unfit } = packPods(ceiling, node);
  return {
    groups,
    floor: total('floor'),
    ceiling: total('ceiling'),
    misfits: ceiling
      .filter(({ id }) => unfit.includes(id))
      .map((tier) => ({ id: tier.id, why: whyUnfit(tier, node, cpu, memory) })),
  };
}

/** Which tiers share nodes: each with dedicated nodes, then all the others together. */
function groupsOf(options: readonly Option[], read: Reading['read']) {
  const placed = options.flatMap(({ id, title, workload }) => {
    if (!workload) return [];
    const { placement } = workload;
    const label =
      placement && read(placement.dedicatedNodes.isOn) ? placement.dedicatedNodes.label : '';
    return [{ id, title, label, zones: placement?.evenZones(read) }];
  });
  const own = placed.filter(({ label }) => label !== '');
  const rest = placed.filter(({ label }) => label === '');
  const zones = rest.flatMap((tier) => tier.zones ?? []);
  return [
    ...own.map((tier) => ({
      id: tier.id,
      title: `${tier.title}, on nodes labelled ${tier.label}`,
      members: [tier.id],
      zones: tier.zones,
    })),
    {
      id: own.length > 0 ? 'rest' : 'all',
      title: own.length > 0 ? 'All other tiers' : 'All tiers',
      members: rest.map(({ id }) => id),
      zones: zones.length > 0 ? Math.max(...zones) : undefined,
    },
  ];
}

const milli = (quantity: string) => Number(parseQuantity(quantity) ?? 0n) / 1e6;
const bytes = (quantity: string) => Number(parseQuantity(quantity) ?? 0n) / 1e9;

function countNodes(tiers: readonly Tier[], node: NodeSize, spread: number | undefined): NodeCount {
  const zones = spread ?? 1;
  const packed = Array.from({ length: zones }, (_, zone) => {
    const inZone = tiers.map((tier) => ({ ...tier, count: countInZone(tier.count, zone, zones) }));
    return packPods(inZone, node);
  });
  const perZone = packed.map(({ nodes }) => nodes);
  const how =
    spread === undefined
      ? 'packed whole'
      : `dealt out over ${plural(spread, 'zone')}, each packed whole: ${perZone.join(' + ')}`;
  return {
    nodes: derived(sum(perZone), `${podsText(tiers)} ${how}`),
    atLeast: derived(
      sum(packed.map(({ atLeast }) => atLeast)),
      'the sums of CPU and memory, and each tier alone',
    ),
  };
}

const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + term, 0);

/** Pods dealt out one by one: the first zones get what cannot be shared evenly. */
const countInZone = (count: number, zone: number, all: number) =>
  Math.floor(count / all) + (zone < count % all ? 1 : 0);

const podsText = (tiers: readonly Tier[]) =>
  tiers.map(({ count, title }) => `${inFigures(count)} ${title}`).join(', ');

function whyUnfit(tier: Tier, node: NodeSize, nodeCpuText: string, nodeMemoryText: string): string {
  const lacks = [
    tier.cpuMilli > node.cpuMilli && `${tier.cpu} CPU where a node gives ${nodeCpuText}`,
    tier.memoryBytes > node.memoryBytes && `${tier.memory} where a node gives ${nodeMemoryText}`,
  ].filter((lack) => lack !== false);
  return `One pod of ${tier.title} requests ${lacks.join(' and ')}. It fits no node and stays Pending.`;
}
