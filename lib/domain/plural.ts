import { inFigures } from './in-figures';

/** The word that goes with a count: `pod` with 1, `pods` with any other; `is` or `are`, where `many` is given. */
export function wordFor(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/**
 * A count with its noun: `1 pod`, `1,200 pods`.
 * @param many where the plural takes more than an s: `1 pod that requests`, `2 pods that request`
 */
export function plural(count: number, one: string, many?: string): string {
  return `${inFigures(count)} ${wordFor(count, one, many)}`;
}
