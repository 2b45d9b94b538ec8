import { inFigures } from './in-figures';

/**
 * A count with its noun: `1 pod`, `1,200 pods`.
 * @param many where the plural takes more than an s: `1 pod that requests`, `2 pods that request`
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`;
}
