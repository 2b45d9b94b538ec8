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

type NodePlan = NonNullable<ReturnType<typeof nodePlan>>;
/** Tiers that share nodes: those dedicated to one tier, or all other. */
type NodeGroup = NodePlan['groups'][number];

/**
 * How many nodes of the operator's size the tiers need at the floor and at the ceiling, compared with those there are: an
 * estimate by first fit. Only requests count, as they do for the Kubernetes scheduler. `undefined` until a node is described.
 */
export function nodePlan(
  offer: NodeOffer,
  { read, tiers }: { readonly read: Read; readonly tiers: readonly TierCapacity[] },
) {
  const [cpu = '', memory = ''] = [read(offer.cpu), read(offer.memory)];
  if (!cpu || !memory) return undefined;
  // Kubernetes rounds a request up to a whole millicore; a node is rounded down, so that it never seems larger than it is.
  const node = sizeOf({ cpu, memory }, Math.floor);
  const all = read(offer.count);
  const zones = read(offer.zones) ?? 1;
  const fits = ({ pod }: TierCapacity) => roomFor(sizeOf(pod, Math.ceil), node) > 0;
  const misfits = tiers
    .filter((tier) => !fits(tier))
    .map(({ id, title, pod }) => {
      const why = `One pod of ${title} requests ${pod.cpu} CPU and ${pod.memory}, where a node gives ${cpu} and ${memory}. It fits no node and stays Pending.`;
      return { id, why };
    });

  const group = (id: string, title: string, members: readonly TierCapacity[], have?: number) => {
    const fitting = members.filter(fits);
    const evenZones = ({ workload }: TierCapacity) => workload.placement?.evenZones(read);
    const spread = fitting.filter((tier) => evenZones(tier) !== undefined);
    const allZones = Math.max(1, ...fitting.map((tier) => evenZones(tier) ?? 1));
    const count = (end: 'min' | 'max', zoneCount = allZones) =>
      nodesOverZones(fitting, end, node, zoneCount);
    const floor = count('min');
    // Nodes are taken to stand evenly in the zones, and the fullest zone to be the one that is lost.
    const remains = (number: number) => number - Math.ceil(number / zones);
    const needs = count('min', spread.length > 0 ? Math.max(1, zones - 1) : 1);
    const left = have === undefined ? undefined : remains(have);
    return {
      id,
      title,
      ...against(have, floor, Math.max(floor, count('max'))),
      /** What the floor takes in the other zones, what is left, and which pods go on running, with a zone lost. */
      zoneLost:
        zones === 1
          ? undefined
          : {
              needs,
              left,
              isEnough: left === undefined ? undefined : left >= needs,
              pods: spread.map(({ title, min, max }) => ({
                title,
                floor: remains(min.pods),
                ceiling: remains(max.pods),
              })),
            },
    };
  };

  const ownNodes = ({ workload }: TierCapacity) => {
    const own = workload.placement?.dedicatedNodes;
    return own && read(own.isOn) ? own : undefined;
  };
  const ownHave = ({ id }: TierCapacity) => offer.ownCount[id] && read(offer.ownCount[id]);
  const apart = tiers.filter(ownNodes);
  const groups = apart.map((tier) =>
    group(
      tier.id,
      `${tier.title}, on nodes labelled ${ownNodes(tier)?.label}`,
      [tier],
      ownHave(tier),
    ),
  );
  const others = tiers.filter((tier) => !ownNodes(tier));
  const shared = apart.reduce(
    (left, tier) => left - (ownHave(tier) ?? Number.NaN),
    all ?? Number.NaN,
  );
  const [id, title] = apart.length > 0 ? ['rest', 'All other tiers'] : ['all', 'All tiers'];
  if (others.length > 0)
    groups.push(group(id, title, others, Number.isNaN(shared) ? undefined : Math.max(0, shared)));
  const sum = (end: 'floor' | 'ceiling') => groups.reduce((total, one) => total + one[end], 0);
  return { groups, misfits, ...against(all, sum('floor'), sum('ceiling')) };
}

/** Whether the nodes that there are do: at the floor, at the ceiling, and with a zone lost; a sentence for each group. */
export function nodeVerdicts(plan: NodePlan): readonly FigureVerdict[] {
  const { misfits, groups, fit } = plan;
  // Together, where it is not known how many nodes each group has.
  const together =
    fit && groups.some((group) => !group.fit)
      ? [{ ...plan, title: 'Together', zoneLost: undefined }]
      : [];
  return [
    ...misfits.map(({ why }) => ({ icon: 'problem', text: why }) as const),
    ...[...groups, ...together].map(verdictOf),
  ];
}

/** "All tiers: about 4 nodes at the floor, 13 at the ceiling. There are 20: the ceiling fits. With a zone lost …" */
function verdictOf({
  title,
  floor,
  ceiling,
  have,
  fit,
  zoneLost,
}: Omit<NodeGroup, 'id'>): FigureVerdict {
  const takes = `${title}: about ${plural(floor, 'node')} at the floor, ${ceiling} at the ceiling.`;
  const lost = zoneLost ? ` ${zoneText(zoneLost)}` : '';
  if (!fit) return { icon: 'limit', text: takes + lost };
  const fits = fit.ceiling
    ? 'the ceiling fits'
    : fit.floor
      ? 'the floor fits, the ceiling does not'
      : 'not even the floor fits';
  const isEnough = fit.ceiling && zoneLost?.isEnough !== false;
  return {
    icon: !fit.floor ? 'problem' : isEnough ? 'ok' : 'caution',
    text: `${takes} There are ${have}: ${fits}.${lost}`,
  };
}

function zoneText({ needs, left, isEnough, pods }: NonNullable<NodeGroup['zoneLost']>): string {
  const nodes =
    left === undefined
      ? `the floor takes ${plural(needs, 'node')} in the zones that are left`
      : `${left} are left, and the floor takes ${needs}: ${isEnough ? 'it fits' : 'it does not fit'}`;
  const running = pods.map(
    (tier) =>
      `, and ${tier.floor} (at the ceiling ${tier.ceiling}) ${tier.title} pods go on running`,
  );
  return `With a zone lost ${nodes}${running.join('')}.`;
}

/** The nodes needed and those there are; `fit` is `undefined` while the latter is not known. */
const against = (have: number | undefined, floor: number, ceiling: number) => ({
  floor,
  ceiling,
  have,
  fit: have === undefined ? undefined : { floor: have >= floor, ceiling: have >= ceiling },
});

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
