import { answersInPath } from './answers-in-path';
import type { AddressParts } from './link';
import { decodedWhile } from './parameters';

/** An address that was encoded with its scheme. Only that is undone: the answers in it may be encoded as they are. */
const IS_ENCODED_ADDRESS = /^https?%/i;

/**
 * Where in a pasted text its answers stand: behind `#` or `?` of an address, which may be in the middle of a sentence or
 * have lost its scheme; else the text itself, such as `v=1&…` or a line of our file's head. Never throws.
 */
export function locateAnswers(text: string): AddressParts {
  // A mail program breaks a long link into lines.
  const line = decodedWhile(IS_ENCODED_ADDRESS, unwrapped(text));
  // `|` ends one where a chat writes `<address|name>`.
  const [found] = /https?:\/\/[^\s|]+/i.exec(line) ?? [];
  // None of these stands unencoded in a link of ours: they close what is around it.
  const address = found === undefined ? line : withoutClosing(found);
  const [, path = '', query = '', fragment] = /^([^?#=]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const moved = answersInPath(address.replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] ?? '');
  if (moved) return { query, fragment: moved.fragment };
  const isAddress = query !== '' || fragment !== undefined || found !== undefined;
  return { query, fragment: withoutTitle(isAddress ? (fragment ?? '') : path || address) };
}

/** A text without its line breaks and the blanks around them. */
const unwrapped = (text: string) =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .join('');

/** An address without what closes the sentence around it, where a bracket, a quote or a comma is part of that. */
function withoutClosing(address: string): string {
  const endOf = (characters: string, from: number) => {
    let end = from;
    while (characters.includes(address[end - 1] ?? ' ')) end -= 1;
    return end;
  };
  const marks = endOf('.!?:', address.length);
  const closing = endOf('>)}"\'`,;', marks);
  return closing === marks ? address : address.slice(0, closing);
}

/** `# answers: v=1&…`, or the second line of the form on two lines, as a fragment. */
const withoutTitle = (text: string) => text.replace(/^#?\s*(?:answers:\s*(?:#\s*)?)?/, '');
