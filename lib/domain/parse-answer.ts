import type { Answer, Raw } from './answer';

/** What an answer's own schema makes of a text: the value (`undefined` when blank), or what would be right. */
export type ParsedAnswer<V = unknown> =
  | { readonly value: V | undefined }
  | { readonly fault: string };

/** Parses one answer by itself, whatever else is wrong. Never throws. */
export function parseAnswer<V>(answer: Answer<V>, raw: Raw): ParsedAnswer<V> {
  const { success, data, error } = answer.schema.safeParse(raw);
  return success
    ? { value: data }
    : { fault: error.issues[0]?.message ?? 'This is not understood.' };
}
