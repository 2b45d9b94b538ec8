import {
  type Answer,
  overlayValueOf,
  type Raw,
  type RawAnswers,
  type Read,
} from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Option } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import { canBeListed, choicesOf } from '@/lib/domain/shape';
import type { UserFiles, UserValue } from '@/lib/domain/user-files';
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
  /** The answers that are left although the file has them, each with the leaf that it does not go with. */
  readonly gaveWay: ReadonlyMap<string, string>;
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
  const { map = {} } = before.userFiles;
  const keyAt = new Map(catalog.keys.map(({ path }) => [chosenPath(map, path) || path, path]));
  const given = new Map<string, Given>();
  for (const { at, value, secret } of leaves) {
    const answer = catalog.keyAt.get(keyAt.get(at) ?? '')?.answer;
    if (!answer) continue;
    const present = before.raw[answer.key] || answer.default;
    const its = secret ? { raw: '' } : givenAnswer(answer, value, present, before.read);
    given.set(at, { key: answer.key, ...its });
  }
  const raw: Record<string, string> = { ...before.raw };
  for (const answer of writtenIn(before)) raw[answer] = '';
  for (const { key, raw: text } of given.values()) raw[key] = text;
  for (const option of catalog.options) Object.assign(raw, backendOf(option, leaves));

  const userFiles = { ...before.userFiles, ...withLists(catalog, given, map) };
  const gaveWay = new Map<string, string>();
  for (;;) {
    const reading = readAnswers(catalog, raw, userFiles);
    const clash = clashOf(leaves, reading.entries, given);
    const left = clash && answersBehind(catalog, clash.entry).find((key) => raw[key] !== '');
    if (!clash || left === undefined) return { reading, given, gaveWay };
    raw[left] = '';
    gaveWay.set(left, clash.leaf.at);
  }
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

/** The backend whose names for both the choice's own key and the base chart's selector are those of the file. */
function backendOf({ choice, enabled }: Option, leaves: readonly FileLeaf[]) {
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
  map: NonNullable<UserFiles['map']>,
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

/** The answers to leave so that an entry is not written, the likeliest first. */
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
