import type { Catalog } from '@/lib/domain/catalog';
import { grouped } from '@/lib/domain/grouped';
import { plural } from '@/lib/domain/plural';
import { type Finding, findingsOf } from './findings';
import { allOf, joinedWorkloads, type WorkloadObjects } from './joins';
import {
  type Field,
  idOf,
  isWorkload,
  type Manifest,
  nameOf,
  type Render,
  unreadIn,
} from './manifest';
import { probeValuesIn } from './probe';
import { type Chosen, matchTiers, type Tier, type TierMatch, tiersOf } from './tiers';

/** The renders that the person gave; `after` alone is enough. */
interface Renders {
  /** Without the overlay. */
  readonly before?: Render | undefined;
  /** With it. */
  readonly after?: Render | undefined;
  /** With it, and the probe on top. */
  readonly traced?: Render | undefined;
  readonly chosen?: Chosen | undefined;
}

/** Where something stands, without what it is. */
export type Place = Pick<Field, 'object' | 'field'>;

/** A render with the workload of each tier found in it. */
export interface MatchedRender {
  readonly render: Render;
  readonly workloads: readonly WorkloadObjects[];
  readonly tiers: ReadonlyMap<string, TierMatch>;
  /** Objects by their ids; one whose name ends in something random by the rest of the name too. */
  readonly byId: ReadonlyMap<string, Manifest>;
  /** The objects outside of the tiers. */
  readonly outside: ReadonlySet<Manifest>;
}

/** The render without the overlay beside the one with it. */
interface ComparedRenders {
  /** Whether the overlay changed nothing at all. */
  readonly isSame: boolean;
  /**
   * Whether it changed nothing that a key of this tier may have changed: no object of the tier, and no object outside of
   * the tiers, which may hold any key's value, transformed.
   */
  readonly isSameFor: (tier: Tier) => boolean;
  /**
   * Whether `before` is complete: all that it lacks is of the kinds that this overlay switches on. A file that is cut off
   * lacks other objects too.
   */
  readonly isBeforeComplete: boolean;
}

/** The renders of one proof, and what follows from comparing them: the same for all answers. */
export interface MatchedRenders {
  readonly tierList: readonly Tier[];
  readonly before: MatchedRender | undefined;
  readonly after: MatchedRender | undefined;
  readonly traced: MatchedRender | undefined;
  /** What `before` and `after` show beside each other; `undefined` unless both are there. */
  readonly compared: ComparedRenders | undefined;
  /** Where each of the probe's values stands only in the render with the probe. */
  readonly hits: ReadonlyMap<string, readonly Place[]>;
  /** Why a key may be used although the probe's value is nowhere, as the end of a sentence; `undefined` where nothing suggests it. */
  readonly doubt: (tier: Tier | undefined) => string | undefined;
  readonly findings: readonly Finding[];
  /** What a person should know of the renders as a whole, in sentences. */
  readonly remarks: readonly string[];
}

/** Finds the tiers in each render and compares them. A render without a single object is as good as none. */
export function matchRenders(catalog: Catalog, renders: Renders): MatchedRenders {
  const tierList = tiersOf(catalog);
  const [before, after, traced] = [renders.before, renders.after, renders.traced].map((render) =>
    matchRender(tierList, render, renders.chosen),
  );
  const shown = after ?? traced;
  return {
    tierList,
    before,
    after,
    traced,
    compared: before && after && compare(before, after),
    hits: hitsOf(after, traced),
    doubt: doubtOf(after, traced),
    findings: shown ? findingsOf(shown.render, shown.workloads) : [],
    remarks: remarksOf(renders),
  };
}

