import type { Answer, Read } from '@/lib/domain/answer';

/** A number that says where it comes from. */
export interface Figure {
  readonly value: number;
  /** The documentation, the operator, or arithmetic on those. */
  readonly origin: 'documented' | 'your number' | 'derived';
  /** The page that documents it, the key of its answer, or the sum in words. */
  readonly how: string;
}

/** A number that follows from others, with the sum in words. */
export const derived = (value: number, how: string): Figure => ({ value, origin: 'derived', how });

/** Why a figure is not known, and the keys of the answers that would make it known. */
export interface Unknown {
  readonly unknown: string;
  readonly needs: readonly string[];
}

/** Whether a figure is known. */
export function isKnown<T extends object>(found: T | Unknown): found is T {
  return !('unknown' in found);
}

/** Who chose the present value of an answer. The documentation gives no default for an answer of the plan. */
export function originOf(answer: Answer, read: Read): Pick<Figure, 'origin' | 'how'> {
  const isDefault = String(read(answer)) === answer.default;
  return isDefault && !answer.key.startsWith('plan.')
    ? { origin: 'documented', how: answer.source }
    : { origin: 'your number', how: answer.key };
}

/** The number that an answer holds; `undefined` while the answer is blank or invalid, or where there is no such answer. */
export function answered(answer: Answer<number> | undefined, read: Read): Figure | undefined {
  const value = answer && read(answer);
  return answer && value !== undefined ? { value, ...originOf(answer, read) } : undefined;
}

/** The keys of those among these answers that are blank or invalid. */
export const unanswered = (read: Read, ...answers: readonly (Answer | undefined)[]): string[] =>
  answers.flatMap((answer) => (answer && read(answer) === undefined ? [answer.key] : []));
