import type { Answer, Shape, YamlValue } from '@/lib/domain/answer';
import { isMapping } from '@/lib/domain/mapping';
import { choicesOf } from '@/lib/domain/shape';

/** As much of JSON Schema draft-07 as is used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (YamlValue | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Must mean the same to Go's regexp, which Helm checks with, and to JavaScript's with the flag `u`. */
  readonly pattern?: string;
  readonly default?: YamlValue;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/**
 * What may stand where an answer writes: everything that the form accepts, what else Helm users write for the same, and
 * as little more as a schema can say.
 * @param canBeNone whether it counts the pods of a tier that can be off: then 0 is another way to say so
 */
export function answerSchema(answer: Answer, canBeNone = false): JsonSchema {
  const ofChoices = () => schemaOfSamples(writtenFor(answer, choicesOf(answer) ?? []), true);
  const kinds: { [Type in Shape['type']]: (shape: Extract<Shape, { type: Type }>) => JsonSchema } =
    {
      switch: ofChoices,
      choice: ofChoices,
      'whole-number': ({ min, max }) => ({
        type: 'integer',
        minimum: canBeNone ? 0 : min,
        maximum: max,
        // Kubernetes takes a share in its place.
        ...(answer.shows?.in === 'budget' && {
          type: ['integer', 'string'],
          pattern: '^[0-9]{1,3}%$',
        }),
      }),
      quantity: ({ resource }) => ({
        type: ['string', 'number'],
        pattern: QUANTITY[resource],
        maxLength: 32,
        // A number is cores, or bytes: less than 1Mi is no memory for a pod.
        minimum: resource === 'cpu' ? 0.001 : 2 ** 20,
      }),
      text: textSchema,
    };
  // The type of the shape picks the function that takes it, which TypeScript cannot follow.
  return (kinds[answer.shape.type] as (shape: Shape) => JsonSchema)(answer.shape);
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
 * Kubernetes' quantities as text. CPU has no unit above one core. Memory has a unit, or enough digits to be 1Mi
 * without one: 4 would be four bytes, and 512m half of one.
 */
const QUANTITY = {
  cpu: `^${NUMBER}(?:[num]|${EXPONENT})?$`,
  memory: `^(?:${NUMBER}(?:k|Ki|[MGTPE]i?|${EXPONENT})|${digits(7)}|${digits(10)}m|${digits(13)}u|${digits(16)}n)$`,
} as const;

/**
 * Blank is allowed: a chart may have it as its own default where the operator fills nothing in. A YAML list is too: the
 * documentation does not say which of the two the chart reads, and a link can ask for a list.
 */
const textSchema = ({ pattern, maxLength, listItem }: Extract<Shape, { type: 'text' }>) => ({
  type: ['string', 'array'],
  pattern: `^$|${sourceOf(pattern)}`,
  maxLength,
  items: { type: 'string', pattern: sourceOf(listItem) },
});

/** Go's regexp knows no escaped slash. */
const sourceOf = (pattern: RegExp) => pattern.source.replaceAll('\\/', '/');

/** The same with `null`, by which a values file removes what the chart has. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (schema.type === undefined) return schema;
  return {
    ...schema,
    type: [schema.type, 'null'].flat(),
    ...(schema.enum && { enum: [...schema.enum, null] }),
  };
}

/**
 * The type of samples of one key, which all have the same.
 * @param areAll whether there can be no others: then two or more different texts are an enumeration
 */
export function schemaOfSamples(samples: readonly YamlValue[], areAll: boolean): JsonSchema {
  const [first] = samples;
  if (first === undefined) return {};
  if (Array.isArray(first)) {
    return { type: 'array', items: schemaOfSamples(samples.flat(), areAll) };
  }
  if (typeof first === 'object') {
    const pairs = samples.filter(isMapping).flatMap((one) => Object.entries(one));
    const schemaAt = (key: string) => {
      const values = pairs.flatMap(([name, value]) => (name === key ? [value as YamlValue] : []));
      return [key, schemaOfSamples(values, areAll)] as const;
    };
    const properties = Object.fromEntries(pairs.map(([key]) => schemaAt(key)));
    return { type: 'object', properties };
  }
  const texts = [...new Set(samples)];
  const isChoice = areAll && typeof first === 'string' && texts.length > 1;
  const type = typeof first === 'number' ? 'integer' : typeof first;
  return { type, ...(isChoice && { enum: texts }) };
}
