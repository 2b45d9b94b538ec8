import type { Entry } from '@/lib/overlay/values';
import { idOf, type Manifest, nameOf, scalarsAt } from '../manifest';
import { hitsFor, type MatchedRender, objectsIn } from '../matched-renders';
import { squeezed, type Tier } from '../tiers';
import { absence, type Case, type Judgement, judged, unclearTier, unknown } from './case';

/**
 * Judges a switch by whether an object of the kind that it makes is there. A missing object proves little by itself,
 * since a file may be cut off and a workload may have another name.
 */
export function judgeSwitch(one: Case, tier: Tier): Judgement {
  const { key, matched } = one;
  const { before, after } = matched;
  if (!after) return unknown('A switch shows only in the render with the overlay.');
  const open = key.evidence.in === 'workload' ? undefined : unclearTier(one);
  if (open) return open;
  const [there] = madeIn(one, tier, after);
  const earlier = before && madeIn(one, tier, before);
  if (there) {
    const { state, reason } = whilePresent(one, tier, earlier);
    return { state, found: true, where: nameOf(there), reason };
  }
  const gone = absence(one, after) ?? 'No such object is in the render.';
  if (key.asked === true) {
    const isSure =
      matched.compared?.isSame &&
      key.evidence.in !== 'workload' &&
      !gone.includes('--api-versions');
    return judged(isSure ? 'nowhere' : 'unknown', gone);
  }
  return before && earlier?.length && hasAllBut(earlier, before, after)
    ? judged('reached', 'It is there without the overlay and not with it.')
    : unknown(`${gone} That alone does not show that this key removed it.`);
}

/** The objects by whose presence a switch shows. */
function madeIn({ key: { evidence } }: Case, tier: Tier, one: MatchedRender): Manifest[] {
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

/** What it means that a switch's object is there; `earlier` are those that are there without the overlay. */
function whilePresent(one: Case, tier: Tier, earlier: readonly Manifest[] | undefined): Judgement {
  if (one.key.asked !== true) {
    return one.matched.compared?.isSame
      ? judged('nowhere', 'It is there with the overlay as without it: this key changes nothing.')
      : judged('differs', 'It is there, although this key switches it off.');
  }
  const doubt = otherCause(one, tier, earlier);
  return doubt === undefined ? judged('reached', `${BROUGHT}.`) : judged('present', doubt);
}

const BROUGHT = 'It is there with the overlay and not without';

/** What else than this switch may have made the object; `undefined` where nothing else explains it. */
function otherCause(
  one: Case,
  tier: Tier,
  earlier: readonly Manifest[] | undefined,
): string | undefined {
  const { key, matched } = one;
  if (!earlier || !matched.before) return 'It is there.';
  if (earlier.length > 0) {
    return 'It is there without the overlay too, so nothing shows that this key put it there.';
  }
  if (!matched.compared?.isBeforeComplete) {
    return 'It is there; the render without the overlay may be cut off.';
  }
  if (key.evidence.in !== 'workload' && objectsIn(matched.before, tier).length === 0) {
    return `${BROUGHT}, but so is the whole tier ${tier.title}, which may have brought it.`;
  }
  if (key.evidence.in === 'scaler' && !isBlockRead(one)) {
    return `${BROUGHT}, but nothing else of its block arrives.`;
  }
  return undefined;
}

/**
 * Whether another key of the switch's own block arrives, such as `api.autoscaling.maxReplicas` beside
 * `api.autoscaling.enabled`. A chart may make a scaler because some other value is set. Where nothing of the block
 * arrives, the chart does not read the block, so it was not this switch that made the scaler. Without the render with
 * the probe nobody can tell, and it is enough that the block has another key.
 */
function isBlockRead({ key, matched, others }: Case): boolean {
  const blockOf = ({ prefixes }: Entry) => prefixes.at(-2);
  const beside = others.filter(({ entry }) => blockOf(entry) === blockOf(key.entry));
  return matched.traced
    ? beside.some(({ probe }) => probe !== undefined && hitsFor(probe, matched).length > 0)
    : beside.length > 0;
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
