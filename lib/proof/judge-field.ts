import { absence } from './absence';
import type { AskedKey } from './asked-keys';
import { type Field, fieldsFor } from './fields';
import {
  foundIn,
  isTierUnchanged,
  type Judgement,
  liveNote,
  objectsIn,
  unclearTier,
  unknown,
  whereOf,
} from './judgement';
import { nameOf } from './manifest';
import { probeHits, unlessHidden } from './probe-hits';
import { isSameValue } from './same-value';
import type { Seen, SeenRenders } from './seen-renders';
import type { Tier } from './tier';
import type { WorkloadObjects } from './tier-objects';

/** A key that stands in a field of the tier's objects; without a tier in those of any workload. */
export function judgeField(key: AskedKey, tier: Tier | undefined, seen: SeenRenders): Judgement {
  const { after, traced, before } = seen;
  const unclear = tier && unclearTier(tier, seen);
  if (unclear) return unclear;
  const fields = (one: Seen | undefined) => (one ? fieldsIn(key, tier, one) : []);
  const [there, probed] = [fields(after), fields(traced)];
  const same = there.find(({ value }) => isSameValue(key.asked, value));
  const inList = key.probe === undefined && traced && key.listProbe !== undefined;
  if (inList && probeHits(key.listProbe ?? '', seen).length === 0) {
    return unlessHidden(key, tier, seen, {
      state: 'nowhere',
      ...foundIn(there[0]),
      reason: 'The list that it belongs to arrives nowhere.',
    });
  }

  if (traced && key.probe !== undefined) {
    const { probe } = key;
    const arrived = probed.find(({ value }) => isSameValue(probe, value));
    if (arrived) return afterArrival(key, arrived, same, there, after);
    const elsewhere = probeHits(probe, seen)[0];
    if (elsewhere) {
      const where = whereOf(elsewhere);
      if (tier && objectsIn(traced, tier).length === 0) {
        return unknown(`The key sets ${where}. If that is the tier ${tier.title}, choose it.`);
      }
      return { state: 'differs', ...foundIn(there[0]), reason: `The key sets ${where} instead.` };
    }
    const objects = objectsIn(traced, tier);
    const absent = absence(key, tier, traced);
    return unlessHidden(key, tier, seen, {
      state: 'nowhere',
      ...foundIn(there[0]),
      reason: absent ?? keptValue(objects, there.length > 0),
    });
  }
  if (!after) return unknown('Only the render with the probe is given, and this key has no probe.');
  if (traced && same && isCarriedByProbe(key, same, traced)) {
    return { state: 'reached', ...foundIn(same), reason: 'The probe brought the same entry here.' };
  }
  if (same && isLabel(key)) {
    const reason = 'The selector has the asked label; charts often add the same one by themselves.';
    return { state: 'present', ...foundIn(same), reason };
  }
  if (same) return sameValue(key, same, fields(before), seen);
  const unchanged = before && tier && isTierUnchanged(tier, before, after);
  if (there[0]) {
    const reason = unchanged
      ? 'The render with the overlay is the same as the one without it, in every object of this tier.'
      : `${key.asked} was asked.${liveNote(there[0])}`;
    return { state: unchanged ? 'nowhere' : 'differs', ...foundIn(there[0]), reason };
  }
  const reason = absence(key, tier, after) ?? 'No object has such a field.';
  return { state: unchanged ? 'nowhere' : 'unknown', reason };
}

function sameValue(
  key: AskedKey,
  same: Field,
  earlier: readonly Field[],
  { before, isBeforeWhole }: SeenRenders,
): Judgement {
  const stands = foundIn(same);
  if (!before) {
    return { state: 'present', ...stands, reason: `It has the asked value.${liveNote(same)}` };
  }
  const wasThere = earlier.some(({ value }) => isSameValue(key.asked, value));
  if (!wasThere && (earlier.length > 0 || isBeforeWhole)) {
    const was = earlier[0] ? ` It was ${earlier[0].value} without the overlay.` : '';
    return { state: 'reached', ...stands, reason: `The overlay brought the asked value.${was}` };
  }
  return {
    state: 'present',
    ...stands,
    reason: wasThere
      ? 'It has the asked value without the overlay too, so nothing shows that this key put it there.'
      : 'It has the asked value; the render without the overlay may be cut off.',
  };
}

/** The probe's value stands in the right field: what is there with the answer itself? */
function afterArrival(
  key: AskedKey,
  arrived: Field,
  same: Field | undefined,
  there: readonly Field[],
  after: Seen | undefined,
): Judgement {
  if (same || !after) {
    return {
      state: 'reached',
      ...foundIn(same ?? arrived),
      reason: 'The probe’s value arrives here.',
    };
  }
  const other = there[0];
  if (!other) {
    return {
      state: 'conditional',
      where: whereOf(arrived),
      reason: 'The probe’s value arrives here, but the render with the overlay has no such field.',
    };
  }
  const isScaled = key.evidence.in === 'replicas' && other.object.isLive;
  if (isScaled) {
    return {
      state: 'reached',
      ...foundIn(other),
      reason: 'The probe’s value arrives here; as running, an autoscaler moves it.',
    };
  }
  return {
    state: 'differs',
    ...foundIn(other),
    reason:
      'The key does arrive here, but this render has another value: it was made with other answers, or a later values file or --set wins.',
  };
}

const isLabel = ({ evidence, step }: AskedKey): boolean =>
  evidence.in === 'spread' && step.includes('.matchLabels.');

/** A list is replaced whole: where the probe's number arrives in an entry, the entry's other fields came with it. */
function isCarriedByProbe(key: AskedKey, same: Field, traced: Seen): boolean {
  if (key.evidence.in !== 'spread') return false;
  const object = traced.render.objects.find((one) => nameOf(one) === nameOf(same.object));
  const entry = same.field.replace(/(\[\d+\])\..*$/, '$1');
  return !!object?.probes.some(({ field }) => field === `${entry}.maxSkew`);
}

function fieldsIn(key: AskedKey, tier: Tier | undefined, one: Seen): Field[] {
  return fieldsFor(key.evidence, tier ?? ANY_TIER, objectsIn(one, tier), key.step);
}

const ANY_TIER: Tier = { id: '', title: '', name: '', isCron: false };

function keptValue(objects: readonly WorkloadObjects[], hasValue: boolean): string {
  const place = objects[0] ? nameOf(objects[0].workload) : 'The render';
  return hasValue
    ? `${place} keeps its own value, whatever this key says.`
    : `${place} has no such value, whatever this key says.`;
}
