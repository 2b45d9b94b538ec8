import { absence } from './absence';
import type { AskedKey } from './asked-keys';
import { areUnchanged, haveSameObjects } from './compare-renders';
import { isTierUnchanged, type Judgement, objectsIn, unclearTier, unknown } from './judgement';
import { type Manifest, nameOf } from './manifest';
import type { Seen, SeenRenders } from './seen-renders';
import { isSameName, kebab, type Tier } from './tier';

/**
 * A switch: whether an object is there. Missing objects prove little by themselves, since a file may be cut off and a
 * workload may have another name.
 */
export function judgePresence(key: AskedKey, tier: Tier, seen: SeenRenders): Judgement {
  const { before, after } = seen;
  if (!after) return unknown('A switch shows only in the render with the overlay.');
  const unclear = key.evidence.in === 'workload' ? undefined : unclearTier(tier, seen);
  if (unclear) return unclear;
  const isAsked = key.asked === true;
  const there = presentIn(key, tier, after);
  const was = before && presentIn(key, tier, before);
  const where = there[0] ? { found: true, where: nameOf(there[0]) } : {};
  const unchanged =
    before &&
    haveSameObjects(before.render, after.render) &&
    areUnchanged(before.render.objects, after.render.objects) &&
    isTierUnchanged(tier, before, after);

  if (there.length > 0 && isAsked) {
    if (was?.length === 0 && seen.isBeforeWhole) {
      return {
        state: 'reached',
        ...where,
        reason: 'It is there with the overlay and not without.',
      };
    }
    return { state: 'present', ...where, reason: was ? WITHOUT_TOO : 'It is there.' };
  }
  if (there.length > 0) {
    const reason = unchanged
      ? 'It is there with the overlay as without it: this key changes nothing.'
      : 'It is there, although this key switches it off.';
    return { state: unchanged ? 'nowhere' : 'differs', ...where, reason };
  }
  const gone = `${absence(key, tier, after) ?? 'No such object is in the render.'}`;
  if (isAsked) return { state: unchanged ? 'nowhere' : 'unknown', reason: gone };
  if (was && was.length > 0 && hasAllBut(was, before, after)) {
    return { state: 'reached', reason: 'It is there without the overlay and not with it.' };
  }
  return unknown(`${gone} That alone does not show that this key removed it.`);
}

const WITHOUT_TOO =
  'It is there without the overlay too, so nothing shows that this key put it there.';

/** The objects by whose presence a switch shows. */
function presentIn({ evidence }: AskedKey, tier: Tier, one: Seen): Manifest[] {
  const match = one.tiers.get(tier.id);
  const objects = objectsIn(one, tier);
  if (evidence.in === 'scaler') return objects.flatMap(({ scalers }) => scalers);
  if (evidence.in === 'cronJob') {
    return objects
      .map(({ workload }) => workload)
      .filter((job) => isNamed(job, evidence.name) && job.workload?.suspend?.value !== true);
  }
  if (objects.length > 0) return objects.map(({ workload }) => workload);
  return one.render.objects.filter((object) => match?.fits.includes(nameOf(object)));
}

const isNamed = ({ name }: Manifest, job: string): boolean =>
  isSameName(name, job) ||
  kebab(name).endsWith(`-${kebab(job)}`) ||
  kebab(name).replaceAll('-', '').endsWith(kebab(job).replaceAll('-', ''));

/** Whether all that the render lacks is what was switched off: one that is cut off lacks other objects too. */
function hasAllBut(gone: readonly Manifest[], before: Seen | undefined, after: Seen): boolean {
  if (after.render.broken.length > 0) return false;
  const names = new Set(after.render.objects.map(nameOf));
  const missing = (before?.render.objects ?? []).filter((one) => !names.has(nameOf(one)));
  const belongs = (one: Manifest) =>
    gone.some(({ name }) => one.name === name || one.name.startsWith(`${name}-`));
  return missing.length > 0 ? missing.every(belongs) : true;
}
