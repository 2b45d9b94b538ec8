import type { Answer, Shape, YamlValue } from '@/lib/domain/answer';
import { choicesOf } from '@/lib/domain/choices';
import type { JsonSchema } from './json-schema';
import { schemaOfSamples } from './schema-of-samples';

/** What may stand where an answer writes: everything that the form accepts, and as little else as a schema can say. */
export function answerSchema(answer: Answer): JsonSchema {
  const { shape } = answer;
  switch (shape.type) {
    case 'switch':
    case 'choice':
      return schemaOfSamples(writtenFor(answer, choicesOf(answer) ?? []), true);
    case 'whole-number':
      return { type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'quantity':
      return { type: 'string', pattern: QUANTITY[shape.resource], maxLength: 32 };
    case 'text':
      return textSchema(shape);
  }
}

/** What an answer writes when it is left alone; `undefined` when that is nothing. */
export function writtenDefault(answer: Answer): YamlValue | undefined {
  return writtenFor(answer, [answer.default])[0];
}

function writtenFor({ schema, writes }: Answer, raws: readonly string[]): YamlValue[] {
  return raws.flatMap((raw) => {
    const value = schema.safeParse(raw).data;
    const written = writes && value !== undefined ? writes.value(value) : undefined;
    return written === undefined ? [] : [written]; // may itself be a list
  });
}

const NUMBER = String.raw`(?:[0-9]+\.?[0-9]*|\.[0-9]+)`;
const EXPONENT = '[eE][+-]?[0-9]{1,2}';
/** So many digits before the point, at least. */
const digits = (count: number) => String.raw`[0-9]{${count},}\.?[0-9]*`;

/**
 * Kubernetes' quantities, always as text: Helm prints a large number as 4.294967296e+09. CPU has no unit above one
 * core. Memory has one, or enough digits to be 1Mi without one: 4 would be four bytes, and 512m half of one.
 */
const QUANTITY = {
  cpu: `^${NUMBER}(?:[num]|${EXPONENT})?$`,
  memory: `^(?:${NUMBER}(?:k|Ki|[MGTPE]i?|${EXPONENT})|${digits(7)}|${digits(10)}m|${digits(13)}u|${digits(16)}n)$`,
} as const;

/**
 * Blank is allowed: a chart may have it as its own default where the operator fills nothing in. A YAML list is too: the
 * documentation does not say which of the two the chart reads, and a link can ask for a list.
 */
function textSchema({
  pattern,
  maxLength,
  listItem,
}: Extract<Shape, { type: 'text' }>): JsonSchema {
  return {
    type: ['string', 'array'],
    pattern: `^$|${sourceOf(pattern)}`,
    maxLength,
    items: { type: 'string', pattern: sourceOf(listItem) },
  };
}

/** Go's regexp knows no escaped slash. */
const sourceOf = (pattern: RegExp) => pattern.source.replaceAll('\\/', '/');

/** What a schema becomes where a link asks for another type at the same path; see `PathMap`. */
export function convertedSchema(schema: JsonSchema, as: string): JsonSchema {
  const { title, description } = schema;
  const about = { title, description };
  if (as === 'list') {
    const isList = [schema.type].flat().includes('array');
    return isList ? schema : { ...about, type: 'array', items: withoutWords(schema) };
  }
  if (as === 'string' && schema.type !== 'array' && schema.type !== 'object') {
    return { ...about, type: 'string' };
  }
  // Only the texts true and false become switches; another text stays one.
  const isText = [schema.type].flat().includes('string');
  return as === 'boolean' && isText ? { ...about, type: ['string', 'boolean'] } : schema;
}

const withoutWords = ({ title, description, default: standard, ...rest }: JsonSchema) => rest;
