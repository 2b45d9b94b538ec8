import type { Catalog } from '@/lib/domain/catalog';
import { findingsOf } from './findings';
import { allOf, type WorkloadObjects } from './joins';
import { type Field, idOf, isWorkload, type Manifest, nameOf, type Render } from './manifest';
import { probeValuesIn } from './probe';
import type { Finding, Renders } from './proof';
import { type Chosen, matchTiers, type Tier, type TierMatch, tiersOf } from './tiers';

/** Where something stands, without what it is. */
export type Place = Pick<Field, 'object' | 'field'>;

/** A render with its tiers found in it. */
export interface Seen {
  readonly render: Render;
  readonly tiers: ReadonlyMap<string, TierMatch>;
  readonly byId: ReadonlyMap<string, Manifest>;
  /** Objects whose names end in something random, by the rest of the name. */
  readonly byStem: ReadonlyMap<string, Manifest>;
  /** What belongs to no tier. */
  readonly others: readonly Manifest[];
}

/** The renders of one proof, and what follows from comparing them: the same for all answers. */
export interface SeenRenders {
  readonly renders: Renders;
  readonly tierList: readonly Tier[];
  readonly before: Seen | undefined;
  readonly after: Seen | undefined;
  readonly traced: Seen | undefined;
  /** The tiers in whose objects the overlay changed nothing. */
  readonly unchanged: ReadonlySet<Tier>;
  /** What the overlay changed in objects that belong to no tier. */
  readonly changedBeside: readonly Place[];
  /** Whether the overlay changed nothing at all. */
  readonly isAllUnchanged: boolean;
  /**
   * Whether something that `before` lacks was surely not there: all that it lacks belongs to what this overlay switches
   * on. A file that is cut off lacks other objects too.
   */
  readonly isBeforeWhole: boolean;
  /** Where each of the probe's values stands with the probe and did not without. */
  readonly hits: ReadonlyMap<string, readonly Place[]>;
  /** Why a probe's value that is nowhere may have been used all the same, in a clause; `undefined` where it was not. */
  readonly doubt: (tier: Tier | undefined) => string | undefined;
  readonly findings: readonly Finding[];
}

/** Finds the tiers in each render and compares them. A render without a single object is as good as none. */
export function seeRenders(catalog: Catalog, renders: Renders): SeenRenders {
  const tierList = tiersOf(catalog);
  const [before, after, traced] = [renders.before, renders.after, renders.traced].map((render) =>
    see(tierList, render, renders.chosen),
  );
  const chance = chanceFields(renders.after, renders.again);
  const changes = before && after && changesBetween(before, after, chance);
  const beside = new Set([...(before?.others ?? []), ...(after?.others ?? [])]);
  const changedBeside = (changes ?? []).filter(
    ({ object }) =>
      beside.has(object) && before && after && twinOf(object, before) && twinOf(object, after),
  );
  const changed = new Set(changes?.map(({ object }) => object));
  const isUnchanged = (tier: Tier): boolean => {
    if (!before || !after) return false;
    const [was, is] = [ownedBy(before, tier), ownedBy(after, tier)];
    const isThere = was.length + is.length > 0;
    return isThere ? ![...was, ...is].some((one) => changed.has(one)) : changedBeside.length === 0;
  };
  const shown = after ?? traced;
  return {
    renders,
    tierList,
    before,
    after,
    traced,
    unchanged: new Set(tierList.filter(isUnchanged)),
    changedBeside,
    isAllUnchanged: changes?.length === 0,
    isBeforeWhole: !!before && !!after && isWhole(before, after),
    hits: hitsOf(after, traced),
    doubt: doubts(after, traced, chance),
    findings: shown ? findingsOf(shown.render) : [],
  };
}

function see(
  tiers: readonly Tier[],
  render: Render | undefined,
  chosen?: Chosen,
): Seen | undefined {
  if (!render || render.objects.length === 0) return undefined;
  const matches = new Map(
    matchTiers(tiers, render.objects, chosen).map((one) => [one.tier.id, one]),
  );
  const taken = new Set(allOf([...matches.values()].flatMap(({ objects }) => objects)));
  return {
    render,
    tiers: matches,
    byId: new Map(render.objects.map((one) => [idOf(one), one])),
    byStem: new Map(render.objects.flatMap((one) => (stemOf(one) ? [[stemOf(one), one]] : []))),
    others: render.objects.filter((one) => !taken.has(one)),
  };
}

/** What belongs to a tier in a render; without one what belongs to any. */
export function objectsIn(
  one: Seen,
  tier: Pick<Tier, 'id'> | undefined,
): readonly WorkloadObjects[] {
  if (tier) return one.tiers.get(tier.id)?.objects ?? [];
  return [...one.tiers.values()].flatMap(({ objects }) => objects);
}

/** A job, a ConfigMap or the like whose name ends in something random, without that part; `''` for any other. */
const stemOf = (one: Manifest): string => {
  const stem = /^(.+)-(?=[a-z]*\d)[a-z0-9]{4,12}$/.exec(one.name)?.[1];
  return stem === undefined || isWorkload(one) ? '' : `${one.kind}/${stem} ${one.namespace}`;
};

/** The same object in another render. */
const twinOf = (object: Manifest, { byId, byStem }: Seen): Manifest | undefined =>
  byId.get(idOf(object)) ?? byStem.get(stemOf(object));

