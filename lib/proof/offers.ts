import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { parseAnswer } from '@/lib/domain/parse-answer';
import type { Reading } from '@/lib/reading/reading';
import { podLabels } from './manifest';
import type { Seen } from './seen';

/** Labels that change with each release of a chart: a selector must not hold them. */
const CHANGING = /(?:version|chart|hash|checksum|revision|managed-by)$/i;

/**
 * What a render can fill in: by answer, the labels of its tier's pods that stay the same from upgrade to upgrade, as
 * `key=value` with commas between them. Nothing where the workload is not clear, or the answer already names labels
 * that those pods have.
 */
export function offersOf(
  { options }: Catalog,
  reading: Reading,
  { tiers }: Seen,
): Record<string, string> {
  const offers: Record<string, string> = {};
  for (const { id, parts } of options) {
    const [only, ...others] = tiers.get(id)?.objects ?? [];
    const labels = only ? podLabels(only.workload) : {};
    const texts = (names: readonly string[]) => names.map((name) => `${name}=${labels[name]}`);
    const all = texts(Object.keys(labels));
    const offer = texts(Object.keys(labels).filter((name) => !CHANGING.test(name))).join(',');
    if (offer === '' || others.length > 0) continue;
    for (const part of parts) {
      if (!isAnswer(part) || part.fromRender !== 'pod labels' || !reading.isActive(part)) continue;
      const given = reading.raw[part.key] || undefined;
      const isRight = given?.split(',').every((label) => all.includes(label));
      if (!isRight && 'value' in parseAnswer(part, offer)) offers[part.key] = offer;
    }
  }
  return offers;
}
