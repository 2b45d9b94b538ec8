import type { Catalog } from '@/lib/domain/catalog';
import { CREDENTIAL_REFUSED, holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { LINK_VERSION } from '@/lib/link/link';
import { MAP, readMap } from '@/lib/link/map';
import { type Reading, readAnswers } from '@/lib/reading/reading';

/** One fault of a query: the parameter or answer at which it stands, what is wrong and what would be right. */
export interface QueryError {
  readonly key: string;
  readonly message: string;
}

/** Stands for a parameter whose very name holds a credential: an error must not repeat it. */
const HIDDEN = '(hidden)';

const DAMAGED = 'This parameter is damaged: its percent-encoding is broken or is not UTF-8.';

/**
 * Reads a query strictly: either every parameter was understood and the answers fit together, or every fault is told,
 * each once. The page reads the same parameters leniently; a pipeline must never get a file that was
 * made from a part of what it asked for. Never throws, and no error repeats a value.
 * @param query as it was sent, percent-encoded, without `?`
 */
export function readQuery(
  catalog: Catalog,
  query: string,
): { reading: Reading } | { errors: QueryError[] } {
  const errors = new Map<string, QueryError>();
  const report = (key: string, message: string) =>
    errors.set(JSON.stringify([key, message]), { key, message });

  const { given, unread } = parametersOf(query, report);
  const preset = presetOf(catalog, given, report);
  const answers: Record<string, string> = { ...preset };
  const places = new Map<string, string>();
  for (const [key, value] of given) {
    if (key === 'v' || key === 'preset') continue;
    if (key.startsWith(MAP)) places.set(key.slice(MAP.length), value);
    else if (catalog.answer.has(key)) answers[key] = value;
    else report(key, unknownKey(catalog, key));
  }
  const map = readMap(catalog, places, (ours, message) => report(MAP + ours, message));
  const version = given.get('v');
  if (version !== undefined && version !== LINK_VERSION) {
    report('v', `There is no such version. Enter ${LINK_VERSION}, or leave it out.`);
  }

  const reading = readAnswers(catalog, completeAnswers(catalog, answers), map && { map });
  for (const { key, message, with: others } of reading.faults) {
    // Where a parameter could not be read its default is in its place: a contradiction with that is no fault of the query.
    if (![key, ...others].some((one) => unread.has(one))) report(key, message);
  }
  return errors.size === 0 ? { reading } : { errors: [...errors.values()] };
}

/** Every parameter that can be read, the first of each name, and the names of those that cannot. */
function parametersOf(query: string, report: (key: string, message: string) => void) {
  const given = new Map<string, string>();
  const unread = new Set<string>();
  for (const part of query.split('&')) {
    // Behind an &, because URLSearchParams would take a leading ? away.
    const [[key, value] = []] = [...new URLSearchParams(`&${part}`)];
    if (key === undefined || value === undefined) continue;
    const isDamaged = /%(?![0-9a-fA-F]{2})/.test(part) || /\uFFFD/.test(key + value);
    if (holdsCredential(key)) {
      report(HIDDEN, CREDENTIAL_REFUSED);
    } else if (holdsCredential(value)) {
      report(key, CREDENTIAL_REFUSED);
      unread.add(key);
    } else if (isDamaged) {
      report(key, DAMAGED);
      unread.add(key);
    } else if (given.has(key)) {
      report(key, 'Given more than once. Give it once.');
    } else {
      given.set(key, value);
    }
  }
  return { given, unread };
}

function presetOf(
  { presets }: Catalog,
  given: ReadonlyMap<string, string>,
  report: (key: string, message: string) => void,
): Readonly<Record<string, string>> {
  const asked = given.get('preset');
  if (asked === undefined) return {};
  const preset = presets.find(({ name }) => name === asked);
  if (preset) return preset.sets;
  report(
    'preset',
    `There is no such preset. Choose ${presets.map(({ name }) => name).join(', ')}.`,
  );
  return {};
}

function unknownKey(catalog: Catalog, key: string): string {
  return catalog.keys.some(({ path }) => path === key)
    ? 'This key follows from other answers and cannot be set by itself.'
    : 'There is no such answer.';
}
