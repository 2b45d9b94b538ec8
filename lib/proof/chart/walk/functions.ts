import { ANY, EACH } from './place';
import {
  add,
  addNamed,
  anyField,
  entryNames,
  field,
  madeValue,
  namesIn,
  nothing,
  oneOf,
  other,
  type PossibleValue,
  signature,
  textValue,
} from './possible-value';
import type { UseKind } from './uses';

/** What a function may do besides giving a result. */
interface Effects {
  /** Notes that something is done with a value. */
  readonly use: (value: PossibleValue, kind: UseKind) => void;
  /** Reports that something changed a mapping that the templates made. */
  readonly changed: () => void;
}

type TemplateFunction = (args: readonly PossibleValue[], effects: Effects) => PossibleValue;

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

/** What stands below a value under a name, or under names one after another. */
function inside(value: PossibleValue, name: PossibleValue, { use }: Effects): PossibleValue {
  use(name, 'value');
  const names = namesIn(name);
  return names ? oneOf(names.map((one) => field(value, one))) : anyField(value, ANY);
}

const index: TemplateFunction = ([value = other(), ...names], effects) =>
  names.reduce((at, name) => inside(at, name, effects), value);

/**
 * Changes a mapping that the templates made. What is put into one that has a name can be read under another name of
 * it, which is not followed: it counts as used. Contexts are left to be followed, since otherwise all values would count.
 */
function change(
  mapping: PossibleValue,
  values: readonly PossibleValue[],
  { use, changed }: Effects,
  put: () => void,
): void {
  for (const value of mapping.isShared ? values : []) {
    for (const { places } of [value, ...value.entries.values()]) use(nothing({ places }), 'value');
  }
  const before = signature(mapping);
  put();
  if (signature(mapping) !== before) changed();
}

/** Puts more into the first mapping and gives that very one. */
const merge: TemplateFunction = ([first = other(), ...rest], effects) => {
  if (!first.isMade) {
    // It changes the chart's values themselves: what is put in can be read there from now on.
    for (const one of rest) effects.use(one, 'value');
    return oneOf([first, ...rest]);
  }
  change(first, rest, effects, () => {
    for (const one of rest) add(first, one);
  });
  return first;
};

const set: TemplateFunction = ([first = other(), name = other(), value = other()], effects) => {
  effects.use(name, 'value');
  if (first.isMade) change(first, [value], effects, () => addNamed(first, name, value));
  else effects.use(value, 'value');
  return first;
};

const dict: TemplateFunction = (args, { use }) => {
  const made = madeValue();
  for (let at = 0; at < args.length; at += 2) {
    const [name = other(), value = nothing()] = args.slice(at, at + 2);
    use(name, 'value');
    addNamed(made, name, value);
  }
  return made;
};

const list: TemplateFunction = (args) =>
  madeValue(args.map((one, at) => [String(at), one] as const));

/** A list whose items may be any of these. */
const listOf = (items: readonly PossibleValue[]): PossibleValue =>
  madeValue([], items.length > 0 ? oneOf(items) : undefined);

/** A list with one more item. */
const append: TemplateFunction = ([before = other(), item = other()]) =>
  listOf([anyField(before, EACH), item]);

const itemOf: TemplateFunction = ([value = other()]) => anyField(value, EACH);

/** A copy of a mapping, or a part of a list: changes to it change nothing else. */
const copy: TemplateFunction = (args) => {
  const made = madeValue();
  for (const one of args) add(made, one);
  return made;
};

const pick: TemplateFunction = ([value = other(), ...names], effects) => {
  const made = madeValue();
  for (const name of names) addNamed(made, name, inside(value, name, effects));
  return made;
};

const keys: TemplateFunction = (args, { use }) => {
  for (const one of args) use(one, 'names');
  const names = args.map(entryNames);
  return names.includes(undefined)
    ? other()
    : listOf(names.flatMap((one = []) => one.map(textValue)));
};

/** Puts texts together where each is known. */
const print =
  (compose: (texts: readonly string[]) => string | undefined): TemplateFunction =>
  (args, { use }) => {
    for (const one of args) use(one, 'value');
    const texts = args.map((one) => namesIn(one) ?? []);
    if (!texts.every(({ length }) => length === 1)) return other();
    const text = compose(texts.flat());
    return text === undefined ? other() : textValue(text);
  };

const printf = print(([format = '', ...texts]) => {
  if (/%[^sv]/.test(format)) return undefined;
  let at = 0;
  return format.replace(/%[sv]/g, () => texts[at++] ?? '');
});

const dig: TemplateFunction = (args, effects) => {
  const [fallback = other(), value = other()] = args.slice(-2);
  return oneOf([index([value, ...args.slice(0, -2)], effects), fallback]);
};

const pluck: TemplateFunction = ([name = other(), ...values], effects) =>
  listOf(values.map((one) => inside(one, name, effects)));

const hasKey: TemplateFunction = ([value = other(), name = other()], effects) => {
  effects.use(inside(value, name, effects), 'test');
  return other();
};

const values: TemplateFunction = ([value = other()], { use }) => {
  use(value, 'names');
  return madeValue([], anyField(value, EACH));
};

/** Functions of Go's templates, of Sprig and of Helm by what they do with their arguments. */
const FUNCTIONS: readonly (readonly [names: string, TemplateFunction])[] = [
  ['index get', index],
  ['dig', dig],
  ['pluck', pluck],
  ['hasKey', hasKey],
  ['dict', dict],
  ['list tuple', list],
  ['concat', (args) => listOf(args.map((one) => anyField(one, EACH)))],
  ['append prepend', append],
  ['first last', itemOf],
  ['pick', pick],
  ['set', set],
  ['unset', ([first = other()]) => first],
  ['keys', keys],
  ['len', consume('names')],
  ['values', values],
  ['print', print((texts) => texts.join(''))],
  ['printf', printf],
  ['default coalesce and or ternary required', pass],
  ['not empty kindOf kindIs typeOf typeIs typeIsLike', consume('test')],
  ['toYaml toYamlPretty toJson toPrettyJson toRawJson toToml', consume('structure')],
  ['deepCopy omit rest initial reverse uniq compact without slice sortAlpha', copy],
  ['merge mergeOverwrite', merge],
];

const byName = new Map(
  FUNCTIONS.flatMap(([names, one]) => names.split(' ').map((name) => [name, one] as const)),
);

/**
 * What a function gives. An unknown one is assumed to use its arguments wholly, so that whatever it gives was noted as
 * read.
 */
export function call(
  name: string,
  args: readonly PossibleValue[],
  effects: Effects,
): PossibleValue {
  // `mustMerge` is `merge` with another way to fail.
  const plain = name.replace(/^must([A-Z])/, (_, letter: string) => letter.toLowerCase());
  return (byName.get(plain) ?? consume('value'))(args, effects);
}
