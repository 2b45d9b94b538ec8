import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { CREDENTIAL_REFUSED, holdsCredential } from '@/lib/domain/credential';
import { parseAnswer } from '@/lib/domain/declare';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { AppliedLimit } from '@/lib/domain/limit';
import type { UserFiles } from '@/lib/domain/user-files';
import type { Entry } from '@/lib/overlay/values';
import { readMap } from './map';
import { misspelt } from './misspelt';
import { decodedAgain, type Parameter, parametersOf } from './parameters';

/** The version of keys, meanings and defaults that links are written in. Every older one is still read. */
export const LINK_VERSION = '1';

/** The start of a parameter that gives the path of a key in the operator's own chart; our path follows. */
const MAP = 'map.';

/** The start of a parameter that accepts a caution; the limit's id follows, and the value is the reason. */
const ACCEPT = 'accept.';

/** Something in a link that was not understood. */
interface LinkFault {
  /** The parameter as it was given, `(hidden)` where its name holds a credential. */
  readonly key: string;
  /** What is wrong and what would be right. It never repeats a value. */
  readonly message: string;
  /** The same for a person who sees what was understood: with what was given and what counts instead. */
  readonly notice: string;
}

/** A link, understood as far as it can be. */
export interface ParsedLink {
  /** Every answer's raw text: from the link, from its preset, else the default. */
  readonly raw: RawAnswers;
  /** Where the operator's own chart has keys of ours, and the cautions that are accepted. */
  readonly userFiles: UserFiles;
  /** All that `raw` and `userFiles` do not have, each once. A contradiction between answers is no fault of the link. */
  readonly faults: readonly LinkFault[];
  /** The answers that were given and could not be read: what stands in `raw` is not what the link asked for. */
  readonly unread: ReadonlySet<string>;
}

/** Something in a link or a file that was not understood, or not as it stands, in words. */
export interface Notice {
  /** The parameter, or the path in the file. */
  readonly key: string;
  readonly message: string;
}

type Report = (key: string, message: string, notice?: string) => void;

/**
 * The one reading of a link, for page and routes. Each parameter is read for itself: one that cannot be understood is
 * reported, its answer keeps the value of the preset or the default, and all the others count. Never throws.
 */
export function parseLink(catalog: Catalog, parameters: readonly Parameter[]): ParsedLink {
  const faults = new Map<string, LinkFault>();
  const report: Report = (key, message, notice = message) => {
    const fault = { key: holdsCredential(key) ? '(hidden)' : key, message, notice };
    const id = JSON.stringify([fault.key, message]);
    if (!faults.has(id)) faults.set(id, fault);
  };

  const { given, unread } = firstOfEach(asMeant(catalog, parameters), report);
  const version = given.get('v')?.value;
  if (version !== undefined && version !== LINK_VERSION) {
    report(
      'v',
      `There is no such version. Enter ${LINK_VERSION}, or leave it out.`,
      `There is no version ${quote(version)} of links. This one was read as version ${LINK_VERSION}.`,
    );
  }
  const preset = given.get('preset');
  const raw: Record<string, Raw> = { ...completeAnswers(catalog, setsOf(catalog, preset, report)) };
  const places = new Map<string, string>();
  const accepted: Record<string, string> = {};
  for (const [key, parameter] of given) {
    const { value } = parameter;
    const answer = catalog.answerOf.get(key);
    if (key === 'v' || key === 'preset') continue;
    if (key.startsWith(MAP)) places.set(key.slice(MAP.length), value);
    else if (key.startsWith(ACCEPT)) {
      const id = key.slice(ACCEPT.length);
      const refusal = refusalOf(catalog, id, value);
      if (refusal === undefined) accepted[id] = value;
      else report(key, refusal);
    } else if (!answer) report(key, noAnswer(catalog, key, faults.size));
    else {
      const parsed = parseAnswer(answer, value);
      if (!('fault' in parsed)) raw[key] = value;
      else {
        const kept = raw[key] || 'blank';
        const message = parsed.fault + (parameter.withPlus === undefined ? '' : ABOUT_PLUS);
        unread.add(key);
        report(key, message, `${quote(value)} was not taken. ${message} It is ${kept} now.`);
      }
    }
  }
  const map = readMap(catalog, places, (ours, message) => report(MAP + ours, message));
  const hasAccepted = Object.keys(accepted).length > 0;
  const userFiles = { ...(map && { map }), ...(hasAccepted && { accepted }) };
  return { raw, userFiles, faults: [...faults.values()], unread };
}

