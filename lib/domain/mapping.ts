/** Whether a value is a mapping, an empty one too; neither a list nor `null` is one. */
export const isMapping = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a text, a number or a boolean; `null` is not. */
export const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** What a record has under a key itself: a key may be called `constructor`, which every object answers to. */
export const ownOf = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What stands at the end of some keys; `undefined` where one of them is missing. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((there, key) => (isMapping(there) ? ownOf(there, key) : undefined), value);
