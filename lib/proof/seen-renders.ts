import { byId, idOf } from './compare-renders';
import type { Manifest, Render } from './manifest';
import { matchTiers, type TierMatch } from './match-tiers';
import type { Renders } from './proof';
import type { Tier } from './tier';

/** A render with its tiers found in it. */
export interface Seen {
  readonly render: Render;
  readonly tiers: ReadonlyMap<string, TierMatch>;
}

/** The renders of one proof, each seen by tier. */
export interface SeenRenders {
  readonly before: Seen | undefined;
  readonly after: Seen | undefined;
  readonly traced: Seen | undefined;
  /**
   * Whether something that `before` lacks was surely not there: all that it lacks belongs to what this overlay switches
   * on. A file that is cut off lacks other objects too.
   */
  readonly isBeforeWhole: boolean;
}

/** Finds the tiers in each render. A render without a single object is as good as none. */
export function seenRenders(tiers: readonly Tier[], renders: Renders): SeenRenders {
  const see = (render: Render | undefined): Seen | undefined => {
    if (!render || render.objects.length === 0) return undefined;
    const matches = matchTiers(tiers, render.objects, renders.chosen);
    return { render, tiers: new Map(matches.map((match) => [match.tier.id, match])) };
  };
  const [before, after] = [see(renders.before), see(renders.after)];
  return {
    before,
    after,
    traced: see(renders.traced),
    isBeforeWhole: !!before && !!after && isWhole(before.render, after.render),
  };
}

const SWITCHED_ON = new Set(['HorizontalPodAutoscaler', 'ScaledObject', 'PodDisruptionBudget']);

function isWhole(before: Render, after: Render): boolean {
  const there = byId(before.objects);
  const missing = after.objects.filter((one) => !there.has(idOf(one)));
  const isOfTier = ({ kind, workload }: Manifest) => SWITCHED_ON.has(kind) || !!workload;
  return before.broken.length === 0 && missing.every(isOfTier);
}
