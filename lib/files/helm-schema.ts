// js-yaml's other build: one module cannot be split over what is fetched first and what is fetched later, and the
// page's first script needs only the half that writes.
import {
  boolYaml11Tag,
  defineScalarTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from 'js-yaml/browser';

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const BASES: readonly (readonly [pattern: RegExp, base: number])[] = [
  [/^[-+]?0b([01]+)$/, 2],
  [/^[-+]?0o?([0-7]+)$/, 8],
  [/^[-+]?0[xX]([0-9a-fA-F]+)$/, 16],
];

/** Numbers as Go's yaml reads them for Helm, which is neither YAML 1.1 nor 1.2: `012` is ten, `1:30` is text. */
function numberOf(source: string): number | typeof NOT_RESOLVED {
  if (SPECIAL.test(source)) {
    if (/n/i.test(source[1] ?? '') && !/inf/i.test(source)) return Number.NaN;
    return source.startsWith('-') ? -Infinity : Infinity;
  }
  const plain = source.replaceAll('_', '');
  if (plain === '' || source.startsWith('_')) return NOT_RESOLVED;
  for (const [pattern, base] of BASES) {
    const digits = pattern.exec(plain)?.[1];
    if (digits !== undefined) {
      const value = Number.parseInt(digits, base);
      return plain.startsWith('-') ? -value : value;
    }
  }
  if (!FLOAT.test(plain)) return NOT_RESOLVED;
  const value = Number(plain) + 0; // Helm keeps the sign of -0.0, which means nothing in a values file
  return Number.isFinite(value) ? value : NOT_RESOLVED;
}

const numberTag = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: ['-', '+', '.', ...'0123456789'],
  resolve: numberOf,
  identify: (value) => typeof value === 'number',
});

const intTag = { ...numberTag, tagName: 'tag:yaml.org,2002:int', implicit: false };

/** What Helm's reader makes of a plain scalar: 1.1 booleans, Go's numbers, dates as text, and merge keys. */
export const HELM_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag,
  nullYaml11Tag,
  boolYaml11Tag,
  numberTag,
  intTag,
  mergeTag,
]);
