import type { AskedKey } from './asked-keys';
import { areUnchanged } from './compare-renders';
import { absence, type Judgement, objectsIn, unclearTier, unknown } from './judgement';
import { type Manifest, nameOf } from './manifest';
import type { Seen, SeenRenders } from './seen-renders';
import { squeezed, type Tier } from './tier';

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
  const [there] = presentIn(key, tier, after);
  const was = before && presentIn(key, tier, before);
  const unchanged = before && areUnchanged(before.render.objects, after.render.objects);
  if (!there) {
    const gone = absence(key, tier, after) ?? 'No such object is in the render.';
    if (isAsked) return { state: unchanged ? 'nowhere' : 'unknown', reason: gone };
    if (before && was?.length && hasAllBut(was, before, after)) {
      return { state: 'reached', reason: 'It is there without the overlay and not with it.' };
    }
    return unknown(`${gone} That alone does not show that this key removed it.`);
  }

  const present = (state: Judgement['state'], reason: string): Judgement => ({
    state,
    found: true,
    where: nameOf(there),
    reason,
  });
  if (!isAsked) {
    return unchanged
      ? present('nowhere', 'It is there with the overlay as without it: this key changes nothing.')
      : present('differs', 'It is there, although this key switches it off.');
  }
  if (was?.length === 0 && seen.isBeforeWhole) {
    return present('reached', 'It is there with the overlay and not without.');
  }
  return present('present', was ? WITHOUT_TOO : 'It is there.');
}

const WITHOUT_TOO =
  'It is there without the overlay too, so nothing shows that this key put it there.';

/** The objects by whose presence a switch shows. */
function presentIn({ evidence }: AskedKey, tier: Tier, one: Seen): Manifest[] {
  const objects = objectsIn(one, tier);
  if (evidence.in === 'scaler') return objects.flatMap(({ scalers }) => scalers);
  const workloads = objects.map(({ workload }) => workload);
  if (evidence.in === 'cronJob') {
    const name = squeezed(evidence.name);
    return workloads.filter(
      (job) => squeezed(job.name).endsWith(name) && job.workload?.suspend?.value !== true,
    );
  }
  if (workloads.length > 0) return workloads;
  const fits = one.tiers.get(tier.id)?.fits ?? [];
  return one.render.objects.filter((object) => fits.includes(nameOf(object)));
}

/** Whether all that the render lacks is what was switched off: one that is cut off lacks other objects too. */
function hasAllBut(gone: readonly Manifest[], before: Seen, after: Seen): boolean {
  const names = new Set(after.render.objects.map(nameOf));
  const missing = before.render.objects.filter((one) => !names.has(nameOf(one)));
  const belongs = (one: Manifest) =>
    gone.some(({ name }) => one.name === name || one.name.startsWith(`${name}-`));
  return after.render.broken.length === 0 && missing.every(belongs);
}
