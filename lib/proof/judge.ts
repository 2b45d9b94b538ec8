import type { AskedKey } from './asked-keys';
import { fieldsFor, isSameValue } from './fields';
import { allOf, targetOf } from './joins';
import { fingerprint } from './keep';
import {
  type Field,
  idOf,
  isScaler,
  isWorkload,
  type Manifest,
  nameOf,
  scalarsAt,
} from './manifest';
import {
  hitsFor,
  type MatchedRender,
  type MatchedRenders,
  objectsIn,
  type Place,
} from './matched-renders';
import type { RenderState, Verdict } from './states';
import { squeezed, type Tier } from './tiers';

/** A verdict without what follows from the key itself. */
type Judgement = Omit<Verdict, 'asked' | 'tier'>;

interface Case {
  readonly key: AskedKey;
  readonly tier: Tier | undefined;
  readonly matched: MatchedRenders;
  /** The leaves of other keys. */
  readonly others: readonly AskedKey[];
}

const judged = (state: RenderState, reason: string, field?: Field): Judgement =>
  field ? { state, found: field.value, where: whereOf(field), reason } : { state, reason };

const unknown = (reason: string): Judgement => ({ state: 'unknown', reason });

const ARRIVES = 'The probe’s value arrives here.';
const OTHER_VALUE =
  'The key does arrive here, but this render has another value: it was made with other answers, or a later values file or --set wins.';
const NO_PROBE = 'Only the render with the probe is given, and this key has no probe.';

/**
 * What the renders say of one leaf of the overlay.
 * @param all every leaf of it
 */
export function judgeKey(
  key: AskedKey,
  matched: MatchedRenders,
  all: readonly AskedKey[],
): Verdict {
  const tier = matched.tierList.find(({ id }) => id === key.option);
  const others = all.filter(({ entry }) => entry !== key.entry);
  const judgement = judge({ key, tier, matched, others });
  return { ...judgement, asked: key.asked, ...(tier && { tier: tier.id }) };
}

function judge(one: Case): Judgement {
  const { evidence } = one.key;
  if (!one.matched.after && !one.matched.traced) return unknown('No render is given.');
  if (evidence.in === 'no manifest') {
    return unknown('This key has no field of its own in any manifest, so no render can tell.');
  }
  if (evidence.in === 'configuration') return judgeConfiguration(one);
  if (evidence.in === 'environment') return judgeField({ ...one, tier: undefined });
  if (!one.tier) return unknown('No tier is declared for this key.');
  const isSwitch =
    evidence.in === 'workload' ||
    evidence.in === 'cronJob' ||
    (evidence.in === 'scaler' && evidence.field === 'exists');
  return isSwitch ? judgeSwitch(one, one.tier) : judgeField(one);
}

/** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
const whereOf = ({ object, field }: Place): string => `${nameOf(object)} ${field}`;

/** What to add where the object was taken from a cluster. */
const liveNote = ({ object }: Place): string =>
  object.isLive
    ? ' This is the object as running, which controllers and defaults may have changed.'
    : '';

/** That several workloads fit the tier, so that nothing can be said; `undefined` where that is not so. */
function unclear({ tier, matched }: Case): Judgement | undefined {
  const open = [matched.after, matched.traced]
    .map((one) => tier && one?.tiers.get(tier.id))
    .find((match) => match && match.objects.length === 0 && match.fits.length > 1);
  const names = open?.fits.join(', ');
  return (
    open && unknown(`Several workloads fit the tier ${open.tier.title}: ${names}. Choose one.`)
  );
}

