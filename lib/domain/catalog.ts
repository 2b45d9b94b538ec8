import { type Answer, isAnswer, type OverlayKey } from './answer';
import type { Limit } from './limit';
import type { Option, Prerequisites, Preset, Rule, Step } from './option';
import { isWithin, type Path, parsePath, prefixesOf } from './path';
import { writtenType } from './shape';

/** What a catalogue is made of. */
interface CatalogParts {
  readonly steps: readonly Step[];
  /** In the order of the file and of the link. */
  readonly options: readonly Option[];
  readonly presets: readonly Preset[];
  /** Limits that belong to no option, or that look across several. */
  readonly limits: readonly Limit[];
  /** What every installation needs, whatever is chosen. */
  readonly prerequisites?: Prerequisites;
  /** The root key that the file has last, wherever it is declared. */
  readonly lastRoot?: string;
}

/** An option with the answers among its parts. */
export interface CatalogOption extends Option {
  readonly answers: readonly Answer[];
}

/** A key of the overlay as the catalogue has it. */
export interface PlacedKey extends OverlayKey {
  /** Its path, taken apart; and as text, with every path above it, outermost first. */
  readonly segments: Path;
  readonly prefixes: readonly string[];
  /** The answer whose own value stands here; absent where the key follows from answers. */
  readonly answer?: Answer;
}

/** Every declaration there is, indexed. All the rest of the product is a reading of one of these. */
export interface Catalog extends CatalogParts {
  readonly options: readonly CatalogOption[];
  /** Every answer in the order of the link. */
  readonly answers: readonly Answer[];
  readonly answerOf: ReadonlyMap<string, Answer>;
  /** Every key of the overlay, from answers and derived, in the order of the file. */
  readonly keys: readonly PlacedKey[];
  readonly keyAt: ReadonlyMap<string, PlacedKey>;
  /** The option that declares an answer, by the answer's key, or a key of the overlay, by its path. */
  readonly ownerOf: ReadonlyMap<string, CatalogOption>;
  readonly rules: readonly Rule[];
  readonly allLimits: readonly Limit[];
}

/**
 * Indexes declarations.
 * @throws Error when two answers share a key, two derived keys a path, or two limits an id: a fault of the catalogue.
 */
export function createCatalog(parts: CatalogParts): Catalog {
  const options = parts.options.map((option) => ({
    ...option,
    answers: option.parts.filter(isAnswer),
  }));
  const answers = options.flatMap((option) => option.answers);
  const ownerOf = new Map<string, CatalogOption>();
  const inOrder = options.flatMap((option) => {
    const own = option.parts.flatMap((part) => (isAnswer(part) ? overlayKeysOf(part) : [part]));
    for (const { key } of option.answers) ownerOf.set(key, option);
    for (const { path } of own) ownerOf.set(path, option);
    return own.map((key): PlacedKey => {
      const segments = parsePath(key.path);
      return { ...key, segments, prefixes: prefixesOf(segments) };
    });
  });
  const isLast = ({ segments }: PlacedKey) => segments[0] === parts.lastRoot;
  const keys = [...inOrder.filter((key) => !isLast(key)), ...inOrder.filter(isLast)];
  const allLimits = [...options.flatMap((option) => option.limits ?? []), ...parts.limits];
  refuseDuplicates({
    key: answers.map(({ key }) => key),
    path: keys.map(({ path }) => path),
    limit: allLimits.map(({ id }) => id),
  });
  return {
    ...parts,
    options,
    answers,
    answerOf: new Map(answers.map((answer) => [answer.key, answer])),
    keys,
    keyAt: new Map(keys.map((key) => [key.path, key])),
    ownerOf,
    rules: options.flatMap((option) => option.rules ?? []),
    allLimits,
  };
}

/** The answer to change, by its key, in order to change what stands at a path of the overlay, or below it. */
export function answerBehind({ answerOf, keys }: Catalog, path: string): string | undefined {
  if (answerOf.has(path)) return path;
  return keys.find(
    (key) => key.answerKey !== undefined && (isWithin(key.path, path) || isWithin(path, key.path)),
  )?.answerKey;
}

/** An answer as a key of the file. */
function overlayKeysOf(answer: Answer): Omit<PlacedKey, 'segments' | 'prefixes'>[] {
  const { key: answerKey, writes, provenance, source, overlayOnly, shows } = answer;
  if (!writes) return [];
  const value: OverlayKey['value'] = (read) => {
    const given = read(answer);
    return given === undefined ? undefined : writes.value(given, read);
  };
  const { path, type = writtenType(answer) } = writes;
  return [{ path, type, provenance, source, answer, answerKey, value, overlayOnly, shows }];
}

function refuseDuplicates(declared: Readonly<Record<string, readonly string[]>>): void {
  for (const [what, names] of Object.entries(declared)) {
    const duplicate = names.find((name, index) => names.indexOf(name) !== index);
    if (duplicate !== undefined)
      throw new Error(`The catalogue declares the ${what} ${duplicate} twice.`);
  }
}
