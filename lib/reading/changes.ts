import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Evaluation } from '@/lib/domain/evaluate';

/** The raw text of each answer that differs from its default, by key, in the order of the link. */
export type Changes = ReadonlyMap<string, Raw>;

/**
 * Which answers differ from their defaults. Answers that are invalid by themselves, or of a branch that is not chosen,
 * are left out: neither the file nor a link has them.
 */
export function changesOf(
  { answers }: Catalog,
  raw: RawAnswers,
  { isActive, isInvalid }: Evaluation,
): Changes {
  const changes = new Map<string, Raw>();
  for (const answer of answers) {
    const text = raw[answer.key] ?? answer.default;
    if (text === answer.default || isInvalid(answer) || !isActive(answer)) continue;
    changes.set(answer.key, text);
  }
  return changes;
}
