import type { AskedKey } from './asked-keys';
import { areUnchanged, once } from './compare-renders';
import type { Field } from './fields';
import { nameOf } from './manifest';
import type { State, Verdict } from './proof';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import { allOf, type WorkloadObjects } from './tier-objects';

/** A verdict without what the key itself says. */
export type Judgement = Omit<Verdict, 'asked' | 'tier'>;

/** A judgement, with the field that it is about. */
export const judged = (state: State, reason: string, field?: Field): Judgement =>
  field ? { state, found: field.value, where: whereOf(field), reason } : { state, reason };

/** The judgement `unknown`, with its reason. */
export const unknown = (reason: string): Judgement => ({ state: 'unknown', reason });

export const ARRIVES = 'The probe’s value arrives here.';
export const OTHER_VALUE =
  'The key does arrive here, but this render has another value: it was made with other answers, or a later values file or --set wins.';
export const NO_PROBE = 'Only the render with the probe is given, and this key has no probe.';

/** Several workloads fit: nothing can be said of any of them. */
export function unclearTier(tier: Tier, seen: SeenRenders): Judgement | undefined {
  for (const one of [seen.after, seen.traced]) {
    const { objects, fits } = one?.tiers.get(tier.id) ?? { objects: [], fits: [] };
    if (objects.length === 0 && fits.length > 1) {
      return unknown(
        `Several workloads fit the tier ${tier.title}: ${fits.join(', ')}. Choose one.`,
      );
    }
  }
  return undefined;
}

/** What belongs to a tier in a render; without one what belongs to any. */
export function objectsIn(
  one: Seen,
  tier: Pick<Tier, 'id'> | undefined,
): readonly WorkloadObjects[] {
  if (tier) return one.tiers.get(tier.id)?.objects ?? [];
  return [...one.tiers.values()].flatMap(({ objects }) => objects);
}

/**
 * Whether the overlay changed nothing in any object of a tier. A tier that is not found may have a workload with
 * an unexpected name: then nothing may have changed in any object that belongs to no tier.
 */
export function isTierUnchanged(tier: Tier, before: Seen, after: Seen): boolean {
  const [was, is] = [allOf(objectsIn(before, tier)), allOf(objectsIn(after, tier))];
  if (was.length > 0 || is.length > 0) return areUnchanged(was, is);
  return areUnchanged(ofNoTier(before), ofNoTier(after));
}

const ofNoTier = once((one: Seen) => {
  const taken = new Set(allOf(objectsIn(one, undefined)));
  return one.render.objects.filter((object) => !taken.has(object));
});

/** Why a render has no field of a key, where that is plain. */
export function absence(
  { evidence }: AskedKey,
  tier: Tier | undefined,
  one: Seen,
): string | undefined {
  if (!tier) return undefined;
  const objects = objectsIn(one, tier);
  if (objects.length === 0) {
    return `No workload of the tier ${tier.title} is in the render: it may be off, or named otherwise.`;
  }
  const name = objects.map(({ workload }) => nameOf(workload)).join(', ');
  const kinds = objects.flatMap(({ scalers }) => scalers.map(({ kind }) => kind));
  if (evidence.in === 'keda' && !kinds.includes('ScaledObject')) {
    return `Is the render made with --api-versions keda.sh/v1alpha1? No ScaledObject targets ${name}.`;
  }
  if (evidence.in === 'scaler' && kinds.length === 0) {
    return `No HorizontalPodAutoscaler or ScaledObject targets ${name}. KEDA’s objects are rendered only with --api-versions keda.sh/v1alpha1.`;
  }
  if (evidence.in === 'budget' && objects.every(({ budgets }) => budgets.length === 0)) {
    return `No PodDisruptionBudget selects the pods of ${name}.`;
  }
  return undefined;
}

/** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
export const whereOf = ({ object, field }: Pick<Field, 'object' | 'field'>): string =>
  `${nameOf(object)} ${field}`;

/** What to add where the object was taken from a cluster. */
export const liveNote = ({ object }: Pick<Field, 'object'>): string =>
  object.isLive
    ? ' This is the object as running, which controllers and defaults may have changed.'
    : '';
