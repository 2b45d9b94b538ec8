import type { AskedKey } from './asked-keys';
import { byId, holds, idOf, transformedField } from './compare-renders';
import { type Judgement, objectsIn, unknown } from './judgement';
import { type Manifest, nameOf } from './manifest';
import { probeValuesIn } from './probe-values';
import type { SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import { allOf } from './tier-objects';

/** Where a probe's value stands in the traced render, and did not without the probe. */
export function probeHits(
  probe: string | number | boolean,
  { after, traced }: SeenRenders,
): { readonly object: Manifest; readonly field: string }[] {
  const there = byId(after?.render.objects ?? []);
  const stood = (object: Manifest, field: string, text: string) =>
    there.get(idOf(object))?.probes.some((one) => one.field === field && one.text === text);
  const [wanted] = probeValuesIn(String(probe));
  return (traced?.render.objects ?? []).flatMap((object) =>
    object.probes
      .filter(({ field, text }) => text === wanted && !stood(object, field, text))
      .map(({ field }) => ({ object, field })),
  );
}

/**
 * A key's probe is nowhere in the traced render. That shows that nothing carries it, unless something could hide it:
 * a document that is missing or broken, a Secret, or a value that was worked on.
 */
export function unlessHidden(
  key: AskedKey,
  tier: Tier | undefined,
  seen: SeenRenders,
  nowhere: Judgement,
): Judgement {
  const doubt = doubtOf(key, tier, seen);
  return doubt === undefined ? nowhere : unknown(`The probe’s value is not there${doubt}`);
}

function doubtOf(
  { evidence }: AskedKey,
  tier: Tier | undefined,
  { after, traced }: SeenRenders,
): string | undefined {
  if (!after || !traced) return '; give the render with the overlay to compare.';
  const [render, probed] = [after.render, traced.render];
  if (render.broken.length > 0 || probed.broken.length > 0) {
    return ', but a document of the renders could not be read.';
  }
  if (!holds(probed.objects, render.objects)) {
    return ', but the render with the probe lacks objects or fields that the other has: it may be cut off.';
  }
  const isLoose = evidence.in === 'configuration' || evidence.in === 'environment';
  if (isLoose && probed.secrets > 0) {
    return ', but it may stand in a Secret, which is not read.';
  }
  const found = tier ? objectsIn(traced, tier) : [];
  const isAnywhere = isLoose || found.length === 0;
  const transformed = isAnywhere
    ? transformedField(render.objects, probed.objects)
    : transformedField(allOf(objectsIn(after, tier)), allOf(found));
  return (
    transformed &&
    `, but ${nameOf(transformed.object)} ${transformed.field} changed to something else: some key is used, transformed.`
  );
}
