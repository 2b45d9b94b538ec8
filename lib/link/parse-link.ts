import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { CREDENTIAL_REFUSED, holdsCredential } from '@/lib/domain/credential';
import { completeAnswers, evaluate } from '@/lib/domain/evaluate';
import type { PathMap } from '@/lib/domain/user-files';
import { MAP, readMap } from './map';
import type { Parameter } from './parameters';
import { quote } from './quote';
import { asMeant } from './understood';
import { LINK_VERSION } from './version';

/** Something in a link that was not understood. */
export interface LinkFault {
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
  /** Where the operator's own chart has keys of ours; absent when the link does not hold that. */
  readonly map?: PathMap;
  /** All that `raw` and `map` do not have, each once. A contradiction between answers is no fault of the link. */
  readonly faults: readonly LinkFault[];
  /** The answers that were given and could not be read: what stands in `raw` is not what the link asked for. */
  readonly unread: ReadonlySet<string>;
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

  const { given, unread } = readable(asMeant(catalog, parameters), report);
  const fallback = completeAnswers(catalog, presetOf(catalog, given.get('preset'), report));
  const { answers, places } = sorted(catalog, given, report);
  const map = readMap(catalog, places, (ours, message) => report(MAP + ours, message));
  const version = given.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    report(
      'v',
      `There is no such version. Enter ${LINK_VERSION}, or leave it out.`,
      `There is no version ${quote(version)} of links. This one was read as version ${LINK_VERSION}.`,
    );
  }
  const raw = readAlone(catalog, answers, fallback, (key, message, notice) => {
    unread.add(key);
    report(key, message, notice);
  });
  return { raw, faults: [...faults.values()], unread, ...(map && { map }) };
}

const DAMAGED = 'This parameter is damaged: its percent-encoding is broken or is not UTF-8.';

/** Every parameter that can be read, the first of each name, and the names of those that cannot. */
function readable(parameters: readonly Parameter[], report: Report) {
  const given = new Map<string, string>();
  const unread = new Set<string>();
  for (const { key, value, isDamaged } of parameters) {
    const first = given.get(key);
    const isSecret = holdsCredential(key) || holdsCredential(value);
    if (isSecret || isDamaged) {
      report(key, isSecret ? CREDENTIAL_REFUSED : DAMAGED);
      unread.add(key);
    } else if (first !== undefined) {
      const what = 'Given more than once.';
      report(key, `${what} Give it once.`, `${what} Only ${quote(first)} was read.`);
    } else {
      given.set(key, value);
    }
  }
  return { given, unread };
}

function presetOf(
  { presets }: Catalog,
  asked: string | undefined,
  report: Report,
): Readonly<Record<string, Raw>> {
  if (asked === undefined) return {};
  const preset = presets.find(({ name }) => name === asked);
  if (preset) return preset.sets;
  const right = `Choose ${presets.map(({ name }) => name).join(', ')}.`;
  const notice = `There is no preset ${quote(asked)}. ${right}`;
  report('preset', `There is no such preset. ${right}`, notice);
  return {};
}

/** The answers, and where the operator's chart has keys of ours. Reports what is neither. */
function sorted(catalog: Catalog, given: ReadonlyMap<string, string>, report: Report) {
  const answers = new Map<string, Raw>();
  const places = new Map<string, string>();
  for (const [key, value] of given) {
    if (key === 'v' || key === 'preset') continue;
    if (key.startsWith(MAP)) places.set(key.slice(MAP.length), value);
    else if (catalog.answer.has(key)) answers.set(key, value);
    else if (catalog.keys.some(({ path }) => path === key)) {
      report(key, 'This key follows from other answers and cannot be set by itself.');
    } else report(key, 'There is no such answer.');
  }
  return { answers, places };
}

/**
 * The answers given over the fallback. One that is wrong by itself goes back to the fallback. What is wrong between
 * answers stays: each was understood, and the page shows the contradiction where it can be fixed.
 */
function readAlone(
  catalog: Catalog,
  given: Map<string, Raw>,
  fallback: RawAnswers,
  report: Report,
): RawAnswers {
  const raw: Record<string, Raw> = { ...fallback, ...Object.fromEntries(given) };
  const wrongAlone = () =>
    evaluate(catalog, raw).faults.filter((fault) => !fault.with.length && given.has(fault.key));
  // Again until nothing is wrong: taking a value back may bring back a branch whose answers were not judged before.
  for (let wrong = wrongAlone(); wrong.length > 0; wrong = wrongAlone()) {
    for (const { key, message } of wrong) {
      const kept = fallback[key] ?? '';
      const now = `It is ${kept === '' ? 'blank' : kept} now.`;
      report(key, message, `${quote(raw[key] ?? '')} was not taken. ${message} ${now}`);
      raw[key] = kept;
      given.delete(key);
    }
  }
  return raw;
}