/** Why a render has no field of a key, where that is plain. */
function absence({ key: { evidence }, tier }: Case, one: MatchedRender): string | undefined {
  if (!tier) return undefined;
  const objects = objectsIn(one, tier);
  if (objects.length === 0) {
    return `No workload of the tier ${tier.title} is in the render: it may be off, or named otherwise.`;
  }
  const name = objects.map(({ workload }) => nameOf(workload)).join(', ');
  const kinds = new Set(objects.flatMap(({ scalers }) => scalers.map(({ kind }) => kind)));
  const kind = evidence.in === 'scaler' ? evidence.kind : undefined;
  const isHidden = kind !== 'HorizontalPodAutoscaler' && !one.render.objects.some(isOfKeda);
  const hint = isHidden
    ? ' KEDA’s objects are rendered only with --api-versions keda.sh/v1alpha1.'
    : '';
  if ((evidence.in === 'keda' || kind === 'ScaledObject') && !kinds.has('ScaledObject')) {
    return `No ScaledObject targets ${name}.${hint}`;
  }
  if (evidence.in === 'scaler' && kinds.size === 0) {
    return `No HorizontalPodAutoscaler or ScaledObject targets ${name}.${hint}`;
  }
  if (evidence.in === 'budget' && objects.every(({ budgets }) => budgets.length === 0)) {
    return `No PodDisruptionBudget selects the pods of ${name}.`;
  }
  return undefined;
}

const isOfKeda = ({ kind }: Manifest): boolean =>
  ['ScaledObject', 'ScaledJob', 'TriggerAuthentication'].includes(kind);

/** *Nowhere*, because the probe's value is not in the render; *unknown* where something could hide it. */
function unlessHidden({ tier, matched }: Case, nowhere: Judgement): Judgement {
  const doubt = matched.doubt(tier);
  return doubt === undefined ? nowhere : unknown(`The probe’s value is not there${doubt}`);
}

/** A key that shows in a field of its tier's objects; without a tier, in a field of any workload's. */
function judgeField(one: Case): Judgement {
  const { key, tier, matched } = one;
  const { after, traced, before } = matched;
  const { asked, probe, listProbe } = key;
  const open = unclear(one);
  if (open) return open;
  const fields = (render: MatchedRender | undefined) =>
    render ? objectsIn(render, tier).flatMap((each) => fieldsFor(key, tier, each)) : [];
  const [there, probed, earlier] = [fields(after), fields(traced), fields(before)];
  const [first] = there;
  const same = there.find(({ value }) => isSameValue(asked, value));

  if (traced && probe !== undefined) {
    const arrived = probed.find(({ value }) => isSameValue(probe, value));
    if (arrived) return afterArrival(one, arrived, same, first);
    const [elsewhere] = hitsFor(probe, matched);
    if (elsewhere) return setElsewhere(one, elsewhere, first);
    const place = objectsIn(traced, tier)[0];
    const kept = first ? 'keeps its own value' : 'has no such value';
    const reason =
      absence(one, traced) ??
      `${place ? nameOf(place.workload) : 'The render'} ${kept}, whatever this key says.`;
    return unlessHidden(one, judged('nowhere', reason, first));
  }
  if (traced && listProbe !== undefined && hitsFor(listProbe, matched).length === 0) {
    return unlessHidden(
      one,
      judged('nowhere', 'The list that it belongs to arrives nowhere.', first),
    );
  }
  if (!after) return unknown(NO_PROBE);
  if (same) return sameValue(one, same, earlier);
  if (first) {
    return isUnchanged(one)
      ? judged(
          'nowhere',
          'The render with the overlay is the same as the one without it, in every object of this tier.',
          first,
        )
      : judged('differs', `${asked} was asked.${liveNote(first)}`, first);
  }
  if (key.evidence.in === 'environment') return unknown(inSecret(key.evidence.name, after));
  const reason = absence(one, after) ?? 'No object has such a field.';
  return judged(isUnchanged(one) && !absence(one, after) ? 'nowhere' : 'unknown', reason);
}

/** Whether the overlay changed nothing in the objects of the key's tier, and nothing in objects of no tier. */
const isUnchanged = ({ tier, matched }: Case): boolean => !!tier && matched.unchanged.has(tier);

/** Why no container has a variable by itself: it may come from a Secret. */
function inSecret(name: string, after: MatchedRender): string {
  const secrets = [...new Set(objectsIn(after, undefined).flatMap((one) => one.secrets))];
  if (secrets.length === 0) return 'No object has such a field.';
  const names = secrets.map((one) => `Secret/${one}`).join(', ');
  return `No container has ${name} by itself. It may come from ${names}, which is not read.`;
}

