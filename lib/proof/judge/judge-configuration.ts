import type { AskedKey } from '../asked-keys';
import { allOf } from '../joins';
import { fingerprint } from '../keep';
import { type Field, idOf } from '../manifest';
import { hitsFor, type MatchedRender, objectsIn } from '../matched-renders';
import type { Tier } from '../tiers';
import {
  ARRIVES,
  type Case,
  type Judgement,
  judged,
  NO_PROBE,
  OTHER_VALUE,
  unknown,
  unlessHidden,
  whereOf,
} from './case';

/** Shorter values, and numbers, stand in so many fields that finding one proves nothing. */
const RARE_LENGTH = 4;
const CONFIGURES = /^data\.|\.env\[\d+\]\.value$|\.(?:args|command)\[\d+\]$/;

/**
 * Judges a key for which no field is documented: its value is looked for wherever configuration stands. The probe's
 * value of it tells; without one, the asked value in the render with the overlay.
 */
export const judgeConfiguration = (one: Case): Judgement => byProbe(one) ?? byOverlay(one);

function byProbe(one: Case): Judgement | undefined {
  const { key, matched } = one;
  const { asked, probe } = key;
  if (!matched.traced || probe === undefined) return undefined;
  const [hit] = hitsFor(probe, matched);
  if (!hit) {
    const nowhere = judged('nowhere', 'The probe’s value is in no object of the render.');
    return unlessHidden(one, nowhere);
  }
  const stands = matched.after?.byId.get(idOf(hit.object))?.fingerprints.get(hit.field);
  const isWhole = hit.object.fingerprints.get(hit.field) === fingerprint(String(probe));
  if (isWhole && stands !== undefined && stands !== fingerprint(String(asked))) {
    return { state: 'differs', where: whereOf(hit), reason: OTHER_VALUE };
  }
  return judged('reached', ARRIVES, { ...hit, value: asked });
}

function byOverlay({ key, tier, matched, others }: Case): Judgement {
  const { before, after, compared } = matched;
  const { asked } = key;
  if (!after) return unknown(NO_PROBE);
  const places = configured(key, tier, after);
  const [first] = places;
  if (!first) return unknown('Its value is in no ConfigMap, variable or argument that is read.');
  const earlier = new Set(before && configured(key, tier, before).map(whereOf));
  const brought =
    compared?.isBeforeComplete && places.find((place) => !earlier.has(whereOf(place)));
  const isRare = typeof asked === 'string' && asked.length >= RARE_LENGTH;
  return brought && isRare && !others.some((other) => other.asked === asked)
    ? judged('reached', 'The overlay brought this value.', brought)
    : judged('present', 'The value stands here; nothing shows that this key put it there.', first);
}

/** Fields that configure a program and hold exactly the asked value. */
function configured({ asked }: AskedKey, tier: Tier | undefined, one: MatchedRender): Field[] {
  const objects = tier ? allOf(objectsIn(one, tier)) : one.render.objects;
  const asks = fingerprint(String(asked));
  return objects
    .filter(({ kind }) => kind !== 'Secret')
    .flatMap((object) =>
      [...object.fingerprints].flatMap(([field, found]) =>
        found === asks && CONFIGURES.test(field) ? [{ object, field, value: asked }] : [],
      ),
    );
}
