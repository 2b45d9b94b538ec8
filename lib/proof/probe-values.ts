/**
 * Numbers that a probe writes: five digits with a zero second (`20003`), or four with a unit (`5017m`, `5017Mi`). Low
 * ones are for what must not exceed another (a minimum, a request, a budget), high ones for what must not be below.
 * None of them is a NodePort (30000 to 32767).
 */
export const LOW_NUMBER = 20_000;
export const NUMBER = 23_000;
export const HIGH_NUMBER = 40_000;
export const LOW_QUANTITY = 5_000;
export const HIGH_QUANTITY = 7_000;
/** Starts each text of a probe; texts go where a schema takes them. */
export const PROBE_TEXT = 'valuesprobe';

/** Whatever a probe may have written, inside any text. */
const PROBE =
  /(?<![\d.])(?:(?:20|23|40)\d{3}(?![\d.]*\d)|[57]\d{3}(?:m|Mi)(?![A-Za-z0-9]))|valuesprobe\d+(?!\d)/g;

/** The probe's values that a scalar of a manifest holds, as text. */
export function probeValuesIn(scalar: string): string[] {
  if (scalar.length > 65_536) return [];
  return scalar.match(PROBE) ?? [];
}