/** What a link holds that `raw` and `userFiles` do not, for a person who sees what was understood. */
export const noticesOf = ({ faults }: ParsedLink): Notice[] =>
  faults.map(({ key, notice }) => ({ key: quote(key), message: notice }));

export const LONGEST_REASON = 200;

/** Why a limit cannot be accepted for a reason; `undefined` where it can. A reason has 1 to 200 characters that can be seen. */
function refusalOf({ allLimits }: Catalog, id: string, reason: string): string | undefined {
  const isCaution = allLimits.find((one) => one.id === id)?.severity === 'caution';
  if (!isCaution) return 'There is no such caution.';
  const isLong = [...reason].length > LONGEST_REASON;
  return !reason.trim() || isLong || /[\p{C}\p{Zl}\p{Zp}]/u.test(reason)
    ? `Enter a reason of 1 to ${LONGEST_REASON} characters, on one line.`
    : undefined;
}

const DAMAGED = 'This parameter is damaged: its percent-encoding is broken or is not UTF-8.';
const ABOUT_PLUS = ' A + in an address stands for a space: write %2B for a plus.';

/** From so many faults on, unknown names are no longer compared with those that there are: each takes a millisecond. */
const MOST_COMPARED = 8;

function noAnswer(catalog: Catalog, key: string, faults: number): string {
  if (catalog.keyAt.has(key))
    return 'This key follows from other answers and cannot be set by itself.';
  const names = faults < MOST_COMPARED ? [...catalog.answerOf.keys()] : [];
  const meant = misspelt(key, names);
  return `There is no such answer.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

/** Every parameter that can be read, the first of each name, and the names of those that cannot. */
function firstOfEach(parameters: readonly Parameter[], report: Report) {
  const given = new Map<string, Parameter>();
  const unread = new Set<string>();
  for (const parameter of parameters) {
    const { key, value, isDamaged } = parameter;
    const first = given.get(key);
    const isSecret = holdsCredential(key) || holdsCredential(value);
    if (isSecret || isDamaged) {
      report(key, isSecret ? CREDENTIAL_REFUSED : DAMAGED);
      unread.add(key);
    } else if (first) {
      const what = 'Given more than once.';
      report(key, `${what} Give it once.`, `${what} Only ${quote(first.value)} was read.`);
    } else {
      given.set(key, parameter);
    }
  }
  return { given, unread };
}

function setsOf({ presets }: Catalog, asked: Parameter | undefined, report: Report) {
  if (!asked) return {};
  const preset = presets.find(({ name }) => name === asked.value);
  if (preset) return preset.sets;
  const right = `Choose ${presets.map(({ name }) => name).join(', ')}.`;
  const notice = `There is no preset ${quote(asked.value)}. ${right}`;
  report('preset', `There is no such preset. ${right}`, notice);
  return {};
}

/** Whether a parameter can be understood alone. Of a chart's path only the key counts, because its value is judged beside the others. */
export function isUnderstood(catalog: Catalog, { key, value, isDamaged }: Parameter): boolean {
  if (isDamaged) return false;
  if (key === 'v') return value === LINK_VERSION;
  if (key === 'preset') return catalog.presets.some(({ name }) => name === value);
  if (key.startsWith(MAP)) return catalog.keyAt.has(key.slice(MAP.length));
  if (key.startsWith(ACCEPT)) return catalog.allLimits.some(({ id }) => ACCEPT + id === key);
  const answer = catalog.answerOf.get(key);
  return answer !== undefined && !('fault' in parseAnswer(answer, value));
}

/**
 * The parameters as they were meant. A space that was written as `+` is a plus where the answer can hold no space. A link
 * counts as encoded twice when one of its parameters can be understood only after it is decoded once more: then all of
 * them are. A text that can be understood as it is, such as a data centre called `%41`, is no sign of that.
 */
export function asMeant(catalog: Catalog, parameters: readonly Parameter[]): readonly Parameter[] {
  const plain = parameters.map((parameter) => {
    const { value, withPlus } = parameter;
    const isSettled = isUnderstood(catalog, parameter) || holdsCredential(value);
    if (withPlus === undefined || isSettled) return parameter;
    const other = { ...parameter, value: withPlus };
    return isUnderstood(catalog, other) ? other : parameter;
  });
  const isEncodedTwice = plain.some((parameter) => {
    if (isUnderstood(catalog, parameter)) return false;
    const again = decodedAgain(parameter);
    return again !== undefined && isUnderstood(catalog, again);
  });
  return isEncodedTwice ? plain.map((parameter) => decodedAgain(parameter) ?? parameter) : plain;
}

/** Where answers may stand in an address, each with or without its `?` or `#`. */
export interface AddressParts {
  readonly query: string;
  readonly fragment: string;
}

/**
 * The parameters of an address, the fragment's first. Beside a fragment those of the query that are no answers say only
 * where the link was found (`utm_source`): they are left out.
 */
export function addressParameters(
  catalog: Catalog,
  { query, fragment }: AddressParts,
): Parameter[] {
  const read = (text: string) => parametersOf(text.replace(/^[#?]/, ''));
  const written = read(fragment);
  const isOurs = ({ key }: Parameter) =>
    ['v', 'preset'].includes(key) ||
    key.startsWith(MAP) ||
    key.startsWith(ACCEPT) ||
    catalog.answerOf.has(key);
  const there = new Set(written.map(({ key, value }) => `${key}\0${value}`));
  const isNew = (one: Parameter) => !there.has(`${one.key}\0${one.value}`);
  const others = read(query).filter((one) => (written.length === 0 || isOurs(one)) && isNew(one));
  return [...written, ...others];
}

/**
 * The answers as a link has them: `v`, each answer that differs from its default, then where the operator's chart has
 * the keys that are written. `''` when it would hold nothing. Without `#`: the page puts it before, the file's head
 * and the HTTP routes take the link as it is.
 * @param changes raw texts by key, in the order of the link
 * @param entries what is written, in the order of the file
 * @param limits those that apply; a caution that is accepted is written with its reason
 */
export function writeLink(
  changes: Iterable<readonly [key: string, raw: string]>,
  entries: readonly Entry[],
  limits: readonly AppliedLimit[],
): string {
  const parameters = new URLSearchParams();
  for (const [key, raw] of changes) parameters.append(key, raw);
  for (const { key, chartPath } of entries) {
    if (chartPath !== undefined) parameters.append(MAP + key.path, chartPath);
  }
  for (const { id, accepted } of limits) {
    if (accepted !== undefined) parameters.append(ACCEPT + id, accepted);
  }
  return parameters.size === 0 ? '' : `v=${LINK_VERSION}&${parameters}`;
}

/** How many characters of an unknown text a notice repeats. */
const LONGEST = 60;

/** An unknown text as a notice repeats it: short, on one line, visible. */
export const quote = (text: string): string => oneLine(text, LONGEST) || '(nothing)';

/** A text on one line, with a dot for each character that cannot be seen; shortened where it is longer. */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u00B7');
  if (line.length <= longest) return line;
  // A pair of surrogates that is cut in two is no character.
  return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
