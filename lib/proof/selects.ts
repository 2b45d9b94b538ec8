import { ownOf } from '@/lib/domain/mapping';
import type { Selector } from './manifest';

/**
 * Whether a selector selects pods with these labels, as Kubernetes judges it: an empty one selects all. An operator
 * that is not known selects nothing.
 */
export function selects(
  { matchLabels, expressions }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  const label = (key: string) => ownOf(labels, key);
  return (
    Object.entries(matchLabels).every(([key, value]) => label(key) === value) &&
    expressions.every(({ key, operator, values }) => {
      const value = label(key);
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      if (operator === 'Exists') return value !== undefined;
      return operator === 'DoesNotExist' && value === undefined;
    })
  );
}
