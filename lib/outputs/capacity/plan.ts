import type { Catalog } from '@/lib/domain/catalog';
import { type Figure, missing } from '@/lib/domain/figure';
import { type NodeOffer, nodePlan, nodeVerdicts } from '@/lib/domain/node-plan';
import { figuresOf, isOn } from '@/lib/domain/option';
import { inFigures } from '@/lib/domain/plural';
import type { Reading } from '@/lib/reading/reading';

/**
 * What the answers ask of a cluster, of Postgres, of the bus and of the store. A figure that lacks an answer stays unknown
 * and names the answers that it needs. An answer with a fault counts as not given.
 */
export function capacityPlan({ options }: Catalog, reading: Reading) {
  const offer = options.find(({ node }) => node)?.node;
  return {
    notCounted: notCounted(options, reading),
    /** The nodes, then what a plan asks about, then what follows from its load. */
    figures: [
      ...(offer ? [nodesFigure(offer, reading)] : []),
      ...options
        .toSorted((one, other) => Number(!one.about) - Number(!other.about))
        .flatMap((option) => figuresOf(option, reading)),
    ],
  };
}

/** How many nodes of the operator's size the pods take, against those there are. */
function nodesFigure(offer: NodeOffer, reading: Reading): Figure {
  const about = 'Nodes that it takes';
  const plan = nodePlan(offer, reading);
  if (!plan) {
    const says = ['How many nodes this takes depends on what one node can give.'];
    const needs = missing(reading, offer.cpu, offer.memory);
    return { about, value: undefined, unit: '', says, needs };
  }
  const { floor, ceiling, have } = plan;
  return {
    about,
    value: `${inFigures(floor)} → ${inFigures(ceiling)}`,
    unit: have === undefined ? 'nodes, estimated' : `of ${inFigures(have)} nodes`,
    says: [],
    verdicts: nodeVerdicts(plan),
    needs: [],
  };
}

/** Tiers that are on but in no sum, because a number that the sum needs is left to the chart. */
function notCounted(options: Catalog['options'], reading: Reading) {
  return options.flatMap((option) => {
    const { id, title, workload } = option;
    const isCounted = reading.tiers.some((tier) => tier.id === id);
    if (!workload?.pods || isCounted || !isOn(option, reading.read)) return [];
    const { pods, requests } = workload;
    const keys = new Set(missing(reading, pods.min, pods.max, requests.cpu, requests.memory));
    return keys.size > 0 ? [{ title, keys: [...keys] }] : [];
  });
}

/** How nodes are counted, in words for the page. */
export const NODES_METHOD =
  'An estimate by first fit: whole pods, the largest request first, each on the first node that has room for it. The scheduler of a real cluster may need a node more or fewer. Only requests count. Where the spread of a tier is strict, its pods are dealt out evenly over the zones, and so is every tier on the same nodes.';

/** What the count of nodes leaves out, in words for the page. */
export const NODES_LEAVE_OUT =
  'Left out: daemon sets, whatever else runs on the nodes, cron jobs, limits above requests, rolling updates, and the largest number of pods that a node takes. Enter what is allocatable, so that the system’s reserve is not counted as room. For a lost zone it is assumed that the nodes stand evenly in the zones. As long as a node of the failed zone is there, strict spread still counts that zone and holds new pods back.';
