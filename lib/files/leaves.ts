import { isMapping } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';
import type { Mapping } from './yaml-mapping';

/** A value of a person's file with the keys that lead to it. Lists are whole, because Helm replaces them whole. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: UserValue;
}

/** Every leaf in the order of the file: scalars, nulls, lists and empty mappings. */
export function leavesOf(values: Mapping): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: UserValue, path: readonly string[]) => {
    if (isBranch(value)) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    } else {
      leaves.push({ path, value });
    }
  };
  for (const [key, item] of Object.entries(values)) walk(item, [key]);
  return leaves;
}

const isBranch = (value: UserValue): value is Mapping =>
  isMapping(value) && Object.keys(value).length > 0;

const SHOWN = 80;

/** A value in a line, shortened when it is long. Text stands as it is, anything else as JSON. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  const line = (text ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u00B7');
  return line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

/** Whether two values are the same to Helm: the order of keys plays no part. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]), // both are objects
  );
}
