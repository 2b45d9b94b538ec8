import type { Answer } from '@/lib/domain/answer';
import { isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { parseAnswer } from '@/lib/domain/parse-answer';
import type { Reading } from '@/lib/reading/reading';
import type { Seen } from './seen-renders';

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
    const [workload, ...others] = tiers.get(id)?.workloads ?? [];
    const labels = Object.entries(workload?.workload?.podLabels ?? {}).map((pair) =>
      pair.join('='),
    );
    const lasting = labels.filter((label) => !CHANGING.test(label.slice(0, label.indexOf('='))));
    const offer = lasting.join(',');
    if (offer === '' || others.length > 0) continue;
    for (const part of parts) {
      if (!isAnswer(part) || part.fromRender !== 'pod labels' || !reading.isActive(part)) continue;
      const given = reading.raw[part.key] || undefined;
      const isRight = given?.split(',').every((label) => labels.includes(label));
      if (!isRight && takes(part, offer)) offers[part.key] = offer;
    }
  }
  return offers;
}

const takes = (answer: Answer, raw: string): boolean => 'value' in parseAnswer(answer, raw);
