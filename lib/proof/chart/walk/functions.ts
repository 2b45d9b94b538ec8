import { ANY, EACH } from './place';
import {
  add,
  addEntry,
  anyField,
  field,
  namesIn,
  nothing,
  oneOf,
  other,
  ownThing,
  signature,
  type Thing,
  textThing,
} from './thing';
import type { Spot, UseKind } from './uses';

/** What a function may do beside giving a result. */
export interface Effects {
  /** Notes that something is done with a thing. */
  readonly use: (thing: Thing, kind: UseKind) => void;
  /** Runs the template of that name, with a thing as its dot. */
  readonly include: (name: Thing, dot: Thing, spot: Spot) => void;
  /** Runs whatever a text may hold as a template, with a thing as its dot. */
  readonly tpl: (dot: Thing, spot: Spot) => void;
  /** Says that something changed a mapping that the templates made. */
  readonly changed: () => void;
  readonly spot: Spot;
}

type TemplateFunction = (args: readonly Thing[], effects: Effects) => Thing;

/** One of its arguments, after a look at all of them. */
const pass: TemplateFunction = (args, { use }) => {
  for (const one of args) use(one, 'test');
  return oneOf(args);
};

/** Whatever is done with the arguments: what comes out can be anything. */
const consume =
  (kind: UseKind): TemplateFunction =>
  (args, { use }) => {
    for (const one of args) use(one, kind);
    return other();
  };

/** What stands below a thing under a name, or under names one after another. */
function inside(thing: Thing, name: Thing, { use }: Effects): Thing {
  use(name, 'value');
  const names = namesIn(name);
  return names ? oneOf(names.map((one) => field(thing, one))) : anyField(thing, ANY);
}

const index: TemplateFunction = ([thing = other(), ...names], effects) =>
  names.reduce((at, name) => inside(at, name, effects), thing);

/**
 * What is put into a mapping that has a name can be read under another name of it, which nobody follows: it counts as
 * used. Contexts are left to be followed, since otherwise all values would count.
 */
function noteShared(into: Thing, value: Thing, { use }: Effects): void {
  if (!into.isShared) return;
  for (const { places } of [value, ...value.entries.values()]) use(nothing({ places }), 'value');
}

/** Puts more into the first mapping, which then is that thing still. */
const merge: TemplateFunction = ([first = other(), ...rest], effects) => {
  if (first.isOwn) {
    for (const one of rest) noteShared(first, one, effects);
    const before = signature(first);
    for (const one of rest) add(first, one);
    if (signature(first) !== before) effects.changed();
    return first;
  }
  // It changes the values themselves: what is put in can be read there from now on.
  for (const one of rest) effects.use(one, 'value');
  return oneOf([first, ...rest]);
};

const set: TemplateFunction = ([first = other(), name = other(), value = other()], effects) => {
  effects.use(name, 'value');
  if (!first.isOwn) effects.use(value, 'value');
  else {
    noteShared(first, value, effects);
    const before = signature(first);
    const names = namesIn(name);
    for (const one of names ?? []) addEntry(first, one, value);
    if (!names) first.items = oneOf([first.items, value]);
    if (signature(first) !== before) effects.changed();
  }
  return first;
};

const dict: TemplateFunction = (args, { use }) => {
  const made = ownThing();
  for (let at = 0; at < args.length; at += 2) {
    const [name = other(), value = nothing()] = args.slice(at, at + 2);
    use(name, 'value');
    const names = namesIn(name);
    for (const one of names ?? []) addEntry(made, one, value);
    if (!names) made.items = oneOf([made.items, value]);
  }
  return made;
};

const list: TemplateFunction = (args) =>
  ownThing(args.map((one, at) => [String(at), one] as const));

/** A list whose items may be any of these. */
const listOf = (items: readonly Thing[]): Thing =>
  ownThing([], items.length > 0 ? oneOf(items) : undefined);

/** A list with one more item. */
const append: TemplateFunction = ([before = other(), item = other()]) =>
  listOf([anyField(before, EACH), item]);

const itemOf: TemplateFunction = ([thing = other()]) => anyField(thing, EACH);

