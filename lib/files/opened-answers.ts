import type { Answer, Raw, RawAnswers, Read } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { overlayValueOf } from '@/lib/domain/declare';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Option } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import { canBeListed, choicesOf } from '@/lib/domain/shape';
import type { PathMap, UserFiles, UserValue } from '@/lib/domain/user-files';
import { chosenPath, type Entry } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { isSame, type Leaf } from './leaves';
import type { FoundSecret } from './secret-in';

/** A leaf of a file, and the secret that it is or holds, where that is not to be carried. */
export interface FileLeaf extends Leaf {
  readonly secret: FoundSecret | undefined;
}

/** The answers that a file gives, and what they write. */
export interface OpenedAnswers {
  readonly reading: Reading;
  /** What each leaf says of the answer whose own value it is, by the leaf's path. */
  readonly given: ReadonlyMap<string, Given>;
  /** By a leaf's path, the answer that was left to the chart because what follows from it does not go with the leaf. */
  readonly leftFor: ReadonlyMap<string, string>;
}

/** What a value of a file means for the answer that writes there. */
interface Given {
  readonly key: string;
  /** `''` where the answer has no text for the value: it is left to the chart, and the value carried. */
  readonly raw: Raw;
  /** Set where the file has a list in place of a text. */
  readonly as?: 'list';
}

/** Every answer left to the chart, but those whose default writes nothing either. */
export const allLeft = (catalog: Catalog): RawAnswers =>
  completeAnswers(
    catalog,
    Object.fromEntries(
      catalog.answers.flatMap((answer) =>
        overlayValueOf(answer, answer.default) === undefined ? [] : [[answer.key, '']],
      ),
    ),
  );

/**
 * Reads leaves into answers. What the file does not set is left to the chart. An answer from which something follows
 * that the file has otherwise is left, too: then the file's own keys are carried, and mean what they meant.
 * @param before the reading of the file's line of answers; where it has none, of answers that are all left
 */
export function answersOf(
  catalog: Catalog,
  leaves: readonly FileLeaf[],
  before: Reading,
): OpenedAnswers {
  const given = givenIn(catalog, leaves, before);
  const userFiles = { ...before.userFiles, ...withLists(catalog, given, before.userFiles.map) };
  /** Leaves one answer more each time, until all that is written goes with the file or no answer can give way. */
  const settle = (raw: RawAnswers, leftFor: ReadonlyMap<string, string>): OpenedAnswers => {
    const reading = readAnswers(catalog, raw, userFiles);
    const clash = clashOf(leaves, reading.entries, given);
    const answer = clash && answersBehind(catalog, clash.entry).find((key) => raw[key] !== '');
    if (!clash || answer === undefined) return { reading, given, leftFor };
    const { at } = clash.leaf;
    return settle({ ...raw, [answer]: '' }, new Map([...leftFor, [at, leftFor.get(at) ?? answer]]));
  };
  const raw: Record<string, Raw> = { ...before.raw };
  for (const key of writtenIn(before)) raw[key] = '';
  for (const one of given.values()) raw[one.key] = one.raw;
  for (const option of catalog.options) Object.assign(raw, choiceIn(option, leaves));
  return settle(raw, new Map());
}

/** What each leaf that stands where an answer writes says of the answer, by the leaf's path. */
function givenIn(
  catalog: Catalog,
  leaves: readonly FileLeaf[],
  { raw, read, userFiles: { map = {} } }: Reading,
): Map<string, Given> {
  const answerAt = new Map(
    catalog.keys.map(({ path, answer }) => [chosenPath(map, path) || path, answer]),
  );
  return new Map(
    leaves.flatMap(({ at, value, secret }) => {
      const answer = answerAt.get(at);
      if (!answer) return [];
      const present = raw[answer.key] || answer.default;
      const its = secret ? { raw: '' } : givenAnswer(answer, value, present, read);
      return [[at, { key: answer.key, ...its }] as const];
    }),
  );
}

