import type { AskedKey } from '../asked-keys';
import { type Field, type Manifest, nameOf } from '../manifest';
import { type MatchedRender, type MatchedRenders, objectsIn, type Place } from '../matched-renders';
import type { RenderState, Verdict } from '../states';
import type { Tier } from '../tiers';

/** A leaf of the overlay with all that its verdict may follow from. */
export interface Case {
  readonly key: AskedKey;
  readonly tier: Tier | undefined;
  readonly matched: MatchedRenders;
  /** The leaves of other keys. */
  readonly others: readonly AskedKey[];
}

/** A verdict without what follows from the key itself. */
export type Judgement = Omit<Verdict, 'asked' | 'tier'>;

/** A state with its reason, and with the field that shows it where there is one. */
export const judged = (state: RenderState, reason: string, field?: Field): Judgement =>
  field ? { state, found: field.value, where: whereOf(field), reason } : { state, reason };

/** That no render that is here can tell. @param reason why, in a sentence */
export const unknown = (reason: string): Judgement => ({ state: 'unknown', reason });

export const ARRIVES = 'The probe’s value arrives here.';
export const OTHER_VALUE =
  'The key does arrive here, but this render has another value: it was made with other answers, or a later values file or --set wins.';
export const NO_PROBE = 'Only the render with the probe is given, and this key has no probe.';

/** `HorizontalPodAutoscaler/kaireon-api spec.minReplicas` */
export const whereOf = ({ object, field }: Place): string => `${nameOf(object)} ${field}`;

/** *Unknown*, because several workloads fit the tier and none is chosen; `undefined` where the tier is clear. */
export function unclearTier({ tier, matched }: Case): Judgement | undefined {
  const open = [matched.after, matched.traced]
    .map((one) => tier && one?.tiers.get(tier.id))
    .find((match) => match && match.objects.length === 0 && match.fits.length > 1);
  const names = open?.fits.join(', ');
  return (
    open && unknown(`Several workloads fit the tier ${open.tier.title}: ${names}. Choose one.`)
  );
}

/** Why a render has no field of a key, where that is plain. */
export function absence({ key: { evidence }, tier }: Case, one: MatchedRender): string | undefined {
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
export function unlessHidden({ tier, matched }: Case, nowhere: Judgement): Judgement {
  const doubt = matched.doubt(tier);
  return doubt === undefined ? nowhere : unknown(`The probe’s value is not there${doubt}`);
}