/** A copy of a mapping, or a part of a list: changes to it change nothing else. */
const copy: TemplateFunction = (args) => {
  const made = nothing({ isOwn: true });
  for (const one of args) add(made, one);
  return made;
};

const pick: TemplateFunction = ([thing = other(), ...names], effects) => {
  const made = ownThing();
  for (const name of names) {
    const value = inside(thing, name, effects);
    for (const one of namesIn(name) ?? []) addEntry(made, one, value);
    if (!namesIn(name)) made.items = oneOf([made.items, value]);
  }
  return made;
};

const names: TemplateFunction = (args, { use }) => {
  for (const one of args) use(one, 'names');
  const isKnown = args.every(({ places, roots, items, isOther }) => {
    return places.size + roots.size === 0 && !items && !isOther;
  });
  const known = args.flatMap(({ entries }) => [...entries.keys()]);
  return isKnown ? listOf(known.map(textThing)) : other();
};

/** Puts texts together where each is known. */
const print =
  (compose: (texts: readonly string[]) => string | undefined): TemplateFunction =>
  (args, { use }) => {
    for (const one of args) use(one, 'value');
    const texts = args.map((one) => namesIn(one) ?? []);
    if (!texts.every(({ length }) => length === 1)) return other();
    const text = compose(texts.flat());
    return text === undefined ? other() : textThing(text);
  };

const GIVEN: Readonly<Record<string, TemplateFunction>> = {
  index,
  get: index,
  dig(args, effects) {
    const names = args.slice(0, -2);
    const [fallback = other(), thing = other()] = args.slice(-2);
    return oneOf([index([thing, ...names], effects), fallback]);
  },
  pluck: ([name = other(), ...things], effects) =>
    listOf(things.map((one) => inside(one, name, effects))),
  hasKey([thing = other(), name = other()], effects) {
    effects.use(inside(thing, name, effects), 'test');
    return other();
  },
  dict,
  list,
  tuple: list,
  concat: (args) => listOf(args.map((one) => anyField(one, EACH))),
  append,
  prepend: append,
  first: itemOf,
  last: itemOf,
  pick,
  set,
  unset: ([first = other()]) => first,
  keys: names,
  len(args, { use }) {
    for (const one of args) use(one, 'names');
    return other();
  },
  values: ([thing = other()], { use }) => {
    use(thing, 'names');
    return ownThing([], anyField(thing, EACH));
  },
  print: print((texts) => texts.join('')),
  printf: print(([format = '', ...texts]) => {
    if (/%[^sv]/.test(format)) return undefined;
    let at = 0;
    return format.replace(/%[sv]/g, () => texts[at++] ?? '');
  }),
  include([name = other(), dot = nothing()], { include, spot }) {
    include(name, dot, spot);
    return other();
  },
  tpl([text = other(), dot = nothing()], { use, tpl, spot }) {
    use(text, 'value');
    tpl(dot, spot);
    return other();
  },
};

/** Functions of Go's templates, of Sprig and of Helm by what they do with their arguments. */
const ALIKE: readonly (readonly [string, TemplateFunction])[] = [
  ['default coalesce and or ternary required', pass],
  ['not empty kindOf kindIs typeOf typeIs typeIsLike', consume('test')],
  ['toYaml toYamlPretty toJson toPrettyJson toRawJson toToml', consume('structure')],
  ['deepCopy omit rest initial reverse uniq compact without slice sortAlpha', copy],
  ['merge mergeOverwrite', merge],
];

const functions = new Map(Object.entries(GIVEN));
for (const [alike, one] of ALIKE) for (const name of alike.split(' ')) functions.set(name, one);

/**
 * What a function gives. One that is not known is taken to use its arguments wholly, so that whatever it gives was
 * noted as read.
 */
export function call(name: string, args: readonly Thing[], effects: Effects): Thing {
  // `mustMerge` is `merge` with another way to fail.
  const plain = name.replace(/^must([A-Z])/, (_, letter: string) => letter.toLowerCase());
  return (functions.get(plain) ?? consume('value'))(args, effects);
}
