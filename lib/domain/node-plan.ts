import type { Answer, Read } from './answer';
import type { FigureVerdict } from './figure';
import type { TierCapacity } from './limit';
import { plural } from './plural';
import { parseQuantity } from './quantity';

/** The nodes there are, as answers. */
export interface NodeOffer {
  /** What one node can give to pods: Kubernetes quantities of what is allocatable. */
  readonly cpu: Answer<string>;
  readonly memory: Answer<string>;
  readonly count: Answer<number>;
  /** How many of them are for one tier alone, by the id of the tier. */
  readonly ownCount: Readonly<Record<string, Answer<number>>>;
  /** The number of zones in which they stand. */
  readonly zones: Answer<number>;
}

/** What one node can give, or one pod requests: thousandths of a core, bytes. */
export interface NodeSize {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

/** Pods that are alike, and how many of them there are. */
export interface PodKind extends NodeSize {
  readonly count: number;
}

/** How many nodes pods take at the floor and at the ceiling, and how many there are, where that is known. */
interface NodeNeed {
  readonly title: string;
  readonly floor: number;
  readonly ceiling: number;
  readonly have: number | undefined;
}

/** What is left with a zone lost: nodes are taken to stand evenly in the zones, and the fullest of these to be lost. */
interface ZoneLost {
  /** The nodes that the floor takes in the other zones, and those that are left, where that is known. */
  readonly needs: number;
  readonly left: number | undefined;
  /** The pods that go on running, of tiers that are spread over the zones. */
  readonly pods: readonly Pick<NodeNeed, 'title' | 'floor' | 'ceiling'>[];
}

/** Tiers that share nodes: those dedicated to one tier, or all other. `zoneLost` is absent where there is one zone. */
interface NodeGroup extends NodeNeed {
  readonly zoneLost?: ZoneLost | undefined;
}

/** All groups together, each by itself, and why pods of some tiers fit no node. */
interface NodePlan extends NodeNeed {
  readonly groups: readonly NodeGroup[];
  readonly misfits: readonly string[];
}

/** The part of a situation that decides where pods go. */
interface Pods {
  readonly read: Read;
  readonly tiers: readonly TierCapacity[];
}

/**
 * How many nodes of the operator's size the tiers need at the floor and at the ceiling, compared with those there are: an
 * estimate by first fit. Only requests count, as they do for the Kubernetes scheduler. `undefined` until a node is described.
 */
export function nodePlan(offer: NodeOffer, { read, tiers }: Pods): NodePlan | undefined {
  const [cpu = '', memory = ''] = [read(offer.cpu), read(offer.memory)];
  if (!cpu || !memory) return undefined;
  // Kubernetes rounds a request up to a whole millicore; a node is rounded down, so that it never seems larger than it is.
  const node = sizeOf({ cpu, memory }, Math.floor);
  const fits = ({ pod }: TierCapacity) => roomFor(sizeOf(pod, Math.ceil), node) > 0;
  const zones = read(offer.zones) ?? 1;
  const groups = sharesOf(offer, { read, tiers }).map((share) =>
    groupOf({ ...share, tiers: share.tiers.filter(fits) }, node, zones, read),
  );
  return {
    title: 'Together',
    floor: groups.reduce((total, { floor }) => total + floor, 0),
    ceiling: groups.reduce((total, { ceiling }) => total + ceiling, 0),
    have: read(offer.count),
    groups,
    misfits: tiers
      .filter((tier) => !fits(tier))
      .map(
        ({ title, pod }) =>
          `One pod of ${title} requests ${pod.cpu} CPU and ${pod.memory}, where a node gives ${cpu} and ${memory}. It fits no node and stays Pending.`,
      ),
  };
}

/** Tiers that share nodes, and how many of these there are. */
interface NodeShare extends Pick<NodeNeed, 'title' | 'have'> {
  readonly tiers: readonly TierCapacity[];
}

/** Each tier that has nodes of its own, then all the others on what is left. */
function sharesOf({ count, ownCount }: NodeOffer, { read, tiers }: Pods): NodeShare[] {
  const ownNodes = ({ workload }: TierCapacity) => {
    const own = workload.placement?.dedicatedNodes;
    return own && read(own.isOn) ? own : undefined;
  };
  const known = (answer: Answer<number> | undefined) => answer && read(answer);
  const apart = tiers.filter(ownNodes).map((tier) => ({
    title: `${tier.title}, on nodes labelled ${ownNodes(tier)?.label}`,
    tiers: [tier],
    have: known(ownCount[tier.id]),
  }));
  const others = tiers.filter((tier) => !ownNodes(tier));
  if (others.length === 0) return apart;
  const title = apart.length > 0 ? 'All other tiers' : 'All tiers';
  const taken = apart.map(({ have }) => have);
  return [...apart, { title, tiers: others, have: restOf(known(count), taken) }];
}

/** What is left of a number, at least none; `undefined` where one of the numbers is not known. */
function restOf(
  all: number | undefined,
  taken: readonly (number | undefined)[],
): number | undefined {
  if (all === undefined || !taken.every((one) => one !== undefined)) return undefined;
  return Math.max(
    0,
    taken.reduce((rest, one) => rest - one, all),
  );
}

/** What tiers take whose pods fit the nodes that they share. */
function groupOf(
  { title, have, tiers }: NodeShare,
  node: NodeSize,
  zones: number,
  read: Read,
): NodeGroup {
  const evenZones = ({ workload }: TierCapacity) => workload.placement?.evenZones(read);
  const spread = tiers.filter((tier) => evenZones(tier) !== undefined);
  const evenly = Math.max(1, ...tiers.map((tier) => evenZones(tier) ?? 1));
  const floor = nodesOverZones(tiers, 'min', node, evenly);
  const ceiling = Math.max(floor, nodesOverZones(tiers, 'max', node, evenly));
  const group = { title, have, floor, ceiling };
  if (zones === 1) return group;
  const remaining = (count: number) => count - Math.ceil(count / zones);
  const zoneLost: ZoneLost = {
    needs: nodesOverZones(tiers, 'min', node, spread.length > 0 ? Math.max(1, zones - 1) : 1),
    left: have === undefined ? undefined : remaining(have),
    pods: spread.map(({ title, min, max }) => ({
      title,
      floor: remaining(min.pods),
      ceiling: remaining(max.pods),
    })),
  };
  return { ...group, zoneLost };
}

/** Whether the nodes that there are do: at the floor, at the ceiling, and with a zone lost; a sentence for each group. */
export function nodeVerdicts(plan: NodePlan): readonly FigureVerdict[] {
  const { misfits, groups, have } = plan;
  // Together, where it is not known how many nodes each group has.
  const isEachKnown = groups.every((group) => group.have !== undefined);
  const together = have === undefined || isEachKnown ? [] : [plan];
  return [
    ...misfits.map((text) => ({ icon: 'problem', text }) as const),
    ...[...groups, ...together].map(verdictOf),
  ];
}

/** "All tiers: about 4 nodes at the floor, 13 at the ceiling. There are 20: the ceiling fits. With a zone lost …" */
function verdictOf({ title, floor, ceiling, have, zoneLost }: NodeGroup): FigureVerdict {
  const takes = `${title}: about ${plural(floor, 'node')} at the floor, ${ceiling} at the ceiling.`;
  const lost = zoneLost ? ` ${zoneText(zoneLost)}` : '';
  if (have === undefined) return { icon: 'limit', text: takes + lost };
  const says = (fits: string) => `${takes} There are ${have}: ${fits}.${lost}`;
  if (have < floor) return { icon: 'problem', text: says('not even the floor fits') };
  if (have < ceiling)
    return { icon: 'caution', text: says('the floor fits, the ceiling does not') };
  const { needs = 0, left = needs } = zoneLost ?? {};
  return { icon: left >= needs ? 'ok' : 'caution', text: says('the ceiling fits') };
}

function zoneText({ needs, left, pods }: ZoneLost): string {
  const nodes =
    left === undefined
      ? `the floor takes ${plural(needs, 'node')} in the zones that are left`
      : `${left} are left, and the floor takes ${needs}: ${left >= needs ? 'it fits' : 'it does not fit'}`;
  const running = pods.map(
    (tier) =>
      `, and ${tier.floor} (at the ceiling ${tier.ceiling}) ${tier.title} pods go on running`,
  );
  return `With a zone lost ${nodes}${running.join('')}.`;
}

function sizeOf(pod: { cpu: string; memory: string }, round: (value: number) => number): NodeSize {
  const units = (text: string) => Number(parseQuantity(text) ?? 0n) / 1e9;
  return { cpuMilli: round(units(pod.cpu) * 1000), memoryBytes: round(units(pod.memory)) };
}

const roomFor = (pod: NodeSize, free: NodeSize) =>
  Math.min(
    Math.floor(free.cpuMilli / Math.max(1, pod.cpuMilli)),
    Math.floor(free.memoryBytes / Math.max(1, pod.memoryBytes)),
  );

/** The nodes of all zones together, with the pods spread evenly over the zones; the first ones get the remainder. */
function nodesOverZones(
  tiers: readonly TierCapacity[],
  end: 'min' | 'max',
  node: NodeSize,
  zones: number,
): number {
  const inZone = (pods: number, zone: number) => Math.floor((pods + zones - 1 - zone) / zones);
  const kinds = (zone: number) =>
    tiers.map(({ pod, ...tier }) => ({
      ...sizeOf(pod, Math.ceil),
      count: inZone(tier[end].pods, zone),
    }));
  return Array.from({ length: zones }, (_, zone) => firstFit(kinds(zone), node)).reduce(
    (total, one) => total + one,
  );
}

/**
 * First fit, the pods with the largest share of a node first: each goes on the first node that has room for it. An
 * estimate: seldom the fewest nodes possible, and a real scheduler may take more.
 */
export function firstFit(pods: readonly PodKind[], node: NodeSize): number {
  const share = (pod: NodeSize) =>
    Math.max(pod.cpuMilli / node.cpuMilli, pod.memoryBytes / node.memoryBytes);
  const nodes: { cpuMilli: number; memoryBytes: number }[] = [];
  for (const pod of pods.toSorted((one, other) => share(other) - share(one))) {
    for (let left = pod.count, at = 0; left > 0 && roomFor(pod, node) > 0; at++) {
      const free = nodes[at] ?? { ...node };
      nodes[at] = free;
      const placed = Math.min(left, roomFor(pod, free));
      left -= placed;
      free.cpuMilli -= placed * pod.cpuMilli;
      free.memoryBytes -= placed * pod.memoryBytes;
    }
  }
  return nodes.length;
}
