import { isMapping } from '@/lib/domain/mapping';
import { formatPath } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import { oneLine } from '@/lib/link/link';

/** A mapping of a person's own YAML. */
export type Mapping = { readonly [key: string]: UserValue };

/** A value of a person's file with the keys that lead to it. Lists are whole, because Helm replaces them whole. */
export interface Leaf {
  /** The path as `helm --set` writes it. */
  readonly at: string;
  readonly path: readonly string[];
  readonly value: UserValue;
}

/**
 * Every leaf in the order of the file: scalars, nulls, lists and empty mappings.
 * @param above the keys that lead to these values
 */
export function leavesOf(values: Mapping, above: readonly string[] = []): Leaf[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...above, key];
    return isBranch(value) ? leavesOf(value, path) : [{ at: formatPath(path), path, value }];
  });
}

const isBranch = (value: UserValue): value is Mapping =>
  isMapping(value) && Object.keys(value).length > 0;

const LONGEST_SHOWN = 80;

/** A value in a line, shortened when it is long. Text stands as it is, anything else as JSON. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  return oneLine(text ?? '', LONGEST_SHOWN);
}

/** Whether two values are the same to Helm: the order of keys plays no part. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
}