/** The probe's value stands in another field than the one that was expected. */
function setElsewhere({ tier, matched }: Case, place: Place, first: Field | undefined): Judgement {
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

/** The field has the asked value: *reached* where only this key explains it, else *present*. */
function sameValue(one: Case, same: Field, earlier: readonly Field[]): Judgement {
  const { key, matched } = one;
  if (matched.traced && key.evidence.in === 'spread') {
    // A list is replaced whole: where the probe's number arrives in an entry, its other fields came with it.
    const entry = same.field.replace(/(\[\d+\])\..*$/s, '$1');
    const object = matched.traced.byId.get(idOf(same.object));
    if (object?.probes.some(({ field }) => field === `${entry}.maxSkew`)) {
      return judged('reached', 'The probe brought the same entry here.', same);
    }
  }
  const doubt = otherCause(one, same, earlier);
  if (doubt !== undefined) return judged('present', doubt, same);
  const was = earlier[0] ? ` It was ${earlier[0].value} without the overlay.` : '';
  return judged('reached', `The overlay brought the asked value.${was}`, same);
}

/** Why a field may have the asked value without this key; `undefined` where only this key explains it. */
function otherCause({ key, matched, others }: Case, same: Field, earlier: readonly Field[]) {
  const { evidence, asked, below, option } = key;
  if (evidence.in === 'spread' && below.includes('.matchLabels.')) {
    return 'The selector has the asked label; charts often add the same one by themselves.';
  }
  if (!matched.before) return `It has the asked value.${liveNote(same)}`;
  if (earlier.some(({ value }) => isSameValue(asked, value))) {
    return 'It has the asked value without the overlay too, so nothing shows that this key put it there.';
  }
  if (!earlier[0] && !matched.isBeforeWhole) {
    return 'It has the asked value; the render without the overlay may be cut off.';
  }
  const rival = others.find(
    (one) =>
      one.option === option && one.evidence.in === evidence.in && isSameValue(one.asked, asked),
  );
  return rival && `It has the asked value, which ${rival.path} asks for too.`;
}

/** The probe's value stands in the right field: *reached*, unless the render with the overlay has another value there. */
function afterArrival(
  { key: { evidence }, matched }: Case,
  arrived: Field,
  same: Field | undefined,
  other: Field | undefined,
): Judgement {
  if (same || !matched.after) return judged('reached', ARRIVES, same ?? arrived);
  if (!other) {
    const reason =
      'The probe’s value arrives here, but the render with the overlay has no such field: it was made with other answers.';
    return { state: 'unknown', where: whereOf(arrived), reason };
  }
  return evidence.in === 'replicas' && other.object.isLive
    ? judged(
        'reached',
        'The probe’s value arrives here; as running, an autoscaler moves it.',
        other,
      )
    : judged('differs', OTHER_VALUE, other);
}

/** Shorter values, and numbers, stand in so many fields that finding one proves nothing. */
const RARE_LENGTH = 4;
const CONFIGURES = /^data\.|\.env\[\d+\]\.value$|\.(?:args|command)\[\d+\]$/;

/** A key for which no field is documented: its value is looked for wherever configuration stands. */
function judgeConfiguration(one: Case): Judgement {
  const { key, tier, matched, others } = one;
  const { before, after, traced } = matched;
  const { asked, probe } = key;
  if (traced && probe !== undefined) {
    const [hit] = hitsFor(probe, matched);
    if (!hit) {
      return unlessHidden(
        one,
        judged('nowhere', 'The probe’s value is in no object of the render.'),
      );
    }
    const stands = after?.byId.get(idOf(hit.object))?.fingerprints.get(hit.field);
    const isWhole = hit.object.fingerprints.get(hit.field) === fingerprint(String(probe));
    if (isWhole && stands !== undefined && stands !== fingerprint(String(asked))) {
      return { state: 'differs', where: whereOf(hit), reason: OTHER_VALUE };
    }
    return judged('reached', ARRIVES, { ...hit, value: asked });
  }
  if (!after) return unknown(NO_PROBE);
  const places = configured(key, tier, after);
  const [first] = places;
  if (!first) return unknown('Its value is in no ConfigMap, variable or argument that is read.');
  const earlier = new Set(before && configured(key, tier, before).map(whereOf));
  const brought =
    before && matched.isBeforeWhole && places.find((place) => !earlier.has(whereOf(place)));
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

/**
 * A switch: whether an object of the kind that it makes is there. Missing objects prove little by themselves, since a
 * file may be cut off and a workload may have another name.
 */
function judgeSwitch(one: Case, tier: Tier): Judgement {
  const { key, matched } = one;
  const { before, after } = matched;
  if (!after) return unknown('A switch shows only in the render with the overlay.');
  const open = key.evidence.in === 'workload' ? undefined : unclear(one);
  if (open) return open;
  const [there] = presentIn(one, tier, after);
  const was = before && presentIn(one, tier, before);
  if (there) {
    const [state, reason] = whilePresent(one, tier, was);
    return { state, found: true, where: nameOf(there), reason };
  }
  const gone = absence(one, after) ?? 'No such object is in the render.';
  if (key.asked === true) {
    const isSure =
      matched.isAllUnchanged && key.evidence.in !== 'workload' && !gone.includes('--api-versions');
    return judged(isSure ? 'nowhere' : 'unknown', gone);
  }
  return before && was?.length && hasAllBut(was, before, after)
    ? judged('reached', 'It is there without the overlay and not with it.')
    : unknown(`${gone} That alone does not show that this key removed it.`);
}

/** What it means that a switch's object is there; `was` are those that are there without the overlay. */
function whilePresent(
  { key: { asked, evidence, entry }, matched, others }: Case,
  tier: Tier,
  was: readonly Manifest[] | undefined,
): [RenderState, string] {
  if (asked !== true) {
    return matched.isAllUnchanged
      ? ['nowhere', 'It is there with the overlay as without it: this key changes nothing.']
      : ['differs', 'It is there, although this key switches it off.'];
  }
  if (!was || !matched.before) return ['present', 'It is there.'];
  if (was.length > 0) {
    const reason =
      'It is there without the overlay too, so nothing shows that this key put it there.';
    return ['present', reason];
  }
  if (!matched.isBeforeWhole) {
    return ['present', 'It is there; the render without the overlay may be cut off.'];
  }
  const brought = 'It is there with the overlay and not without';
  if (evidence.in !== 'workload' && objectsIn(matched.before, tier).length === 0) {
    const tierToo = `so is the whole tier ${tier.title}, which may have brought it`;
    return ['present', `${brought}, but ${tierToo}.`];
  }
  // A chart may as well ask whether a number is set: a scaler's switch counts only where its block is read.
  const blockOf = (path: string) => path.split('.').slice(0, -1).join('.');
  const beside = others.filter((other) => blockOf(other.entry.at) === blockOf(entry.at));
  const isRead = matched.traced
    ? beside.some(({ probe }) => probe !== undefined && hitsFor(probe, matched).length > 0)
    : beside.length > 0;
  return evidence.in !== 'scaler' || isRead
    ? ['reached', `${brought}.`]
    : ['present', `${brought}, but nothing else of its block arrives.`];
}

/** The objects by whose presence a switch shows. */
function presentIn({ key: { evidence } }: Case, tier: Tier, one: MatchedRender): Manifest[] {
  const objects = objectsIn(one, tier);
  if (evidence.in === 'scaler') {
    return objects.flatMap(({ scalers }) =>
      scalers.filter(({ kind }) => evidence.kind === undefined || kind === evidence.kind),
    );
  }
  const workloads = objects.map(({ workload }) => workload);
  if (evidence.in === 'cronJob') {
    const name = squeezed(evidence.name);
    return workloads.filter(
      (job) =>
        squeezed(job.name).endsWith(name) &&
        !scalarsAt(job, 'spec', 'suspend').some(({ value }) => value === true),
    );
  }
  if (workloads.length > 0) return workloads;
  const fits = new Set(one.tiers.get(tier.id)?.fits);
  return one.render.objects.filter((object) => fits.has(nameOf(object)));
}

/** Whether the render lacks only what was switched off. One that is cut off lacks other objects too. */
function hasAllBut(
  gone: readonly Manifest[],
  before: MatchedRender,
  after: MatchedRender,
): boolean {
  const missing = before.render.objects.filter((one) => !after.byId.has(idOf(one)));
  const belongs = (one: Manifest) =>
    gone.some(({ name }) => one.name === name || one.name.startsWith(`${name}-`));
  return after.render.broken.length === 0 && missing.every(belongs);
}
