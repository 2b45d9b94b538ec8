import { parseQuantity } from '@/lib/domain/quantity';

/** Whether a manifest's scalar is what was asked: as quantities where both are (`2` is `2000m`), else as text. */
export function isSameValue(
  asked: string | number | boolean,
  found: string | number | boolean,
): boolean {
  const [one, other] = [String(asked), String(found)];
  if (one === other) return true;
  const quantity = parseQuantity(one);
  return quantity !== undefined && quantity === parseQuantity(other);
}
