import { fieldsFor, isSameValue } from '../fields';
import { targetOf } from '../joins';
import { type Field, idOf, isScaler, isWorkload, nameOf } from '../manifest';
import { hitsFor, type MatchedRender, objectsIn, type Place } from '../matched-renders';
import {
  ARRIVES,
  absence,
  type Case,
  type Judgement,
  judged,
  NO_PROBE,
  OTHER_VALUE,
  unclearTier,
  unknown,
  unlessHidden,
  whereOf,
} from './case';

/** A key with the fields in which it shows. */
interface FieldCase extends Case {
  /** By render, the most important first. */
  readonly fields: Readonly<Record<'before' | 'after' | 'traced', readonly Field[]>>;
  /** The first of those in `after`, and the first of them that has the asked value. */
  readonly first: Field | undefined;
  readonly asAsked: Field | undefined;
}

/**
 * Judges a key that shows in a field of its tier's objects; without a tier, in a field of any workload's. What proves
 * most is asked first, and the first that can tell decides:
 *
 * 1. Which workload is the tier? While several fit, nothing can be told.
 * 2. Where does the probe's value of this very key stand? In its field the key is reached; elsewhere or nowhere it is not.
 * 3. Does a value of the probe in the same list stand anywhere? If not, the list does not arrive, and the key with it.
 * 4. What has the field in the render with the overlay? Something else than the key may have put it there.
 */
export function judgeField(one: Case): Judgement {
  const { key, tier, matched } = one;
  const fieldsIn = (render: MatchedRender | undefined) =>
    render ? objectsIn(render, tier).flatMap((each) => fieldsFor(key, tier, each)) : [];
  const after = fieldsIn(matched.after);
  const found: FieldCase = {
    ...one,
    fields: { before: fieldsIn(matched.before), after, traced: fieldsIn(matched.traced) },
    first: after[0],
    asAsked: after.find(({ value }) => isSameValue(key.asked, value)),
  };
  return unclearTier(one) ?? byOwnProbe(found) ?? byListProbe(found) ?? byOverlay(found);
}

/** What the probe's value of the key shows; `undefined` where the probe has none, or was not rendered. */
function byOwnProbe(one: FieldCase): Judgement | undefined {
  const { key, tier, matched, fields, first } = one;
  const { traced } = matched;
  const { probe } = key;
  if (!traced || probe === undefined) return undefined;
  const arrived = fields.traced.find(({ value }) => isSameValue(probe, value));
  if (arrived) return inItsField(one, arrived);
  const [elsewhere] = hitsFor(probe, matched);
  if (elsewhere) return inOtherField(one, elsewhere);
  const workload = objectsIn(traced, tier)[0]?.workload;
  const kept = first ? 'keeps its own value' : 'has no such value';
  const reason =
    absence(one, traced) ??
    `${workload ? nameOf(workload) : 'The render'} ${kept}, whatever this key says.`;
  return unlessHidden(one, judged('nowhere', reason, first));
}

/** The probe's value stands in the key's field: *reached*, unless the render with the overlay has another value there. */
function inItsField({ key, matched, first, asAsked }: FieldCase, arrived: Field): Judgement {
  if (asAsked || !matched.after) return judged('reached', ARRIVES, asAsked ?? arrived);
  if (!first) {
    const reason =
      'The probe’s value arrives here, but the render with the overlay has no such field: it was made with other answers.';
    return { state: 'unknown', where: whereOf(arrived), reason };
  }
  const isMoved = key.evidence.in === 'replicas' && first.object.isLive;
  return isMoved
    ? judged(
        'reached',
        'The probe’s value arrives here; as running, an autoscaler moves it.',
        first,
      )
    : judged('differs', OTHER_VALUE, first);
}

/** The probe's value stands in another field than the one that was expected. */
function inOtherField({ tier, matched, first }: FieldCase, place: Place): Judgement {
  const where = whereOf(place);
  if (!tier || !matched.traced || objectsIn(matched.traced, tier).length > 0) {
    return judged('differs', `The key sets ${where} instead.`, first);
  }
  const { object } = place;
  const scaled = isScaler(object) ? targetOf(object) : undefined;
  const workload = isWorkload(object) ? nameOf(object) : scaled;
  const choose = workload ? ` If ${workload} is the tier ${tier.title}, choose it.` : '';
  return unknown(`The key sets ${where}.${choose}`);
}