/**
 * The answer that gives a value of the file.
 * @param present the raw answer to keep where it writes the same value
 * @param read the other answers, of which a value may hold a part
 */
function givenAnswer(
  answer: Answer,
  value: UserValue,
  present: Raw,
  read: Read,
): Omit<Given, 'key'> {
  const choices = choicesOf(answer);
  const order = choices ? [present, ...choices] : [present];
  const same = order.find((raw) => isSame(overlayValueOf(answer, raw, read), value));
  if (same !== undefined) return { raw: same };
  if (canBeListed(answer) && Array.isArray(value) && value.every(isListItem)) {
    return { raw: value.join(','), as: 'list' };
  }
  return { raw: choices || typeof value === 'object' ? '' : String(value) };
}

const isListItem = (item: unknown): item is string =>
  typeof item === 'string' && item !== '' && !item.includes(',');

/** The answers that a reading writes at their own place. */
const writtenIn = ({ entries }: Reading): string[] =>
  entries.flatMap(({ key }) => key.answer?.key ?? []);

/**
 * The choice from which the file's keys follow, as raw answers: the one backend that has the file's value of the base
 * chart's selector, and that of the choice's own key where the file has it.
 */
function choiceIn({ choice, enabled }: Option, leaves: readonly FileLeaf[]) {
  const has = (path: string) => leaves.find(({ at }) => at === path)?.value;
  const selected = choice && has(choice.selector);
  if (!choice?.answer.writes || selected === undefined) return {};
  const { answer, backends } = choice;
  const alias = has(answer.writes ? answer.writes.path : '');
  const [backend, ...others] = backends.filter(
    (one) =>
      one.selector === selected &&
      (alias === undefined || alias === (one.alias === undefined ? one.id : one.alias)),
  );
  if (!backend || others.length > 0) return {};
  // The switch is written as off for a backend that the choice's own key has no name for.
  const isOff = enabled && has(enabled.key) === false && backend.alias === null;
  return { [answer.key]: backend.id, ...(isOff && { [enabled.key]: 'true' }) };
}

/** Where keys stand, with the lists that the file has in place of texts. */
function withLists(
  catalog: Catalog,
  given: ReadonlyMap<string, Given>,
  map: PathMap = {},
): UserFiles {
  const lists = [...given.values()].flatMap(({ key, as }) => {
    const writes = catalog.answerOf.get(key)?.writes;
    return as && writes && map[writes.path] === undefined ? [[writes.path, `=${as}`]] : [];
  });
  const all = { ...map, ...Object.fromEntries(lists) };
  return Object.keys(all).length > 0 ? { map: all } : {};
}

/** A leaf beside which what is written cannot stand, or that it would change; not where its own answer says so. */
function clashOf(
  leaves: readonly FileLeaf[],
  entries: readonly Entry[],
  given: ReadonlyMap<string, Given>,
): { leaf: FileLeaf; entry: Entry } | undefined {
  for (const leaf of leaves) {
    for (const entry of entries) {
      const { at } = entry;
      if (at === leaf.at) {
        const own = given.get(at);
        const isOwn = own !== undefined && own.raw !== '' && own.key === entry.key.answerKey;
        if (!isSame(entry.value, leaf.value) && !isOwn) return { leaf, entry };
      } else if (isWithin(at, leaf.at) || isWithin(leaf.at, at)) return { leaf, entry };
    }
  }
  return undefined;
}

/** The answers of which one must be left so that an entry is not written, the likeliest first: what it follows from. */
function answersBehind(catalog: Catalog, { key }: Entry): string[] {
  const choices = catalog.options.flatMap(({ choice }) =>
    choice &&
    [choice.selector, ...choice.backends.map(({ block }) => block?.enabled)].includes(key.path)
      ? [choice.answer.key]
      : [],
  );
  const served = catalog.answers.flatMap(({ key: answer, writes }) =>
    key.serves !== undefined && writes && isWithin(writes.path, key.serves) ? [answer] : [],
  );
  return [...choices, ...served, ...(key.answerKey === undefined ? [] : [key.answerKey])];
}
