import type { Answer, Read } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import { type NodePlan, nodePlan } from '@/lib/domain/node-plan';
import { isOn, sizesOf } from '@/lib/domain/option';
import {
  connectionsAtCeiling,
  cpuShareAtRate,
  peakPods,
  RESERVED_CONNECTIONS,
  type Size,
} from '@/lib/domain/plan';
import type { Reading } from '@/lib/reading/reading';

/** A number that follows from the answers. */
export interface Figure {
  readonly value: number;
  /** The sum in words, with the operator's own numbers in it. */
  readonly how: string;
}

/** Why a figure is not known, and the keys of the answers that would make it known. */
export interface Unknown {
  readonly unknown: string;
  readonly needs: readonly string[];
}

type Known<T> = Exclude<T, Unknown>;

const notKnown = (unknown: string, needs: readonly string[]): Unknown => ({ unknown, needs });

/** Whether a figure is known. */
export function isKnown<T extends object>(found: T | Unknown): found is T {
  return !('unknown' in found);
}

/** The keys of those among these answers that are blank or invalid. */
const unanswered = (read: Read, ...answers: readonly (Answer | undefined)[]): string[] =>
  answers.flatMap((answer) => (answer && read(answer) === undefined ? [answer.key] : []));

/**
 * What the answers ask of a cluster, of Postgres, of the bus and of the store. A figure that needs a number which the
 * operator has not given stays unknown and names the answers that it needs. Answers with faults count as not given.
 */
export const capacityPlan = (catalog: Catalog, reading: Reading) => ({
  notCounted: notCounted(catalog, reading),
  nodes: nodes(catalog, reading),
  load: loadPlan(catalog, reading),
  connections: connectionPlan(catalog, reading),
  services: servicePlans(catalog, reading),
});

/** Tiers that are on and in no sum, because the chart decides a number that the sum takes. */
function notCounted({ options }: Catalog, { read, tiers }: Reading) {
  return options.flatMap((option) => {
    const { id, title, workload } = option;
    if (!workload?.pods || !isOn(option, read) || tiers.some((tier) => tier.id === id)) return [];
    const { pods, requests } = workload;
    const keys = unanswered(read, pods.min, pods.max, requests.cpu, requests.memory);
    return keys.length > 0 ? [{ title, keys }] : [];
  });
}

/** How nodes are counted, in words for the page. */
export const NODES_METHOD =
  'An estimate by first fit: whole pods, the largest request first, each on the first node that has room for it. The scheduler of a real cluster may need a node more or fewer. Only requests count. Where the spread of a tier is strict, its pods are dealt out evenly over the zones, and so is every tier on the same nodes.';

/** What the count of nodes leaves out, in words for the page. */
export const NODES_LEAVE_OUT =
  'Left out: daemon sets, whatever else runs on the nodes, cron jobs, limits above requests, rolling updates, and the largest number of pods that a node takes. Enter what is allocatable, and the reserve of the system is left out too. With a zone lost, the nodes are taken to stand evenly in the zones. As long as a node of the failed zone is there, strict spread still counts that zone and holds new pods back.';

function nodes({ options }: Catalog, reading: Reading): NodePlan | Unknown {
  const offer = options.find((option) => option.node)?.node;
  const unknown = notKnown(
    'How many nodes this takes depends on what one node can give.',
    unanswered(reading.read, offer?.cpu, offer?.memory),
  );
  return (offer && nodePlan(offer, reading)) ?? unknown;
}

/** Pods for the peak. */
export type LoadPlan = Known<ReturnType<typeof loadPlan>>;

/** cost-performance: what is documented of one instance's rate, for those who have not measured. */
const UNMEASURED =
  'The documentation gives 100 to 500 requests/s an instance, on App Runner and ECS instances of another size, and calls its large figures design targets. No number of pods follows from that: measure one pod with k6.';

