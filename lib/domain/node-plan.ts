import type { Answer, Read } from './answer';
import type { TierCapacity } from './limit';
import { parseQuantity } from './quantity';

/** The nodes there are, as answers. */
export interface NodeOffer {
  /** What one node can give to pods: Kubernetes quantities of what is allocatable. */
  readonly cpu: Answer<string>;
  readonly memory: Answer<string>;
  /** All nodes there are. */
  readonly count?: Answer<number>;
  /** Those among them that are a tier's own, by the id of the tier. */
  readonly ownCount?: Readonly<Record<string, Answer<number>>>;
  /** Over how many zones they stand. */
  readonly zones?: Answer<number>;
}

/** Pods that are alike, and how many of them there are: whole thousandths of a core, whole bytes. */
export interface PodKind extends NodeSize {
  readonly count: number;
}

/** What one node can give. */
export interface NodeSize {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

/** What a group of nodes has against what it needs; each `undefined` while the number of nodes is not known. */
export interface Fit {
  readonly floor: boolean;
  readonly ceiling: boolean;
}

/** What is left with the fullest zone lost, at the floor. */
export interface ZoneLost {
  /** Nodes that the floor takes in the zones that are left. */
  readonly needs: number;
  /** Nodes that are left, where it is known how many there are. */
  readonly left?: number;
  readonly isEnough?: boolean;
  /** Of each tier that is spread evenly, the pods that go on running until others take the place of the lost. */
  readonly pods: readonly {
    readonly title: string;
    readonly floor: number;
    readonly ceiling: number;
  }[];
}

/** Tiers that share nodes. */
export interface NodeGroup {
  /** The id of the tier that these nodes are dedicated to, else `rest` or `all`. */
  readonly id: string;
  readonly title: string;
  /** Nodes by first fit: an estimate, seldom the fewest possible. */
  readonly floor: number;
  readonly ceiling: number;
  /** Nodes there are. */
  readonly have?: number;
  readonly fit?: Fit;
  /** Absent with a single zone. */
  readonly zoneLost?: ZoneLost;
}

export interface NodePlan {
  readonly groups: readonly NodeGroup[];
  /** All groups together. */
  readonly floor: number;
  readonly ceiling: number;
  readonly have?: number;
  readonly fit?: Fit;
  /** Tiers of which no pod fits an empty node. Their pods are in no count above. */
  readonly misfits: readonly { readonly id: string; readonly why: string }[];
}

interface Tier extends NodeSize {
  readonly capacity: TierCapacity;
  readonly zones: number | undefined;
  /** The label of its own nodes, where it has any. */
  readonly ownLabel: string | undefined;
}

/**
 * Nodes of the operator's size that the tiers take, against those there are. Only requests count, as they do for the
 * Kubernetes scheduler. `undefined` until a node is described.
 */
export function nodePlan(
  offer: NodeOffer,
  { read, tiers }: { readonly read: Read; readonly tiers: readonly TierCapacity[] },
): NodePlan | undefined {
  const [cpu, memory] = [read(offer.cpu), read(offer.memory)];
  if (!cpu || !memory) return undefined;
  // Kubernetes rounds a request up to a whole millicore; a node is rounded down, so that it never seems larger than it is.
  const node = { cpuMilli: Math.floor(milli(cpu)), memoryBytes: Math.floor(bytes(memory)) };
  const sized = tiers.map((capacity): Tier => {
    const { footprint, workload } = capacity;
    const own = workload.placement?.dedicatedNodes;
    return {
      capacity,
      cpuMilli: Math.ceil(milli(footprint.cpu)),
      memoryBytes: Math.ceil(bytes(footprint.memory)),
      zones: workload.placement?.evenZones(read),
      ownLabel: own && read(own.isOn) ? own.label : undefined,
    };
  });
  const fits = (tier: Tier) => roomFor(tier, node) > 0;
  const number = (answer: Answer<number> | undefined) => answer && read(answer);
  const zones = number(offer.zones) ?? 1;

  const group = (id: string, title: string, members: readonly Tier[], have?: number): NodeGroup => {
    const packed = members.filter(fits);
    const floor = countNodes(packed, 'min', node);
    const ceiling = Math.max(floor, countNodes(packed, 'max', node));
    const lost = zones > 1 && { zoneLost: zoneLost(packed, zones, node, have) };
    return { id, title, floor, ceiling, ...fitOf(have, floor, ceiling), ...lost };
  };
  const all = number(offer.count);
  let shared = all;
  const groups: NodeGroup[] = [];
  for (const tier of sized.filter(({ ownLabel }) => ownLabel !== undefined)) {
    const { id, title } = tier.capacity;
    const have = number(offer.ownCount?.[id]);
    shared = shared === undefined || have === undefined ? undefined : Math.max(0, shared - have);
    groups.push(group(id, `${title}, on nodes labelled ${tier.ownLabel}`, [tier], have));
  }
  const others = sized.filter(({ ownLabel }) => ownLabel === undefined);
  const [id, title] = groups.length > 0 ? ['rest', 'All other tiers'] : ['all', 'All tiers'];
  if (others.length > 0) groups.push(group(id, title, others, shared));

  const floor = sum(groups.map((one) => one.floor));
  const ceiling = sum(groups.map((one) => one.ceiling));
  const misfits = sized
    .filter((tier) => !fits(tier))
    .map((tier) => ({ id: tier.capacity.id, why: whyUnfit(tier, node, cpu, memory) }));
  return { groups, floor, ceiling, ...fitOf(all, floor, ceiling), misfits };
}

/** Whether some nodes are known to be too few for the ceiling. */
export const lacksNodes = ({ fit, groups }: NodePlan): boolean =>
  [fit, ...groups.map((group) => group.fit)].some((one) => one?.ceiling === false);

const milli = (quantity: string) => Number(parseQuantity(quantity) ?? 0n) / 1e6;
const bytes = (quantity: string) => Number(parseQuantity(quantity) ?? 0n) / 1e9;
const sum = (terms: readonly number[]) => terms.reduce((all, term) => all + term, 0);

const fitOf = (have: number | undefined, floor: number, ceiling: number) =>
  have === undefined ? {} : { have, fit: { floor: have >= floor, ceiling: have >= ceiling } };

const roomFor = (pod: NodeSize, free: NodeSize) =>
  Math.min(
    Math.floor(free.cpuMilli / Math.max(1, pod.cpuMilli)),
    Math.floor(free.memoryBytes / Math.max(1, pod.memoryBytes)),
  );

/**
 * First fit, the pods with the largest share of a node first: each goes on the first node that has room for it. An
 * estimate: seldom the fewest nodes possible, and a real scheduler may take more.
 */
export function firstFit(pods: readonly PodKind[], node: NodeSize): number {
  const share = (pod: NodeSize) =>
    Math.max(pod.cpuMilli / node.cpuMilli, pod.memoryBytes / node.memoryBytes);
  const nodes: { cpuMilli: number; memoryBytes: number }[] = [];
  for (const pod of [...pods].sort((one, other) => share(other) - share(one))) {
    let left = pod.count;
    const fill = (free: { cpuMilli: number; memoryBytes: number }) => {
      const placed = Math.min(left, roomFor(pod, free));
      left -= placed;
      free.cpuMilli -= placed * pod.cpuMilli;
      free.memoryBytes -= placed * pod.memoryBytes;
    };
    nodes.forEach(fill);
    while (left > 0 && roomFor(pod, node) > 0) {
      const opened = { ...node };
      fill(opened);
      nodes.push(opened);
    }
  }
  return nodes.length;
}

/** Pods dealt out one by one: the first zones get what cannot be shared evenly. */
const inZone = (count: number, zone: number, zones: number) =>
  Math.floor(count / zones) + (zone < count % zones ? 1 : 0);

/** One evenly spread tier makes all on the same nodes count zone by zone. */
function countNodes(
  tiers: readonly Tier[],
  end: 'min' | 'max',
  node: NodeSize,
  zones = Math.max(0, ...tiers.map((tier) => tier.zones ?? 0)),
): number {
  const kinds = tiers.map((tier): PodKind => ({ ...tier, count: tier.capacity[end].pods }));
  if (zones === 0) return firstFit(kinds, node);
  const inEachZone = Array.from({ length: zones }, (_, zone) =>
    kinds.map((kind) => ({ ...kind, count: inZone(kind.count, zone, zones) })),
  );
  return sum(inEachZone.map((kinds) => firstFit(kinds, node)));
}

/** Nodes are taken to stand evenly in the zones, and the fullest zone to be the one that is lost. */
function zoneLost(
  tiers: readonly Tier[],
  zones: number,
  node: NodeSize,
  have: number | undefined,
): ZoneLost {
  const remains = (count: number) => count - Math.ceil(count / zones);
  const spread = tiers.filter((tier) => tier.zones !== undefined);
  const needs = countNodes(tiers, 'min', node, spread.length > 0 ? zones - 1 : 0);
  return {
    needs,
    ...(have !== undefined && { left: remains(have), isEnough: remains(have) >= needs }),
    pods: spread.map(({ capacity: { title, min, max } }) => ({
      title,
      floor: remains(min.pods),
      ceiling: remains(max.pods),
    })),
  };
}

function whyUnfit(tier: Tier, node: NodeSize, nodeCpu: string, nodeMemory: string): string {
  const { title, footprint } = tier.capacity;
  const lacks = [
    tier.cpuMilli > node.cpuMilli && `${footprint.cpu} CPU where a node gives ${nodeCpu}`,
    tier.memoryBytes > node.memoryBytes && `${footprint.memory} where a node gives ${nodeMemory}`,
  ].filter((lack) => lack !== false);
  return `One pod of ${title} requests ${lacks.join(' and ')}. It fits no node and stays Pending.`;
}
