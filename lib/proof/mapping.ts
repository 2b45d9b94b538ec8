import { isMapping, isScalar } from '@/lib/domain/mapping';

/** A mapping of a manifest: nothing is known of its values before they are asked. */
export type Mapping = { readonly [key: string]: unknown };

/** What stands under a key itself: a key may be called `constructor`. */
export const own = (value: unknown, key: string): unknown =>
  isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What stands at the end of some keys; `undefined` where one of them is missing. */
export const at = (value: unknown, ...keys: string[]): unknown => keys.reduce(own, value);

/** The items of a list; none where it is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text as it is; `''` where it is none: a number is not turned into one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A mapping's texts; anything else in it is left out. */
export const textsOf = (value: unknown): Record<string, string> =>
  isMapping(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, item]) =>
          isScalar(item) ? [[key, String(item)]] : [],
        ),
      )
    : {};
