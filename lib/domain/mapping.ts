/** Whether a value is a mapping, an empty one too; neither a list nor `null` is one. */
export const isMapping = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a text, a number or a truth value; `null` is none of them. */
export const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
