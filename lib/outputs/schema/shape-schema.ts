import type { Answer, Shape, ShapeOf } from '@/lib/domain/answer';
import type { JsonSchema } from '@/lib/domain/json-schema';

/** What each shape of answer takes, as JSON Schema. */
interface Row<S extends Shape = Shape> {
  /** In a query: its text, as typed into the form. */
  readonly query: (shape: S) => JsonSchema;
  /**
   * In the file: everything that the form accepts, what else Helm users write for the same, and as little more as a
   * schema can say.
   */
  readonly file: (shape: S) => JsonSchema;
}

const boolean = () => ({ type: 'boolean' });
const oneOfThem = ({ choices }: ShapeOf<'choice'>) => oneOf(choices.map(({ value }) => value));
const wholeNumber = ({ min, max }: ShapeOf<'whole-number'>) => ({
  type: 'integer',
  minimum: min,
  maximum: max,
});

const schemas: { readonly [T in Shape['type']]: Row<ShapeOf<T>> } = {
  switch: { query: boolean, file: boolean },
  choice: { query: oneOfThem, file: oneOfThem },
  'whole-number': { query: wholeNumber, file: wholeNumber },
  quantity: {
    query: ({ resource }) => ({
      type: 'string',
      maxLength: 32,
      examples: [resource === 'cpu' ? '500m' : '4Gi'],
    }),
    file: ({ resource }) => ({
      type: ['string', 'number'],
      pattern: QUANTITY[resource],
      maxLength: 32,
      // A number is cores, or bytes: less than 1Mi is no memory for a pod.
      minimum: resource === 'cpu' ? 0.001 : 2 ** 20,
    }),
  },
  text: {
    query: ({ maxLength, example }) => ({ type: 'string', maxLength, examples: [example] }),
    // Blank is allowed: a chart may have it as its own default where the operator fills nothing in. A YAML list is too:
    // the documentation does not say which of the two the chart reads, and a link can ask for a list.
    file: ({ pattern, maxLength, listItem }) => ({
      type: ['string', 'array'],
      pattern: `^$|${sourceOf(pattern)}`,
      maxLength,
      items: { type: 'string', pattern: sourceOf(listItem) },
    }),
  },
};

const rowOf = ({ shape }: Answer) => schemas[shape.type] as Row; // only ever given this very shape

/** What an answer takes in a query. Blank leaves it to the chart. */
export const querySchema = (answer: Answer): JsonSchema => rowOf(answer).query(answer.shape);

/**
 * What may stand where an answer writes.
 * @param canBeNone whether it counts the pods of a tier that can be off: then 0 is another way to say so
 */
export function fileSchema(answer: Answer, canBeNone: boolean): JsonSchema {
  const { shape, writes, shows } = answer;
  const own = writes ? writes.schema : undefined;
  return {
    ...(own ?? rowOf(answer).file(shape)),
    ...(canBeNone && { minimum: 0 }),
    // Kubernetes takes a share in its place.
    ...(shows?.in === 'budget' && { type: ['integer', 'string'], pattern: '^[0-9]{1,3}%$' }),
  };
}

/** One of these texts. */
export const oneOf = (texts: readonly string[]) => ({ type: 'string', enum: texts });

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
