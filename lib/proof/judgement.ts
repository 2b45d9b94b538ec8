import { areUnchanged } from './compare-renders';
import type { Field } from './fields';
import { type Manifest, nameOf } from './manifest';
import type { Verdict } from './proof';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import { allOf, type WorkloadObjects } from './tier-objects';

/** A verdict without what the key itself says. */
export type Judgement = Omit<Verdict, 'asked' | 'tier'>;

/** The verdict `unknown`, with its reason. */
export const unknown = (reason: string): Judgement => ({ state: 'unknown', reason });

/** Several workloads fit: nothing can be said of any of them. */
export function unclearTier(tier: Tier, seen: SeenRenders): Judgement | undefined {
  for (const one of [seen.after, seen.traced]) {
    const match = one?.tiers.get(tier.id);
    if (match && match.workloads.length === 0 && match.fits.length > 1) {
      return unknown(
        `Several workloads fit the tier ${tier.title}: ${match.fits.join(', ')}. Choose one.`,
      );
    }
  }
  return undefined;
}

/** What belongs to a tier in a render; without one what belongs to any. */
export function objectsIn(one: Seen, tier: Tier | undefined): readonly WorkloadObjects[] {
  if (tier) return one.tiers.get(tier.id)?.objects ?? [];
  return [...one.tiers.values()].flatMap(({ objects }) => objects);
}

/**
 * Whether the overlay changed nothing in any object of a tier. A tier that is not found may have a workload of a name
 * that nobody expects: then nothing may have changed in any object of no tier.
 */
export function isTierUnchanged(tier: Tier, before: Seen, after: Seen): boolean {
  const [was, is] = [allOf(objectsIn(before, tier)), allOf(objectsIn(after, tier))];
  if (was.length > 0 || is.length > 0) return areUnchanged(was, is);
  return areUnchanged(ofNoTier(before), ofNoTier(after));
}

const noTiers = new WeakMap<Seen, readonly Manifest[]>();

function ofNoTier(one: Seen): readonly Manifest[] {
  const taken = new Set(allOf(objectsIn(one, undefined)));
  const found = noTiers.get(one) ?? one.render.objects.filter((object) => !taken.has(object));
  noTiers.set(one, found);
  return found;
}

/** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
export const whereOf = ({ object, field }: Pick<Field, 'object' | 'field'>): string =>
  `${nameOf(object)} ${field}`;

/** A field as the part of a verdict that says what stands where. */
export const foundIn = (field: Field | undefined): Pick<Verdict, 'found' | 'where'> =>
  field ? { found: field.value, where: whereOf(field) } : {};

/** What to add where the object was taken from a cluster. */
export const liveNote = ({ object }: Pick<Field, 'object'>): string =>
  object.isLive
    ? ' This is the object as running, which controllers and defaults may have changed.'
    : '';
