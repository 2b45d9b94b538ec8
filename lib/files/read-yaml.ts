import { load, YAMLException } from 'js-yaml/browser';
import { inFigures } from '@/lib/domain/in-figures';
import type { UserValue } from '@/lib/domain/user-files';
import { HELM_SCHEMA } from './helm-schema';

/** Bytes of a file that are read at most: ten times the largest chart's values that we know of. */
export const MOST_BYTES = 1_000_000;
const MOST_DEPTH = 64;
const MOST_ALIASES = 1_000;
/** Values that aliases may unfold into. */
const MOST_VALUES = 100_000;

/** A person's values tree. */
export type UserValues = { readonly [key: string]: UserValue };

/** Why a file could not be read, in a sentence; `line` and `column` count from 1. */
export interface YamlFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

const fault = (message: string): { fault: YamlFault } => ({ fault: { message } });

/** Bytes as text. UTF-8, with or without a byte order mark. */
export function decodeYaml(bytes: Uint8Array): { text: string } | { fault: YamlFault } {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length);
  if (bytes.includes(0)) return binary;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return fault('This file is not UTF-8 text. Save it as UTF-8 and open it again.');
  }
}

const binary = fault('This is a binary file, not YAML. Nothing was read from it.');

const tooLarge = (bytes: number) =>
  fault(
    `This file has ${inFigures(bytes)} bytes; at most ${inFigures(MOST_BYTES)} are read. Nothing was read from it.`,
  );

/**
 * Reads a values file as Helm reads it: one document, a mapping at its top, merge keys and aliases resolved. Never
 * throws; whatever cannot be read is told in a sentence, with its place where there is one.
 */
export function readYaml(text: string): { values: UserValues } | { fault: YamlFault } {
  if (text.length > MOST_BYTES) return tooLarge(text.length);
  if (text.includes('\0')) return binary;
  try {
    return checked(
      load(text, { schema: HELM_SCHEMA, maxDepth: MOST_DEPTH, maxAliases: MOST_ALIASES }),
    );
  } catch (error) {
    return { fault: explained(error) };
  }
}

const EMPTY = 'This file is empty, or holds only comments. Nothing was read from it.';

function checked(value: unknown): { values: UserValues } | { fault: YamlFault } {
  if (value === null || value === undefined) return fault(EMPTY);
  if (Array.isArray(value)) {
    return fault('There is a list at the top of this file. A values file has keys at its top.');
  }
  if (typeof value !== 'object') {
    return fault('There is a single value in this file. A values file has keys at its top.');
  }
  const wrong = unusable(value);
  return wrong === undefined ? { values: value as UserValues } : fault(wrong); // every node was looked at
}

/** Aliases can make a small file endless, or a circle; both show while it is walked. */
function unusable(root: object): string | undefined {
  let count = 0;
  const walk = (value: unknown, depth: number): string | undefined => {
    count += 1;
    if (depth > MOST_DEPTH) {
      return `Values are nested more than ${MOST_DEPTH} deep, or an alias holds itself.`;
    }
    if (count > MOST_VALUES) {
      return `Its aliases unfold into more than ${inFigures(MOST_VALUES)} values.`;
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return 'It holds an infinite number, which Helm cannot read.';
    }
    if (typeof value !== 'object' || value === null) return undefined;
    for (const item of Object.values(value)) {
      const wrong = walk(item, depth + 1);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
  return walk(root, 0);
}

/** js-yaml's reasons that deserve a sentence of their own. */
const REASONS: readonly (readonly [reason: RegExp, message: string])[] = [
  [/input is empty/, EMPTY],
  [
    /single document/,
    'This file holds more than one document (a line ---). Helm reads only the first: give one of them.',
  ],
  [/duplicated mapping key/, 'This key stands twice in the same mapping. Keep one of them.'],
  [/maxDepth/, `Values are nested more than ${MOST_DEPTH} deep.`],
  [/maxAliases|maxTotalMergeKeys|merge sequence size/, 'This file has more aliases than are read.'],
  [/unidentified alias/, 'This alias names an anchor that the file does not have.'],
  [/unknown \w+ tag/, 'This tag is not one that Helm reads.'],
  [/null byte/, 'This is a binary file, not YAML. Nothing was read from it.'],
];

function explained(error: unknown): YamlFault {
  if (!(error instanceof YAMLException)) {
    return { message: 'This file cannot be read as YAML.' };
  }
  const { reason, mark } = error;
  const message =
    REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? `This is not YAML: ${reason}.`;
  return mark ? { message, line: mark.line + 1, column: mark.column + 1 } : { message };
}
