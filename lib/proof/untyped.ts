import { at, isMapping, isScalar } from '@/lib/domain/mapping';

// Readings of parsed YAML or JSON whose shape nobody has checked.

/** The items of the list there; none where there is no list. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const list = at(value, ...keys);
  return Array.isArray(list) ? list : [];
}

/** The text there as it is; `''` where there is none: a number is not turned into one. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  const text = at(value, ...keys);
  return typeof text === 'string' ? text : '';
}

/** The scalars of the mapping there, as texts; anything else in it is left out. */
export function textsAt(value: unknown, ...keys: readonly string[]): Record<string, string> {
  const mapping = at(value, ...keys);
  const entries = isMapping(mapping) ? Object.entries(mapping) : [];
  return Object.fromEntries(
    entries.flatMap(([key, item]) => (isScalar(item) ? [[key, String(item)]] : [])),
  );
}
