import { ANY, below, collapsed, type EACH, idOf, isWithinAny, type Place } from './place';

/** What a template is given as its dot by Helm: the values of a chart and where its templates stand. */
export interface Root {
  readonly values: Place;
  /** The folder of its templates, which `.Template.BasePath` names. */
  readonly templates: string;
}

/** All that an expression of a template may be. It only ever grows. */
export interface PossibleValue {
  /** Places of the chart's values that it may be. */
  readonly places: Map<string, Place>;
  /** Contexts that it may be: whatever has `.Values`. */
  readonly roots: Map<string, Root>;
  /** Texts that it may be. */
  readonly texts: Set<string>;
  /** What it has under names that are known: it was made by `dict` or the like. */
  readonly entries: Map<string, PossibleValue>;
  /** What it has under names that are not known, or as the items of a list. */
  items: PossibleValue | undefined;
  /** Whether it may be anything else: a text or a number that is made while Helm renders. */
  isOther: boolean;
  /** Whether the templates made it, so that a change to it changes none of the chart's values. */
  isMade: boolean;
  /** Whether it has a name, so that a change to it may show elsewhere too. */
  isShared: boolean;
}

/** Nothing that is known. */
export const nothing = (change: Partial<PossibleValue> = {}): PossibleValue => ({
  places: new Map(),
  roots: new Map(),
  texts: new Set(),
  entries: new Map(),
  items: undefined,
  isOther: false,
  isMade: false,
  isShared: false,
  ...change,
});

/** Something made while Helm renders. What it was made from has been noted as read. */
export const other = (): PossibleValue => nothing({ isOther: true });

/** A text that stands in a template. */
export const textValue = (text: string): PossibleValue => nothing({ texts: new Set([text]) });

/** A mapping or list that the templates make. */
export const madeValue = (
  entries: Iterable<readonly [string, PossibleValue]> = [],
  items?: PossibleValue,
): PossibleValue => nothing({ entries: new Map(entries), items, isMade: true });

/** What stands at any of some places of the chart's values. */
function placesValue(places: readonly Place[]): PossibleValue {
  const value = nothing();
  addPlaces(value, places);
  return value;
}

/** A context, which has `.Values`. */
export const rootValue = (root: Root): PossibleValue =>
  nothing({ roots: new Map([[idOf(root.values), root]]) });

/** Whatever one of several may be. */
export function oneOf(values: readonly (PossibleValue | undefined)[]): PossibleValue {
  const given = values.filter((one) => one !== undefined);
  const [only] = given;
  if (only && given.length === 1) return only;
  const all = nothing(); // a copy: a change to it changes none of them, so it does not count as made
  for (const one of given) add(all, one);
  return all;
}

/** Makes a value be what another may be too. */
export function add(to: PossibleValue, from: PossibleValue): void {
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

/** How many places or texts of one value are kept apart. A loop over computed names would make more without end. */
const MOST = 64;

function addPlaces(to: PossibleValue, places: readonly Place[]): void {
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

/** Makes a value have an entry too, besides what it has under that name. */
export function addEntry(to: PossibleValue, name: string, entry: PossibleValue): void {
  entry.isShared = true;
  const there = to.entries.get(name);
  if (there !== entry) to.entries.set(name, there ? oneOf([there, entry]) : entry);
}

/** Makes a value have an entry under a name that may be computed. */
export function addNamed(to: PossibleValue, name: PossibleValue, entry: PossibleValue): void {
  const names = namesIn(name);
  for (const one of names ?? []) addEntry(to, one, entry);
  if (!names) to.items = oneOf([to.items, entry]);
}

/** What stands in a value under a name. */
export function field(value: PossibleValue, name: string): PossibleValue {
  const ofRoots = [...value.roots.values()].map((root) => fieldOfRoot(root, name));
  const places = [...value.places.values()].flatMap((place) => below(place, name));
  return inside(value, [...ofRoots, value.entries.get(name)], places);
}

/** What stands in a value under any name: one that `range` goes through, or one that is computed. */
export function anyField(value: PossibleValue, step: typeof EACH | typeof ANY): PossibleValue {
  const places = [...value.places.values()].flatMap((place) => below(place, step));
  const roots = [...value.roots.values()].map(({ values }) => ({ ...values, isComputed: true }));
  return inside(value, [...value.entries.values()], [...places, ...roots]);
}

/** Whatever was found within a value, and what may stand there under any name. */
function inside(
  { items, isOther }: PossibleValue,
  found: readonly (PossibleValue | undefined)[],
  places: readonly Place[],
): PossibleValue {
  const all = [...found, places.length > 0 ? placesValue(places) : undefined, items];
  return oneOf(isOther || !all.some(Boolean) ? [...all, other()] : all);
}

function fieldOfRoot({ values, templates }: Root, name: string): PossibleValue {
  if (name === 'Values') return placesValue([values]);
  if (name === 'Template') return madeValue([['BasePath', textValue(templates)]]);
  if (name === 'Subcharts') {
    const [within] = below(values, ANY);
    return within ? madeValue([], rootValue({ values: within, templates: '' })) : other();
  }
  return other();
}

/** The names of a mapping that only the templates made, or `[]`; `undefined` where it may have other ones. */
export const entryNames = ({ places, roots, entries, items, isOther }: PossibleValue) =>
  places.size + roots.size > 0 || items || isOther ? undefined : [...entries.keys()];

/** The names that a value may be where it is used as a name; `undefined` where it is computed. */
export const namesIn = (value: PossibleValue): string[] | undefined =>
  entryNames(value)?.length === 0 && value.texts.size > 0 ? [...value.texts] : undefined;

/** The same value, reached in a way that is computed. */
export function computed(
  value: PossibleValue,
  seen = new Map<PossibleValue, PossibleValue>(),
): PossibleValue {
  const before = seen.get(value);
  if (before) return before;
  const copy = nothing({ texts: new Set(value.texts), isOther: value.isOther });
  seen.set(value, copy);
  for (const place of value.places.values()) {
    const there = { ...place, isComputed: true };
    copy.places.set(idOf(there), there);
  }
  for (const root of value.roots.values()) {
    const values = { ...root.values, isComputed: true };
    copy.roots.set(idOf(values), { ...root, values });
  }
  for (const [name, entry] of value.entries) copy.entries.set(name, computed(entry, seen));
  if (value.items) copy.items = computed(value.items, seen);
  return copy;
}

/** Deeper than any `dict` within a `dict` that a chart hands on. */
const DEEPEST = 12;

/** A value as a text, alike for two that may be the same. */
export function signature(value: PossibleValue, seen = new Set<PossibleValue>()): string {
  if (seen.has(value) || seen.size > DEEPEST) return '…';
  seen.add(value);
  const { places, roots, texts, entries, items, isOther, isMade } = value;
  const parts = [
    [...places.keys()].sort().join(),
    [...roots.keys()].sort().join(),
    JSON.stringify([...texts].sort()),
    [...entries]
      .map(([name, entry]) => `${JSON.stringify(name)}:${signature(entry, seen)}`)
      .sort()
      .join(),
    items ? signature(items, seen) : '',
    isOther,
    isMade,
  ];
  seen.delete(value);
  return `{${parts.join('|')}}`;
}