function matchRender(
  tiers: readonly Tier[],
  render: Render | undefined,
  chosen?: Chosen,
): MatchedRender | undefined {
  if (!render || render.objects.length === 0) return undefined;
  const { objects } = render;
  const workloads = joinedWorkloads(objects);
  const matches = new Map(matchTiers(tiers, workloads, chosen).map((one) => [one.tier.id, one]));
  const taken = new Set(allOf([...matches.values()].flatMap((match) => match.objects)));
  return {
    render,
    workloads,
    tiers: matches,
    byId: new Map(
      [stemOf, idOf].flatMap((naming) => objects.map((one) => [naming(one), one] as const)),
    ),
    outside: new Set(objects.filter((one) => !taken.has(one))),
  };
}

/** The workloads of a tier in a render, with what belongs to them; without a tier those of all tiers. */
export function objectsIn(
  one: MatchedRender,
  tier: Pick<Tier, 'id'> | undefined,
): readonly WorkloadObjects[] {
  if (tier) return one.tiers.get(tier.id)?.objects ?? [];
  return [...one.tiers.values()].flatMap(({ objects }) => objects);
}

/** A job, a ConfigMap or the like whose name ends in something random, without that part; any other by its id. */
const stemOf = (one: Manifest): string => {
  const stem = /^(.+)-(?=[a-z]*\d)[a-z0-9]{4,12}$/.exec(one.name)?.[1];
  return stem === undefined || isWorkload(one)
    ? idOf(one)
    : `${one.kind}/${stem}-* ${one.namespace}`;
};

/** The same object in another render. */
const twinOf = (object: Manifest, { byId }: MatchedRender): Manifest | undefined =>
  byId.get(idOf(object)) ?? byId.get(stemOf(object));

const ownedBy = (one: MatchedRender, tier: Tier): Manifest[] => allOf(objectsIn(one, tier));

/** Annotations hold checksums of other objects, which are compared themselves. */
const ANNOTATION = /^(?:metadata|spec\.(?:jobTemplate\.spec\.)?template\.metadata)\.annotations\./;

/** Whether a field of two objects says the same, but for what differs by chance. */
function isSameField(one: Manifest, other: Manifest, field: string): boolean {
  if (one.fingerprints.get(field) === other.fingerprints.get(field)) return true;
  const steady = one.steady.get(field);
  return steady !== undefined && steady === other.steady.get(field);
}

/** The fields that differ between two renders, on both sides; of an object that one of them lacks, every field. */
function changesBetween(before: MatchedRender, after: MatchedRender): Place[] {
  const differing = ({ render }: MatchedRender, there: MatchedRender): Place[] =>
    render.objects.flatMap((object) => {
      const twin = twinOf(object, there);
      if (twin && object.isLive !== twin.isLive) return [{ object, field: 'metadata' }];
      const ignored = twin && twin.name !== object.name ? /^metadata\./ : ANNOTATION;
      return [...object.fingerprints.keys()]
        .filter((field) => !(twin && isSameField(object, twin, field)) && !ignored.test(field))
        .map((field) => ({ object, field }));
    });
  return [...differing(after, before), ...differing(before, after)];
}

const SWITCHED_ON = new Set(['HorizontalPodAutoscaler', 'ScaledObject', 'PodDisruptionBudget']);

function compare(before: MatchedRender, after: MatchedRender): ComparedRenders {
  const changed = new Set(changesBetween(before, after).map(({ object }) => object));
  const isOutside = (object: Manifest) => before.outside.has(object) || after.outside.has(object);
  const isInBoth = (object: Manifest) => twinOf(object, before) && twinOf(object, after);
  const isOutsideSame = ![...changed].some((object) => isOutside(object) && isInBoth(object));
  const isExpected = (object: Manifest) => SWITCHED_ON.has(object.kind) || isWorkload(object);
  return {
    isSame: changed.size === 0,
    isSameFor: (tier) =>
      isOutsideSame &&
      ![...ownedBy(before, tier), ...ownedBy(after, tier)].some((object) => changed.has(object)),
    isBeforeComplete:
      before.render.broken.length === 0 &&
      after.render.objects.every((object) => before.byId.has(idOf(object)) || isExpected(object)),
  };
}

