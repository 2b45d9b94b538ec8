import { ownOf } from '@/lib/domain/mapping';
import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor';
import { YamlProblem } from './yaml-problem';

/** Characters that end a plain text inside `[…]` and `{…}`. */
const FLOW_INDICATORS = ',?[]{}';

/** What a text keeps of the blanks and line breaks between two of its words. */
function folded(breaks: string): string {
  const [first = '', rest] = [breaks[0], breaks.slice(1)];
  if (first !== '\n') return breaks;
  return rest === '' ? ' ' : rest;
}

/**
 * A text without quotes.
 * @param indent a line that starts left of it ends the text, outside of flow collections
 * @returns its value, and whether its last line was ended, after which a new key may start
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  isFlow: boolean,
): { value: string; isLineEnded: boolean } {
  let value = '';
  let blanks = '';
  let breaks = '';
  while (!cursor.isAtDocumentMark() && !cursor.is('#')) {
    const start = cursor.at;
    for (let code = cursor.code(); !isBlankOrEnd(code); code = cursor.code()) {
      if (code === 58 && isBlankOrEnd(cursor.code(1))) break; // :
      if (isFlow && FLOW_INDICATORS.includes(cursor.text[cursor.at] ?? '')) break;
      cursor.at += 1;
    }
    if (cursor.at > start) {
      value += (breaks === '' ? blanks : folded(breaks)) + cursor.text.slice(start, cursor.at);
      blanks = '';
      breaks = '';
    }
    if (cursor.code() === 0 || !isBlankOrEnd(cursor.code())) break;
    for (let code = cursor.code(); code !== 0 && isBlankOrEnd(code); code = cursor.code()) {
      if (isBreak(code)) {
        breaks += cursor.readBreak();
        continue;
      }
      if (breaks !== '' && code === 9 && cursor.column < indent) {
        throw new YamlProblem('A tab stands where spaces must indent this line.', place(cursor));
      }
      blanks += cursor.text[cursor.at];
      cursor.at += 1;
    }
    if (!isFlow && cursor.column < indent) break;
  }
  return { value, isLineEnded: breaks !== '' };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A text in quotes; the cursor stands at the first of them. */
export function scanQuoted(cursor: Cursor): string {
  const quote = cursor.is('"') ? '"' : "'";
  const start = place(cursor);
  let value = '';
  cursor.at += 1;
  for (;;) {
    if (cursor.isAtDocumentMark() || cursor.code() === 0) {
      throw new YamlProblem(`This ${quote} has no closing one.`, start);
    }
    let isContinued = false; // by a backslash at the end of the line
    const from = () => cursor.text.slice(run, cursor.at);
    let run = cursor.at;
    while (!isBlankOrEnd(cursor.code())) {
      if (cursor.is(quote)) {
        if (quote === '"' || !cursor.is(quote, 1)) break;
        value += `${from()}'`;
        cursor.at += 2;
        run = cursor.at;
      } else if (quote === '"' && cursor.is('\\')) {
        value += from();
        if (isBreak(cursor.code(1))) {
          cursor.at += 1;
          cursor.readBreak();
          run = cursor.at;
          isContinued = true;
          break;
        }
        value += scanEscape(cursor);
        run = cursor.at;
      } else {
        cursor.at += 1;
      }
    }
    value += from();
    if (cursor.is(quote)) break;
    value += scanGap(cursor, isContinued);
  }
  cursor.at += 1;
  return value;
}

/** What the blanks and line breaks between two words of a quoted text are worth. */
function scanGap(cursor: Cursor, isContinued: boolean): string {
  let blanks = '';
  let breaks = '';
  for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
    if (isBreak(code)) {
      breaks += cursor.readBreak();
    } else {
      if (breaks === '' && !isContinued) blanks += cursor.text[cursor.at];
      cursor.at += 1;
    }
  }
  if (isContinued) return breaks;
  return breaks === '' ? blanks : folded(breaks);
}

function scanEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at + 1] ?? '';
  const simple = ownOf(ESCAPES, letter);
  if (simple !== undefined) {
    cursor.at += 2;
    return simple;
  }
  const length = ownOf(DIGITS, letter) ?? 0;
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 2 + length);
  const code = Number.parseInt(digits, 16);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (length === 0 || !new RegExp(`^[0-9a-fA-F]{${length}}$`).test(digits) || !isCharacter) {
    throw new YamlProblem(
      `Helm does not read the escape \\${letter} in a double-quoted text.`,
      place(cursor),
    );
  }
  cursor.at += 2 + length;
  return String.fromCodePoint(code);
}

const place = ({ line, column }: Cursor) => ({ line, column: column + 1 });
