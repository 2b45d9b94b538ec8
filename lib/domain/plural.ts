/**
 * `1234567.5` → `1,234,567.5`, rounded to at most `decimals` decimals: the same on every machine, in any language.
 * Not by `Intl`, which reads its tables at the first number: 20 ms of a page's start.
 */
export function inFigures(value: number, decimals = 2): string {
  const [whole = '', part] = String(Number(value.toFixed(decimals))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

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
