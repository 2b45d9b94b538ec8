import type { Catalog } from '@/lib/domain/catalog';
import type { TalksTo } from '@/lib/domain/option';
import { labelAt } from './boxes';
import type { Content } from './contents';
import { CALL_LANES, LABEL, LANES, STUB } from './floor-plan';
import type { Arrow, Box, Point } from './model';

/** A connection between two boxes, by their ids. */
export type Flow = TalksTo & { readonly from: string };

/** The connections whose two ends are there, those of a target that is off turned to where they go instead. */
export function flowsBetween({ options }: Catalog, all: readonly Content[]): Flow[] {
  const isOn = (id: string) => all.some((content) => content.id === id && content.kind !== 'off');
  const flows = options.flatMap(({ id, talksTo = [] }) =>
    talksTo.map((flow) => ({ ...flow, from: id })),
  );
  return flows.flatMap((flow) => {
    const to = [flow.to, flow.otherwise ?? flow.to].find(isOn);
    return to !== undefined && isOn(flow.from) ? [{ ...flow, to }] : [];
  });
}

/** Flows from a box to these others, in the order of those: so their lines nest. */
export function outgoing(
  flows: readonly Flow[],
  targets: readonly { readonly id: string }[],
  from: string,
) {
  const order = targets.map(({ id }) => id);
  return flows
    .filter((flow) => flow.from === from && order.includes(flow.to))
    .sort((one, other) => order.indexOf(one.to) - order.indexOf(other.to));
}

/** From tiers to what the operator provides: out to the right, along the target's lane, and in. */
export function connections(
  flows: readonly Flow[],
  tiers: readonly Box[],
  stores: readonly Box[],
): Arrow[] {
  const used = stores.filter(({ id }) => flows.some(({ to }) => to === id));
  const starts = tiers.flatMap((tier) => {
    const own = outgoing(flows, used, tier.id);
    const first = tier.y + tier.height / 2 - ((own.length - 1) * STUB) / 2;
    return own.map((flow, index) => ({ flow, x: tier.x + tier.width, y: first + index * STUB }));
  });
  return used.flatMap((store, index) => {
    // The lowest target has the leftmost lane: then the lines of one tier do not cross each other.
    const lane = LANES.right - LANES.apart * index;
    const end = entryOf(store, starts);
    return starts
      .filter(({ flow }) => flow.to === store.id)
      .map(({ flow, x, y }): Arrow => {
        const corners = y === end ? [] : [y, end].map((at): Point => [lane, at]);
        return {
          from: flow.from,
          to: flow.to,
          verb: flow.verb,
          points: [[x, y], ...corners, [store.x, end]],
          label: labelAt(flow.label, LABEL.room, { x: LABEL.x, y: y - 4, size: 11, tone: 'quiet' }),
        };
      });
  });
}

/** Where lines enter a box: straight on if one starts at its height, else near its middle and on no other line. */
function entryOf(box: Box, starts: readonly { readonly flow: Flow; readonly y: number }[]): number {
  const middle = box.y + Math.round(box.height / 4) * 2;
  const isIn = (y: number) => Math.abs(y - middle) <= box.height / 2 - 16;
  const straight = starts.find(({ flow, y }) => flow.to === box.id && isIn(y));
  const near = [0, -4, 4, -8, 8, -12, 12].map((by) => middle + by);
  const isFree = (y: number) => starts.every((start) => Math.abs(start.y - y) >= 4);
  return straight?.y ?? near.find(isFree) ?? middle;
}

/** From tier to tier: out to the left, along its own lane, and back in. */
export function calls(flows: readonly Flow[], tiers: readonly Box[]): Arrow[] {
  const boxOfTier = (id: string) => tiers.find((tier) => tier.id === id);
  const found = flows.flatMap((flow) => {
    const [from, to] = [boxOfTier(flow.from), boxOfTier(flow.to)];
    return from && to ? [{ flow, from, to }] : [];
  });
  return found.map(({ flow, from, to }, index) => {
    const lane = CALL_LANES.right - CALL_LANES.apart * index;
    // Each call has its own height at both ends, so that no two share a line.
    const at = (box: Box): number => box.y + 20 + 12 * index;
    const points: Point[] = [
      [from.x, at(from)],
      [lane, at(from)],
      [lane, at(to)],
      [to.x, at(to)],
    ];
    return { from: flow.from, to: flow.to, verb: flow.verb, points };
  });
}
