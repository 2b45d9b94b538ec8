import type { AskedKey } from './asked-keys';
import { byId, idOf } from './compare-renders';
import type { Field } from './fields';
import { fingerprint } from './fingerprint';
import {
  ARRIVES,
  type Judgement,
  judged,
  NO_PROBE,
  OTHER_VALUE,
  objectsIn,
  unknown,
  whereOf,
} from './judgement';
import { probeHits, unlessHidden } from './probe-hits';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import { allOf } from './tier-objects';

/** Shorter values, and numbers, stand in so many fields that finding one means nothing. */
const RARE_LENGTH = 4;

/** A key that no documented name stands for: its value is looked for wherever configuration stands. */
export function judgeConfiguration(
  key: AskedKey,
  tier: Tier | undefined,
  seen: SeenRenders,
): Judgement {
  const { before, after, traced } = seen;
  const { asked, probe } = key;
  if (traced && probe !== undefined) {
    const [hit] = probeHits(probe, seen);
    if (!hit) {
      const nowhere = judged('nowhere', 'The probe’s value is in no object of the render.');
      return unlessHidden(key, tier, seen, nowhere);
    }
    const stands = byId(after?.render.objects ?? [])
      .get(idOf(hit.object))
      ?.prints.get(hit.field);
    const isWhole = hit.object.prints.get(hit.field) === fingerprint(String(probe));
    if (isWhole && stands !== undefined && stands !== fingerprint(String(asked))) {
      return { state: 'differs', where: whereOf(hit), reason: OTHER_VALUE };
    }
    return judged('reached', ARRIVES, { ...hit, value: asked });
  }
  if (!after) return unknown(NO_PROBE);
  const places = configured(key, tier, after);
  const earlier = before && new Set(configured(key, tier, before).map(whereOf));
  const brought = places.find((one) => earlier && !earlier.has(whereOf(one)));
  const isRare = typeof asked === 'string' && asked.length >= RARE_LENGTH;
  if (brought && isRare && seen.isBeforeWhole) {
    return judged('reached', 'The overlay brought this value.', brought);
  }
  return places[0]
    ? judged(
        'present',
        'The value stands here; nothing shows that this key put it there.',
        places[0],
      )
    : unknown('Its value is in no ConfigMap, variable or argument that is read.');
}

/** Fields that configure a program and hold exactly the asked value. */
function configured({ asked }: AskedKey, tier: Tier | undefined, one: Seen): Field[] {
  const objects = tier ? allOf(objectsIn(one, tier)) : one.render.objects;
  const asks = fingerprint(String(asked));
  return objects.flatMap((object) =>
    [...object.prints].flatMap(([field, print]) =>
      print === asks && CONFIGURES.test(field) ? [{ object, field, value: asked }] : [],
    ),
  );
}

const CONFIGURES = /^data\.|\.env\[\d+\]\.value$|\.(?:args|command)\[\d+\]$/;
