import { parseQuantity } from '@/lib/domain/quantity';
import type { AskedKey } from './asked-keys';
import { type Field, fieldsFor } from './fields';
import {
  ARRIVES,
  absence,
  isTierUnchanged,
  type Judgement,
  judged,
  liveNote,
  NO_PROBE,
  OTHER_VALUE,
  objectsIn,
  unclearTier,
  unknown,
  whereOf,
} from './judgement';
import { nameOf } from './manifest';
import { probeHits, unlessHidden } from './probe-hits';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';

/** A key that stands in a field of the tier's objects; without a tier in those of any workload. */
export function judgeField(key: AskedKey, tier: Tier | undefined, seen: SeenRenders): Judgement {
  const { after, traced, before } = seen;
  const { asked, probe, listProbe } = key;
  const unclear = tier && unclearTier(tier, seen);
  if (unclear) return unclear;
  const fields = (one: Seen | undefined) =>
    one ? objectsIn(one, tier).flatMap((each) => fieldsFor(key, tier, each)) : [];
  const there = fields(after);
  const [first] = there;
  const same = there.find(({ value }) => isSameValue(asked, value));

  if (traced && probe !== undefined) {
    const arrived = fields(traced).find(({ value }) => isSameValue(probe, value));
    if (arrived) return afterArrival(key, arrived, same, first, after);
    const objects = objectsIn(traced, tier);
    const [elsewhere] = probeHits(probe, seen);
    if (elsewhere) {
      const where = whereOf(elsewhere);
      return tier && objects.length === 0
        ? unknown(`The key sets ${where}. If that is the tier ${tier.title}, choose it.`)
        : judged('differs', `The key sets ${where} instead.`, first);
    }
    const place = objects[0] ? nameOf(objects[0].workload) : 'The render';
    const kept = first ? 'keeps its own value' : 'has no such value';
    const reason = absence(key, tier, traced) ?? `${place} ${kept}, whatever this key says.`;
    return unlessHidden(key, tier, seen, judged('nowhere', reason, first));
  }
  if (traced && listProbe !== undefined && probeHits(listProbe, seen).length === 0) {
    const nowhere = judged('nowhere', 'The list that it belongs to arrives nowhere.', first);
    return unlessHidden(key, tier, seen, nowhere);
  }
  if (!after) return unknown(NO_PROBE);
  if (same) {
    if (traced && isCarriedByProbe(key, same, traced)) {
      return judged('reached', 'The probe brought the same entry here.', same);
    }
    if (key.evidence.in === 'spread' && key.step.includes('.matchLabels.')) {
      const reason =
        'The selector has the asked label; charts often add the same one by themselves.';
      return judged('present', reason, same);
    }
    return sameValue(key, same, fields(before), seen);
  }
  const unchanged = before && tier && isTierUnchanged(tier, before, after);
  if (first) {
    return unchanged
      ? judged(
          'nowhere',
          'The render with the overlay is the same as the one without it, in every object of this tier.',
          first,
        )
      : judged('differs', `${asked} was asked.${liveNote(first)}`, first);
  }
  const reason = absence(key, tier, after) ?? 'No object has such a field.';
  return judged(unchanged ? 'nowhere' : 'unknown', reason);
}

function sameValue(
  { asked }: AskedKey,
  same: Field,
  earlier: readonly Field[],
  { before, isBeforeWhole }: SeenRenders,
): Judgement {
  if (!before) return judged('present', `It has the asked value.${liveNote(same)}`, same);
  if (earlier.some(({ value }) => isSameValue(asked, value))) {
    const reason =
      'It has the asked value without the overlay too, so nothing shows that this key put it there.';
    return judged('present', reason, same);
  }
  if (!earlier[0] && !isBeforeWhole) {
    const reason = 'It has the asked value; the render without the overlay may be cut off.';
    return judged('present', reason, same);
  }
  const was = earlier[0] ? ` It was ${earlier[0].value} without the overlay.` : '';
  return judged('reached', `The overlay brought the asked value.${was}`, same);
}

/** The probe's value stands in the right field: what is there with the answer itself? */
function afterArrival(
  { evidence }: AskedKey,
  arrived: Field,
  same: Field | undefined,
  other: Field | undefined,
  after: Seen | undefined,
): Judgement {
  if (same || !after) return judged('reached', ARRIVES, same ?? arrived);
  if (!other) {
    return {
      state: 'unknown',
      where: whereOf(arrived),
      reason: 'The probe’s value arrives here, but the render with the overlay has no such field.',
    };
  }
  return evidence.in === 'replicas' && other.object.isLive
    ? judged(
        'reached',
        'The probe’s value arrives here; as running, an autoscaler moves it.',
        other,
      )
    : judged('differs', OTHER_VALUE, other);
}

/** A list is replaced whole: where the probe's number arrives in an entry, the entry's other fields came with it. */
function isCarriedByProbe({ evidence }: AskedKey, same: Field, traced: Seen): boolean {
  if (evidence.in !== 'spread') return false;
  const object = traced.render.objects.find((one) => nameOf(one) === nameOf(same.object));
  const entry = same.field.replace(/(\[\d+\])\..*$/s, '$1');
  return !!object?.probes.some(({ field }) => field === `${entry}.maxSkew`);
}

type Scalar = AskedKey['asked'];

/** Whether a manifest's scalar is what was asked: as quantities where both are (`2` is `2000m`), else as text. */
function isSameValue(asked: Scalar, found: Scalar): boolean {
  const [one, other] = [String(asked), String(found)];
  const quantity = parseQuantity(one);
  return one === other || (quantity !== undefined && quantity === parseQuantity(other));
}
