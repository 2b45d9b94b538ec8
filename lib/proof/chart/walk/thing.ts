import { ANY, below, collapsed, type EACH, idOf, isWithinAny, type Place } from './place';

/** What a template is given as its dot by Helm: the values of a chart and where its templates stand. */
export interface Root {
  readonly values: Place;
  /** The folder of its templates, which `.Template.BasePath` names. */
  readonly templates: string;
}

/** All that an expression of a template may be. It only ever grows. */
export interface Thing {
  /** Places of the values that it may be. */
  readonly places: Map<string, Place>;
  /** Contexts that it may be: whatever has `.Values`. */
  readonly roots: Map<string, Root>;
  /** Texts that it may be. */
  readonly texts: Set<string>;
  /** What it has under names that are known: it was made by `dict` or the like. */
  readonly entries: Map<string, Thing>;
  /** What it has under names that are not known, or as the items of a list. */
  items: Thing | undefined;
  /** Whether it may be anything else: a text or a number that is made while Helm renders. */
  isOther: boolean;
  /** Whether the templates made it, so that a change to it changes no values. */
  isOwn: boolean;
  /** Whether it has a name, so that a change to it may show elsewhere too. */
  isShared: boolean;
}

/** Nothing that is known. */
export const nothing = (change: Partial<Thing> = {}): Thing => ({
  places: new Map(),
  roots: new Map(),
  texts: new Set(),
  entries: new Map(),
  items: undefined,
  isOther: false,
  isOwn: false,
  isShared: false,
  ...change,
});

/** Something made while Helm renders. What it was made from has been noted as read. */
export const other = (): Thing => nothing({ isOther: true });

/** A text that stands in a template. */
export const textThing = (text: string): Thing => nothing({ texts: new Set([text]) });

/** A mapping or list that the templates make. */
export const ownThing = (entries: Iterable<readonly [string, Thing]> = [], items?: Thing): Thing =>
  nothing({ entries: new Map(entries), items, isOwn: true });

/** What stands at any of some places of the values. */
export function placesThing(places: readonly Place[]): Thing {
  const thing = nothing();
  addPlaces(thing, places);
  return thing;
}

/** A context, which has `.Values`. */
export const rootThing = (root: Root): Thing =>
  nothing({ roots: new Map([[idOf(root.values), root]]) });

/** Whatever one of several may be. */
export function oneOf(things: readonly (Thing | undefined)[]): Thing {
  const given = things.filter((one) => one !== undefined);
  const [only] = given;
  if (only && given.length === 1) return only;
  const all = nothing(); // a copy: what changes it does not change any of them, so it counts as none of our own
  for (const one of given) add(all, one);
  return all;
}

/** Makes a thing be what another may be too. */
export function add(to: Thing, from: Thing): void {
  if (to === from) return;
  addPlaces(to, [...from.places.values()]);
  for (const [id, root] of from.roots) to.roots.set(id, root);
  for (const text of from.texts) to.texts.add(text);
  if (to.texts.size > MOST) {
    to.texts.clear();
    to.isOther = true;
  }
  for (const [name, entry] of from.entries) addEntry(to, name, entry);
  if (from.items) to.items = oneOf([to.items, from.items]);
  to.isOther ||= from.isOther;
}

/** So many places or texts are told apart; a loop over computed names would make more without end. */
const MOST = 64;

function addPlaces(to: Thing, places: readonly Place[]): void {
  if (places.length === 0) return;
  const wide = [...to.places.values()].filter(({ steps }) => steps.at(-1) === ANY);
  for (const place of places) {
    if (!isWithinAny(place, wide)) to.places.set(idOf(place), place);
  }
  if (to.places.size <= MOST) return;
  const few = collapsed([...to.places.values()]);
  to.places.clear();
  for (const place of few) to.places.set(idOf(place), place);
}

/** Makes a thing have an entry too, beside what it has under that name. */
export function addEntry(to: Thing, name: string, entry: Thing): void {
  entry.isShared = true;
  const there = to.entries.get(name);
  if (there !== entry) to.entries.set(name, there ? oneOf([there, entry]) : entry);
}

/** What stands in a thing under a name. */
export function field(thing: Thing, name: string): Thing {
  const places = [...thing.places.values()].flatMap((place) => below(place, name));
  const found = [...thing.roots.values()].map((root) => fieldOfRoot(root, name));
  if (places.length > 0) found.push(placesThing(places));
  const entry = thing.entries.get(name);
  if (entry) found.push(entry);
  if (thing.items) found.push(thing.items);
  if (thing.isOther || found.length === 0) found.push(other());
  return oneOf(found);
}

function fieldOfRoot({ values, templates }: Root, name: string): Thing {
  if (name === 'Values') return placesThing([values]);
  if (name === 'Template') return ownThing([['BasePath', textThing(templates)]]);
  if (name === 'Subcharts') {
    const [inside] = below(values, ANY);
    return inside ? ownThing([], rootThing({ values: inside, templates: '' })) : other();
  }
  return other();
}

/** What stands in a thing under any name: one that `range` goes through, or one that is computed. */
export function anyField(thing: Thing, step: typeof EACH | typeof ANY): Thing {
  const found = [...thing.entries.values()];
  const places = [...thing.places.values()].flatMap((place) => below(place, step));
  for (const { values } of thing.roots.values()) places.push({ ...values, isComputed: true });
  if (places.length > 0) found.push(placesThing(places));
  if (thing.items) found.push(thing.items);
  if (thing.isOther || found.length === 0) found.push(other());
  return oneOf(found);
}

/** The names that a thing used as a name may be; `undefined` where it is computed. */
export function namesIn({ places, roots, texts, entries, items, isOther }: Thing) {
  const isPlain = places.size + roots.size + entries.size === 0 && !items && !isOther;
  return isPlain && texts.size > 0 ? [...texts] : undefined;
}

/** The same thing, reached by a way that is computed. */
export function computed(thing: Thing, seen = new Map<Thing, Thing>()): Thing {
  const before = seen.get(thing);
  if (before) return before;
  const copy = nothing({ texts: new Set(thing.texts), isOther: thing.isOther });
  seen.set(thing, copy);
  for (const place of thing.places.values()) {
    const there = { ...place, isComputed: true };
    copy.places.set(idOf(there), there);
  }
  for (const root of thing.roots.values()) {
    const values = { ...root.values, isComputed: true };
    copy.roots.set(idOf(values), { ...root, values });
  }
  for (const [name, entry] of thing.entries) copy.entries.set(name, computed(entry, seen));
  if (thing.items) copy.items = computed(thing.items, seen);
  return copy;
}

/** Deeper than any `dict` within a `dict` that a chart hands on. */
const DEEPEST = 12;

/** A thing as a text, alike for two that may be the same. */
export function signature(thing: Thing, seen = new Set<Thing>()): string {
  if (seen.has(thing) || seen.size > DEEPEST) return '…';
  seen.add(thing);
  const { places, roots, texts, entries, items, isOther, isOwn } = thing;
  const parts = [
    [...places.keys()].sort().join(),
    [...roots.keys()].sort().join(),
    JSON.stringify([...texts].sort()),
    [...entries.keys()]
      .sort()
      .map((name) => `${JSON.stringify(name)}:${signature(entries.get(name) ?? thing, seen)}`)
      .join(),
    items ? signature(items, seen) : '',
    isOther ? 'o' : '',
    isOwn ? 'm' : '',
  ];
  seen.delete(thing);
  return `{${parts.join('|')}}`;
}