const ownedBy = (one: Seen, tier: Tier): Manifest[] => allOf(objectsIn(one, tier));

const placeId = ({ object, field }: Place): string => `${idOf(object)} ${field}`;

/** What differs between two renders of the same values. */
function chanceFields(one: Render | undefined, again: Render | undefined): ReadonlySet<string> {
  const twins = new Map(again?.objects.map((object) => [idOf(object), object]));
  const differing = (one?.objects ?? []).flatMap((object) => {
    const twin = twins.get(idOf(object));
    return [...object.prints]
      .filter(([field, print]) => twin && twin.prints.get(field) !== print)
      .map(([field]) => placeId({ object, field }));
  });
  return new Set(again ? differing : []);
}

/** Checksums of other objects change with those, which are compared themselves. */
const ANNOTATION = /^(?:metadata|spec\.(?:jobTemplate\.spec\.)?template\.metadata)\.annotations\./;

/** Whether a field of two objects says the same, but for what differs by chance. */
function isSameField(one: Manifest, other: Manifest, field: string): boolean {
  if (one.prints.get(field) === other.prints.get(field)) return true;
  const loose = one.loose.get(field);
  return loose !== undefined && loose === other.loose.get(field);
}

/** The fields that two renders have differently, on both sides; of an object that one of them lacks, all of them. */
function changesBetween(before: Seen, after: Seen, chance: ReadonlySet<string>): Place[] {
  const differing = ({ render }: Seen, there: Seen): Place[] =>
    render.objects.flatMap((object) => {
      const twin = twinOf(object, there);
      if (twin && object.isLive !== twin.isLive) return [{ object, field: 'metadata' }];
      const ignored = twin && twin.name !== object.name ? /^metadata\./ : ANNOTATION;
      return [...object.prints.keys()]
        .filter((field) => !(twin && isSameField(object, twin, field)) && !ignored.test(field))
        .map((field) => ({ object, field }))
        .filter((place) => !chance.has(placeId(place)));
    });
  return [...differing(after, before), ...differing(before, after)];
}

const SWITCHED_ON = new Set(['HorizontalPodAutoscaler', 'ScaledObject', 'PodDisruptionBudget']);

function isWhole(before: Seen, after: Seen): boolean {
  const missing = after.render.objects.filter((one) => !before.byId.has(idOf(one)));
  return (
    before.render.broken.length === 0 &&
    missing.every((one) => SWITCHED_ON.has(one.kind) || isWorkload(one))
  );
}

function hitsOf(after: Seen | undefined, traced: Seen | undefined): Map<string, Place[]> {
  const hits = new Map<string, Place[]>();
  for (const object of traced?.render.objects ?? []) {
    const stood = new Set(
      after?.byId.get(idOf(object))?.probes.map(({ field, text }) => `${text} ${field}`),
    );
    for (const { field, text } of object.probes) {
      if (stood.has(`${text} ${field}`)) continue;
      const there = hits.get(text);
      if (there) there.push({ object, field });
      else hits.set(text, [{ object, field }]);
    }
  }
  return hits;
}

/** Where a probe's value stands with the probe and did not without. */
export const hitsFor = (probe: unknown, { hits }: SeenRenders): readonly Place[] =>
  hits.get(probeValuesIn(String(probe))[0] ?? '') ?? [];

/** What could hide a probe's value: a document that is missing or broken, a Secret, or a value that was worked on. */
function doubts(
  after: Seen | undefined,
  traced: Seen | undefined,
  chance: ReadonlySet<string>,
): SeenRenders['doubt'] {
  if (!after || !traced) return () => '; give the render with the overlay to compare.';
  if (after.render.broken.length > 0 || traced.render.broken.length > 0) {
    return () => ', but a document of the renders could not be read.';
  }
  if (!holds(traced, after)) {
    return () =>
      ', but the render with the probe lacks objects or fields that the other has: it may be cut off.';
  }
  const probed = new Set(
    traced.render.objects.flatMap((object) =>
      object.probes.map(({ field }) => placeId({ object, field })),
    ),
  );
  const all = changesBetween(after, traced, chance).filter((place) => !probed.has(placeId(place)));
  const secret = all.find(({ object }) => object.kind === 'Secret');
  const elsewhere = new Set([...after.others, ...traced.others].map(idOf));
  return (tier) => {
    if (secret) {
      return `, but ${nameOf(secret.object)} changed with the probe: the value may stand there. Secrets are not read.`;
    }
    const own = tier && new Set(ownedBy(traced, tier).map(idOf));
    // What belongs to another tier is that tier's; what belongs to none may be anyone's.
    const [changed] =
      own && own.size > 0
        ? all.filter(({ object }) => own.has(idOf(object)) || elsewhere.has(idOf(object)))
        : all;
    return (
      changed &&
      `, but ${nameOf(changed.object)} ${changed.field} changed to something else: some key is used, transformed.`
    );
  };
}

/** Whether nothing is missing from a render: one that is cut off lacks objects, or fields of the last one. */
const holds = (traced: Seen, after: Seen): boolean =>
  after.render.objects.every((one) => {
    const twin = twinOf(one, traced);
    return twin && [...one.prints.keys()].every((field) => twin.prints.has(field));
  });
