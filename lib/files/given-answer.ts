import type { Answer, Raw, Read } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { choicesOf } from '@/lib/domain/choices';
import { parseAnswer } from '@/lib/domain/parse-answer';
import type { UserValue } from '@/lib/domain/user-files';
import { isSame, shown } from './leaves';

/** What a value of a file means for the answer that writes there. */
export type Given =
  | { readonly raw: Raw; readonly as?: 'list' }
  /** The value stands in the file only if it is carried, and the answer writes nothing beside it. */
  | { readonly raw: Raw; readonly isCarried: true }
  | { readonly message: string };

/** The answer whose own value stands at a path of the catalogue; `undefined` for a derived key. */
export function directAnswer(catalog: Catalog, path: string): Answer | undefined {
  return catalog.answers.find(({ writes }) => writes && writes.path === path);
}

/**
 * The answer that gives a value of the file.
 * @param present the raw answer to keep where it writes the same value
 * @param read the other answers, of which a value may hold a part
 */
export function givenAnswer(answer: Answer, value: UserValue, present: Raw, read?: Read): Given {
  const { shape } = answer;
  const choices = choicesOf(answer);
  if (choices) {
    const order = [present, ...choices];
    const same = order.find((raw) => isSame(writtenFor(answer, raw, read), value));
    if (same !== undefined) return { raw: same };
    const silent = silentRaw(answer);
    if (silent !== undefined) return { raw: silent, isCarried: true };
    const members = choices.map((raw) => shown(writtenFor(answer, raw))).join(', ');
    return { message: `This must be one of ${members}.` };
  }
  if (shape.type === 'text' && value === null) return { raw: '', isCarried: true };
  if (shape.type === 'text' && Array.isArray(value) && value.every(isListItem)) {
    return { raw: value.join(','), as: 'list' };
  }
  if (isSame(writtenFor(answer, present, read), value)) return { raw: present };
  return { raw: textOf(value) };
}

/** The raw text under which an answer writes nothing, if there is one; left to the chart where several do. */
export function silentRaw(answer: Answer): Raw | undefined {
  const choices = answer.shape.type === 'text' ? [''] : choicesOf(answer);
  const silent = choices?.filter((raw) => writtenFor(answer, raw) === undefined) ?? [];
  return silent.length > 1 ? '' : silent[0];
}

/** What an answer writes for a raw text; `undefined` where that is nothing or the text is wrong. */
export function writtenFor(answer: Answer, raw: Raw, read?: Read) {
  const own = parseAnswer(answer, raw);
  if (!answer.writes || 'fault' in own || own.value === undefined) return undefined;
  return answer.writes.value(own.value, read);
}

const isListItem = (item: unknown): item is string =>
  typeof item === 'string' && item !== '' && !item.includes(',');

/** A value as it would have been typed. */
function textOf(value: UserValue): Raw {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
