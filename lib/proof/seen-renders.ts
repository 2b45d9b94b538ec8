import { byId, haveSameObjects, idOf } from './compare-renders';
import type { Manifest, Render } from './manifest';
import { matchTiers, type TierMatch } from './match-tiers';
import type { Renders } from './proof';
import type { Tier } from './tier';
import { tierObjects, type WorkloadObjects } from './tier-objects';

/** A render with its tiers found in it. */
export interface Seen {
  readonly render: Render;
  readonly tiers: ReadonlyMap<string, TierMatch & { readonly objects: readonly WorkloadObjects[] }>;
}

/** The renders of one proof, each seen by tier. */
export interface SeenRenders {
  readonly before?: Seen;
  readonly after?: Seen;
  readonly traced?: Seen;
  /**
   * Whether something that is missing from `before` is missing there indeed: all that it lacks belongs to what this
   * overlay switches on. A file that is cut off lacks other objects too.
   */
  readonly isBeforeWhole: boolean;
}

/** Finds the tiers in each render. A render without a single object is as good as none. */
export function seenRenders(tiers: readonly Tier[], renders: Renders): SeenRenders {
  const see = (render: Render | undefined): Seen | undefined => {
    if (!render || render.objects.length === 0) return undefined;
    const matches = matchTiers(tiers, render.objects, renders.chosen);
    const withObjects = matches.map(
      (match) =>
        [match.tier.id, { ...match, objects: tierObjects(match, render.objects) }] as const,
    );
    return { render, tiers: new Map(withObjects) };
  };
  const [before, after, traced] = [see(renders.before), see(renders.after), see(renders.traced)];
  return {
    ...(before && { before }),
    ...(after && { after }),
    ...(traced && { traced }),
    isBeforeWhole: !!before && !!after && isWhole(before.render, after.render),
  };
}

const SWITCHED_ON = new Set(['HorizontalPodAutoscaler', 'ScaledObject', 'PodDisruptionBudget']);

function isWhole(before: Render, after: Render): boolean {
  if (before.broken.length > 0) return false;
  if (haveSameObjects(before, after)) return true;
  const there = byId(before.objects);
  const missing = after.objects.filter((one) => !there.has(idOf(one)));
  const isTiers = (one: Manifest) => SWITCHED_ON.has(one.kind) || one.workload !== undefined;
  return missing.every(isTiers);
}