/** How many pods the peak takes, by the same sum as the limit `rps-above-ceiling`. */
function loadPlan({ options }: Catalog, { read }: Reading) {
  const demand = options.find((option) => option.demand)?.demand;
  if (!demand) return notKnown('No question asks for a load.', []);
  const { peak, perPod, cpuPerPod, target } = demand;
  const tier = options.find(({ id }) => id === demand.tier)?.title ?? demand.tier;
  const maximum = read(demand.maximum);
  const counted = peakPods(demand, read);
  if (!counted || maximum === undefined) {
    const hasPeak = read(peak) !== undefined;
    const isOfTheTier = hasPeak && read(perPod) !== undefined;
    return notKnown(
      isOfTheTier
        ? `The largest number of ${tier} pods or the target of its HPA is left to the chart or not sound.`
        : hasPeak
          ? UNMEASURED
          : `How many ${tier} pods the peak takes depends on the peak and on the rate of one pod.`,
      unanswered(read, peak, perPod, ...(isOfTheTier ? [target, demand.maximum] : [])),
    );
  }
  const { pods, how, isMeasured } = counted;
  const share = cpuShareAtRate(demand, read);
  const percent = read(target) ?? 0;
  const caveats = [
    !isMeasured &&
      'This takes one pod at its measured rate to use all the CPU that it requests. A Node process seldom does: with the CPU that it used, the figure is the one at which the HPA settles.',
    share !== undefined &&
      share <= percent &&
      `A pod at its measured rate uses ${inFigures(share, 1)} % of its request, no more than the target of ${percent} %: the HPA lets every pod run above the rate that was measured. A target below ${inFigures(share, 1)} % keeps them at it.`,
  ].filter((caveat) => caveat !== false);
  const { key, shape } = demand.maximum;
  const most = shape.type === 'whole-number' ? shape.max : pods;
  return {
    pods: { value: pods, how },
    maximum,
    caveats,
    /** The answer that would make the figure better, while it is blank. */
    needs: isMeasured ? [] : unanswered(read, cpuPerPod),
    /** The change that would give the peak its pods, where the maximum is too low and the field takes that many. */
    raise: pods > maximum && pods <= most ? { key, to: pods } : undefined,
    outOfReach:
      pods > Math.max(maximum, most)
        ? `${inFigures(pods)} pods are more than the ${inFigures(most)} that can be entered. Split the load over clusters, or make one pod faster and measure it again. More CPU for a pod seldom does: a Node process runs on one core.`
        : undefined,
  };
}

/** The scaling runbook's RDS ladder. Other makers' instances have other figures. */
export const RDS_LADDER = [
  { instance: 'db.t3.medium', vcpu: 2, memoryGiB: 4, maxConnections: 100 },
  { instance: 'db.r6g.large', vcpu: 2, memoryGiB: 16, maxConnections: 200 },
  { instance: 'db.r6g.xlarge', vcpu: 4, memoryGiB: 32, maxConnections: 400 },
  { instance: 'db.r6g.2xlarge', vcpu: 8, memoryGiB: 64, maxConnections: 800 },
  { instance: 'db.r6g.4xlarge', vcpu: 16, memoryGiB: 128, maxConnections: 1600 },
] as const;

/** Postgres connections at the ceiling, while the API is rolled out. */
export type ConnectionPlan = Known<ReturnType<typeof connectionPlan>>;

/** Whether Postgres can answer every pod at the ceiling, by the same sum as the limit `postgres-connections`. */
function connectionPlan({ options }: Catalog, { read, capacity }: Reading) {
  const demand = options.find(({ connections }) => connections)?.connections;
  const counted = demand && connectionsAtCeiling(demand, capacity.max.pods, read);
  const pool = demand && read(demand.poolSize);
  if (!counted || pool === undefined) {
    return notKnown(
      'How many connections the pods open depends on the pool of one pod.',
      unanswered(read, demand?.poolSize),
    );
  }
  const { pods, surge, opened, free } = counted;
  const podsText = surge > 0 ? `(${inFigures(pods)} + ${surge} of a rollout)` : inFigures(pods);
  const rung = RDS_LADDER.find((one) => one.maxConnections - RESERVED_CONNECTIONS >= opened);
  return {
    opened: { value: opened, how: `${podsText} × ${inFigures(pool)}` },
    /** What Postgres leaves to them, and the largest pool with which every pod is answered. */
    room:
      free === undefined
        ? undefined
        : {
            value: free,
            how: `${inFigures(read(demand.accepted) ?? 0)} − ${RESERVED_CONNECTIONS} that PostgreSQL reserves`,
            isEnough: opened <= free,
            largestPool: pods > 0 ? Math.floor(free / (pods + surge)) : undefined,
          },
    /** The first rung of the documented ladder that is enough. */
    rung,
  };
}

/** How much of a service the load takes. */
export interface ServicePlan extends Pick<Size, 'title' | 'assumes'> {
  readonly count: Figure | Unknown;
}

/** The sizes that the chosen options declare, in the order of the catalogue. */
function servicePlans({ options }: Catalog, { read }: Reading): ServicePlan[] {
  return options
    .flatMap((option) => sizesOf(option, read))
    .map(({ title, assumes, load, count, how }) => {
      const given = read(load);
      return {
        title,
        assumes,
        count:
          given === undefined
            ? notKnown('The load is not given.', [load.key])
            : { value: count(given), how: how(given) },
      };
    });
}