function hitsOf(
  after: MatchedRender | undefined,
  traced: MatchedRender | undefined,
): Map<string, Place[]> {
  const hits = traced?.render.objects.flatMap((object) => {
    const stood = after?.byId.get(idOf(object))?.probes ?? [];
    const ids = new Set(stood.map(({ field, text }) => `${text} ${field}`));
    return object.probes
      .filter(({ field, text }) => !ids.has(`${text} ${field}`))
      .map(({ field, text }) => ({ text, object, field }));
  });
  return grouped(hits ?? [], ({ text }) => text);
}

/** Where a probe's value stands only in the render with the probe. */
export const hitsFor = (probe: unknown, { hits }: MatchedRenders): readonly Place[] =>
  hits.get(probeValuesIn(String(probe))[0] ?? '') ?? [];

/** Why the probe's value may be absent although the key is used: first what is true of all keys, then of a tier's. */
function doubtOf(
  after: MatchedRender | undefined,
  traced: MatchedRender | undefined,
): MatchedRenders['doubt'] {
  if (!after || !traced) return () => '; give the render with the overlay to compare.';
  const changes = changesWithoutProbe(after, traced);
  const ofAll = doubtOfRenders(after, traced) ?? doubtOfSecrets(changes);
  if (ofAll !== undefined) return () => ofAll;
  const outside = new Set([...after.outside, ...traced.outside].map(idOf));
  return (tier) => {
    const own = new Set(tier && ownedBy(traced, tier).map(idOf));
    // A change in another tier's objects is due to that tier; one outside of the tiers may be due to any.
    const change = changes.find(
      ({ object }) => own.size === 0 || own.has(idOf(object)) || outside.has(idOf(object)),
    );
    return (
      change &&
      `, but ${nameOf(change.object)} ${change.field} changed to something else: some key is used, transformed.`
    );
  };
}

/** What the probe changed in fields that do not hold a value of its own. */
function changesWithoutProbe(after: MatchedRender, traced: MatchedRender): Place[] {
  const placeId = ({ object, field }: Place) => `${idOf(object)} ${field}`;
  const probed = new Set(
    traced.render.objects.flatMap((object) =>
      object.probes.map(({ field }) => placeId({ object, field })),
    ),
  );
  return changesBetween(after, traced).filter((place) => !probed.has(placeId(place)));
}

function doubtOfRenders(after: MatchedRender, traced: MatchedRender): string | undefined {
  if (after.render.broken.length > 0 || traced.render.broken.length > 0) {
    return ', but a document of the renders could not be read.';
  }
  // A render that is cut off lacks objects, or fields of the last one.
  const isComplete = after.render.objects.every((one) => {
    const twin = twinOf(one, traced);
    return twin && [...one.fingerprints.keys()].every((field) => twin.fingerprints.has(field));
  });
  return isComplete
    ? undefined
    : ', but the render with the probe lacks objects or fields that the other has: it may be cut off.';
}

function doubtOfSecrets(changes: readonly Place[]): string | undefined {
  const secret = changes.find(({ object }) => object.kind === 'Secret');
  return (
    secret &&
    `, but ${nameOf(secret.object)} changed with the probe: the value may stand there. Secrets are not read.`
  );
}

const TITLES = [
  ['before', 'The render without the overlay'],
  ['after', 'The render with the overlay'],
  ['traced', 'The render with the probe'],
] as const;

const remarksOf = (renders: Renders): string[] =>
  TITLES.flatMap(([role, title]) => {
    const render = renders[role];
    if (!render) return [];
    const remarks = [...render.remarks, ...unreadIn(render)];
    if (render.objects.length === 0 && remarks.length === 0) remarks.push('It holds no object.');
    const secrets = render.objects.filter(({ kind }) => kind === 'Secret').length;
    if (secrets > 0) {
      remarks.push(`${plural(secrets, 'Secret is', 'Secrets are')} there and not read.`);
    }
    return remarks.map((one) => `${title}: ${one}`);
  });
