import type { Answer, Raw } from './answer';
import { remember } from './remember';

/** What an answer's own schema makes of a text: the value (`undefined` when blank), or what would be right. */
export type ParsedAnswer<V = unknown> =
  | { readonly value: V | undefined }
  | { readonly fault: string };

type Parse = (raw: Raw) => ParsedAnswer;

/** Texts that are remembered of each answer: the page reads its default, the present one and those of a comparison. */
const TEXTS = 8;

const parsers = new WeakMap<Answer, Parse>();

/**
 * Parses one answer by itself, whatever else is wrong. A text that was parsed before is not parsed again, so a
 * keystroke parses the one answer that it changes. Never throws.
 */
export function parseAnswer<V>(answer: Answer<V>, raw: Raw): ParsedAnswer<V> {
  let parse = parsers.get(answer);
  if (!parse) {
    parse = remember((text) => parsed(answer, text), TEXTS);
    parsers.set(answer, parse);
  }
  return parse(raw) as ParsedAnswer<V>; // made from the schema of this very answer
}

function parsed(answer: Answer, raw: Raw): ParsedAnswer {
  const { success, data, error } = answer.schema.safeParse(raw);
  return success
    ? { value: data }
    : { fault: error.issues[0]?.message ?? 'This is not understood.' };
}
