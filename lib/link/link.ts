import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { CREDENTIAL_REFUSED, holdsCredential } from '@/lib/domain/credential';
import { completeAnswers, type Evaluation, evaluate } from '@/lib/domain/evaluate';
import type { PathMap } from '@/lib/domain/user-files';
import type { Entry } from '@/lib/overlay/values';
import { MAP, readMap } from './map';

/** The version of keys, meanings and defaults that links are written in. Every older one is still read. */
export const LINK_VERSION = '1';

/** Something in a link that was not understood, in words. */
export interface Notice {
  /** The parameter. */
  readonly key: string;
  readonly message: string;
}

/** A link, understood as far as it can be. */
export interface OpenedLink {
  /** Every answer's raw text: from the link, from its preset, else the default. */
  readonly raw: RawAnswers;
  /** Where the operator's own chart has keys of ours; absent when the link says nothing of it. */
  readonly map?: PathMap;
  /** What the link holds that `raw` does not. */
  readonly notices: readonly Notice[];
}

/** How many characters of a strange parameter are repeated in a notice. */
const QUOTED = 60;

/**
 * The answers as a link writes them: only what differs from the default, in the catalogue's order, behind `v`.
 * `''` when nothing differs. Answers that are invalid by themselves, or of a branch that is not chosen, are left out.
 * Behind them stands where the operator's chart has the keys that are written, in the order of the file.
 * The page puts `#` before it, the file's head and the HTTP routes take it as it is.
 */
export function writeLink(
  catalog: Catalog,
  raw: RawAnswers,
  { isActive, faults }: Evaluation = evaluate(catalog, raw),
  entries: readonly Entry[] = [],
): string {
  const broken = new Set(faults.filter((fault) => fault.with.length === 0).map(({ key }) => key));
  const parameters = new URLSearchParams();
  for (const answer of catalog.answers) {
    const text = raw[answer.key];
    if (text === undefined || text === answer.default) continue;
    if (!isActive(answer) || broken.has(answer.key)) continue;
    parameters.append(answer.key, text);
  }
  for (const { key, place } of entries) {
    if (place !== undefined) parameters.append(MAP + key.path, place);
  }
  return parameters.size === 0 ? '' : `v=${LINK_VERSION}&${parameters}`;
}

/**
 * Reads a fragment or a query, with or without its `#` or `?`. Each parameter is read for itself: one that cannot be
 * understood is told in a notice and its answer keeps the default, and all the others count. Never throws.
 */
export function openLink(catalog: Catalog, text: string): OpenedLink {
  const given = new Map<string, Raw>();
  const notices: Notice[] = [];
  const report = (key: string, message: string) =>
    notices.push({ key: holdsCredential(key) ? '(hidden)' : quote(key), message });

  for (const [key, value] of new URLSearchParams(text.replace(/^[#?]/, ''))) {
    if (holdsCredential(key) || holdsCredential(value)) report(key, CREDENTIAL_REFUSED);
    else if (/\uFFFD/.test(key + value))
      report(key, 'This parameter is damaged and cannot be read.');
    else if (given.has(key))
      report(key, `Given more than once. The first one, ${quote(given.get(key) ?? '')}, counts.`);
    else given.set(key, value);
  }

  const raw: Record<string, Raw> = { ...completeAnswers(catalog, {}) };
  const version = given.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    report(
      'v',
      `This link says version ${quote(version)}. It was read as version ${LINK_VERSION}, the only one there is.`,
    );
  }
  const presetName = given.get('preset');
  if (presetName !== undefined) {
    const preset = catalog.presets.find(({ name }) => name === presetName);
    if (preset) Object.assign(raw, preset.sets);
    else
      report(
        'preset',
        `There is no preset ${quote(presetName)}. Choose ${catalog.presets.map(({ name }) => name).join(', ')}.`,
      );
  }
  given.delete('v');
  given.delete('preset');

  const places = new Map<string, string>();
  for (const [key, value] of given) {
    if (key.startsWith(MAP)) places.set(key.slice(MAP.length), value);
  }
  const map = readMap(catalog, places, (ours, message) => report(MAP + ours, message));

  const fallback = { ...raw };
  for (const [key, value] of given) {
    if (key.startsWith(MAP)) continue;
    if (catalog.answer.has(key)) raw[key] = value;
    else report(key, unknownKey(catalog, key));
  }

  // What is wrong by itself goes back to what it would be without the parameter. What is wrong between answers stays:
  // each was understood, and the page shows the contradiction where it can be fixed.
  const wrongAlone = () =>
    evaluate(catalog, raw).faults.filter(
      ({ key, with: others }) => !others.length && given.has(key),
    );
  // Again until nothing is left: taking a value back may bring back a branch whose answers were not judged before.
  for (let wrong = wrongAlone(); wrong.length > 0; wrong = wrongAlone()) {
    for (const { key, message } of wrong) {
      const kept = fallback[key] ?? '';
      report(
        key,
        `${quote(raw[key] ?? '')} was not taken. ${message} It is ${kept === '' ? 'blank' : kept} now.`,
      );
      raw[key] = kept;
      given.delete(key);
    }
  }
  return { raw, notices, ...(map && { map }) };
}

function unknownKey(catalog: Catalog, key: string): string {
  return catalog.keys.some(({ path }) => path === key)
    ? 'This key follows from other answers and cannot be set by itself.'
    : 'There is no such answer.';
}

/** A strange text, short and on one line. */
function quote(text: string): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u00B7');
  // A pair of surrogates that is cut in two is no character.
  const start = line.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/, '');
  return line.length > QUOTED ? `${start}…` : line || '(nothing)';
}
