import type { AskedKey } from './asked-keys';
import { byId, fieldsHolding, idOf } from './compare-renders';
import { fingerprint } from './fingerprint';
import { type Judgement, objectsIn, unknown, whereOf } from './judgement';
import { probeHits, unlessHidden } from './probe-hits';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import { allOf } from './tier-objects';

/** Shorter values, and numbers, stand in so many fields that finding one means nothing. */
const TELLING_LENGTH = 4;

/** A key that no documented name stands for: its value is looked for wherever configuration stands. */
export function judgeConfiguration(
  key: AskedKey,
  tier: Tier | undefined,
  seen: SeenRenders,
): Judgement {
  const { after, traced } = seen;
  if (traced && key.probe !== undefined) {
    const hit = probeHits(key.probe, seen)[0];
    if (!hit) {
      return unlessHidden(key, tier, seen, {
        state: 'nowhere',
        reason: 'The probe’s value is in no object of the render.',
      });
    }
    const where = whereOf(hit);
    const stands = byId(after?.render.objects ?? [])
      .get(idOf(hit.object))
      ?.prints.get(hit.field);
    const isWhole = hit.object.prints.get(hit.field) === fingerprint(String(key.probe));
    if (isWhole && stands !== undefined && stands !== fingerprint(String(key.asked))) {
      return {
        state: 'differs',
        where,
        reason:
          'The key does arrive here, but this render has another value: it was made with other answers, or a later values file or --set wins.',
      };
    }
    return { state: 'reached', found: key.asked, where, reason: 'The probe’s value arrives here.' };
  }
  if (!after) return unknown('Only the render with the probe is given, and this key has no probe.');
  const isTelling = typeof key.asked === 'string' && key.asked.length >= TELLING_LENGTH;
  const places = configured(key, tier, after);
  const place = places[0];
  if (!place) return unknown('Its value is in no ConfigMap, variable or argument that is read.');
  const earlier = seen.before && new Set(configured(key, tier, seen.before).map(whereOf));
  const brought = places.find((one) => earlier && !earlier.has(whereOf(one)));
  if (brought && isTelling && seen.isBeforeWhole) {
    const where = whereOf(brought);
    return { state: 'reached', found: key.asked, where, reason: 'The overlay brought this value.' };
  }
  return {
    state: 'present',
    found: key.asked,
    where: whereOf(place),
    reason: 'The value stands here; nothing shows that this key put it there.',
  };
}

/** Fields that configure a program and hold exactly the asked value. */
function configured({ asked }: AskedKey, tier: Tier | undefined, one: Seen) {
  const objects = tier ? allOf(objectsIn(one, tier)) : one.render.objects;
  return fieldsHolding(objects, String(asked)).filter(({ field }) =>
    /^data\.|\.env\[\d+\]\.value$|\.(?:args|command)\[\d+\]$/.test(field),
  );
}
