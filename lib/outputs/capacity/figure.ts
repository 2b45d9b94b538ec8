import type { Answer, Read } from '@/lib/domain/answer';

/** A number that follows from the answers. */
export interface Figure {
  readonly value: number;
  /** The sum in words, with the operator's own numbers in it. */
  readonly how: string;
}

/** Why a figure is not known, and the keys of the answers that would make it known. */
export interface Unknown {
  readonly unknown: string;
  readonly needs: readonly string[];
}

/** Whether a figure is known. */
export function isKnown<T extends object>(found: T | Unknown): found is T {
  return !('unknown' in found);
}

/** The keys of those among these answers that are blank or invalid. */
export const unanswered = (read: Read, ...answers: readonly (Answer | undefined)[]): string[] =>
  answers.flatMap((answer) => (answer && read(answer) === undefined ? [answer.key] : []));
