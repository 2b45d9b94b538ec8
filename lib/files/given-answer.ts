import { type Answer, type Raw, type Read, writtenFor } from '@/lib/domain/answer';
import { canBeListed, choicesOf } from '@/lib/domain/shape';
import type { UserValue } from '@/lib/domain/user-files';
import { isSame } from './leaves';

/** What a value of a file means for the answer that writes there. */
export interface Given {
  /** `''` where the answer has no text for the value: it is left to the chart, and the value carried. */
  readonly raw: Raw;
  /** Set where the file has a list in place of a text. */
  readonly as?: 'list';
}

/**
 * The answer that gives a value of the file.
 * @param present the raw answer to keep where it writes the same value
 * @param read the other answers, of which a value may hold a part
 */
export function givenAnswer(answer: Answer, value: UserValue, present: Raw, read?: Read): Given {
  const choices = choicesOf(answer);
  const order = choices ? [present, ...choices] : [present];
  const same = order.find((raw) => isSame(writtenFor(answer, raw, read), value));
  if (same !== undefined) return { raw: same };
  if (canBeListed(answer) && Array.isArray(value) && value.every(isListItem)) {
    return { raw: value.join(','), as: 'list' };
  }
  return { raw: choices || typeof value === 'object' ? '' : String(value) };
}

const isListItem = (item: unknown): item is string =>
  typeof item === 'string' && item !== '' && !item.includes(',');
