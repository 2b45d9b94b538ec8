import type { Path } from '@/lib/domain/path';

/** The same kind of value, and another one. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /^\d/.test(String(value))
    ? String(value).replace(/^\d+/, (digits) => String(Number(digits) + 1))
    : `${value}x`;
}

/** A tree with another value at one place. */
export function withOther(values: object, at: Path): object {
  const copy = structuredClone(values) as Record<string | number, unknown>; // a tree of the overlay's
  let parent = copy;
  for (const step of at.slice(0, -1)) parent = parent[step] as typeof copy; // it has the leaf
  const last = at.at(-1) ?? '';
  parent[last] = other(parent[last]);
  return copy;
}
