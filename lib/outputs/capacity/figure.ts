import type { Answer, Read } from '@/lib/domain/answer';

/** Where a figure comes from: the documentation, the operator, or arithmetic on those. */
export type Origin = 'documented' | 'your number' | 'derived';

/** A number that says where it comes from. */
export interface Figure {
  readonly value: number;
  readonly origin: Origin;
  /** The page it is documented on, the key it was answered at, or the sum in words. */
  readonly how: string;
}

/** A number that follows from others, with the sum in words. */
export const derived = (value: number, how: string): Figure => ({ value, origin: 'derived', how });

/** What is not known yet, and which answers are missing. */
export interface Unknown {
  readonly unknown: string;
  readonly needs: readonly string[];
}

/** Whether a figure is known. */
export function isKnown<T extends object>(found: T | Unknown): found is T {
  return !('unknown' in found);
}

/** Who chose the present value of an answer. What only the plan asks for is never documented. */
export function originOf(answer: Answer, read: Read): Pick<Figure, 'origin' | 'how'> {
  const isDefault = String(read(answer)) === answer.default;
  return isDefault && !answer.key.startsWith('plan.')
    ? { origin: 'documented', how: answer.source }
    : { origin: 'your number', how: answer.key };
}

/** A whole number that was answered; `undefined` while it is blank or invalid, or where nothing asks for it. */
export function answered(answer: Answer<number> | undefined, read: Read): Figure | undefined {
  const value = answer && read(answer);
  return answer && value !== undefined ? { value, ...originOf(answer, read) } : undefined;
}

/** The keys of those among these answers that are blank or invalid. */
export const unanswered = (read: Read, ...answers: readonly Answer[]): string[] =>
  answers.filter((answer) => read(answer) === undefined).map(({ key }) => key);