/** What a value of the probe in the key's list shows: *nowhere*, or nothing. */
function byListProbe(one: FieldCase): Judgement | undefined {
  const { key, matched, first } = one;
  const { listProbe } = key;
  if (!matched.traced || listProbe === undefined) return undefined;
  if (hitsFor(listProbe, matched).length > 0) return undefined;
  const nowhere = judged('nowhere', 'The list that it belongs to arrives nowhere.', first);
  return unlessHidden(one, nowhere);
}

/** What the render with the overlay has in the key's field. */
function byOverlay(one: FieldCase): Judgement {
  const { key, matched, first, asAsked } = one;
  if (!matched.after) return unknown(NO_PROBE);
  if (asAsked) return withAskedValue(one, asAsked);
  if (!first) return withoutField(one, matched.after);
  return isWithoutEffect(one)
    ? judged(
        'nowhere',
        'The render with the overlay is the same as the one without it, in every object of this tier.',
        first,
      )
    : judged('differs', `${key.asked} was asked.${liveNote(first)}`, first);
}

/** Whether the overlay changed nothing that this key may have changed. */
const isWithoutEffect = ({ tier, matched }: Case): boolean =>
  !!tier && !!matched.compared?.isSameFor(tier);

/** What to add where the object was taken from a cluster. */
const liveNote = ({ object }: Place): string =>
  object.isLive
    ? ' This is the object as running, which controllers and defaults may have changed.'
    : '';

/** The field has the asked value: *reached* where only this key explains it, else *present*. */
function withAskedValue(one: FieldCase, field: Field): Judgement {
  if (cameWithItsList(one, field)) {
    return judged('reached', 'The probe brought the same entry here.', field);
  }
  const doubt = otherCause(one, field);
  if (doubt !== undefined) return judged('present', doubt, field);
  const [earlier] = one.fields.before;
  const was = earlier ? ` It was ${earlier.value} without the overlay.` : '';
  return judged('reached', `The overlay brought the asked value.${was}`, field);
}

/** A list is replaced whole: where the probe's number arrives in an entry, the entry's other fields came with it. */
function cameWithItsList({ key, matched }: Case, { object, field }: Field): boolean {
  if (!matched.traced || key.evidence.in !== 'spread') return false;
  const entry = field.replace(/(\[\d+\])\..*$/s, '$1');
  const probes = matched.traced.byId.get(idOf(object))?.probes ?? [];
  return probes.some((probe) => probe.field === `${entry}.maxSkew`);
}

/** What else than this key may have put the asked value there; `undefined` where nothing else explains it. */
function otherCause({ key, matched, others, fields }: FieldCase, field: Field): string | undefined {
  const { evidence, asked, below, option } = key;
  if (evidence.in === 'spread' && below.includes('.matchLabels.')) {
    return 'The selector has the asked label; charts often add the same one by themselves.';
  }
  if (!matched.before) return `It has the asked value.${liveNote(field)}`;
  if (fields.before.some(({ value }) => isSameValue(asked, value))) {
    return 'It has the asked value without the overlay too, so nothing shows that this key put it there.';
  }
  if (fields.before.length === 0 && !matched.compared?.isBeforeComplete) {
    return 'It has the asked value; the render without the overlay may be cut off.';
  }
  const rival = others.find(
    (one) =>
      one.option === option && one.evidence.in === evidence.in && isSameValue(one.asked, asked),
  );
  return rival && `It has the asked value, which ${rival.path} asks for too.`;
}

/** The render with the overlay has no field of the key: *nowhere* only where the overlay changed nothing. */
function withoutField(one: FieldCase, after: MatchedRender): Judgement {
  const { evidence } = one.key;
  if (evidence.in === 'environment') return unknown(inSecret(evidence.name, after));
  const plain = absence(one, after);
  if (plain !== undefined) return unknown(plain);
  return judged(isWithoutEffect(one) ? 'nowhere' : 'unknown', NO_FIELD);
}

const NO_FIELD = 'No object has such a field.';

/** Why no container has a variable by itself: it may come from a Secret. */
function inSecret(name: string, after: MatchedRender): string {
  const secrets = [...new Set(objectsIn(after, undefined).flatMap((one) => one.secrets))];
  if (secrets.length === 0) return NO_FIELD;
  const names = secrets.map((one) => `Secret/${one}`).join(', ');
  return `No container has ${name} by itself. It may come from ${names}, which is not read.`;
}
