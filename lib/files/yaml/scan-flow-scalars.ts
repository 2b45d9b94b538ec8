import { ownOf } from '@/lib/domain/mapping';
import { type Cursor, isBlank, isBlankOrEnd, isBreak, TAB_INDENT } from './cursor';
import { YamlProblem } from './yaml-problem';

/** Characters that end a plain text inside `[…]` and `{…}`. */
const FLOW_INDICATORS = ',?[]{}';

/** What a text keeps of the blanks and line breaks between two of its words. */
function gap(blanks: string, breaks: string): string {
  if (breaks === '') return blanks;
  return breaks.startsWith('\n') ? breaks.slice(1) || ' ' : breaks;
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
      if (isFlow && FLOW_INDICATORS.includes(cursor.character)) break;
      cursor.at += 1;
    }
    if (cursor.at > start) {
      value += gap(blanks, breaks) + cursor.text.slice(start, cursor.at);
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
        throw new YamlProblem(TAB_INDENT, cursor.place);
      }
      blanks += cursor.character;
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
  const start = cursor.place;
  let value = '';
  cursor.at += 1;
  for (;;) {
    if (cursor.isAtDocumentMark() || cursor.code() === 0) {
      throw new YamlProblem(`This ${quote} has no closing one.`, start);
    }
    let isContinued = false; // by a backslash at the end of the line
    while (!isBlankOrEnd(cursor.code())) {
      if (cursor.is(quote)) {
        if (quote === '"' || !cursor.is(quote, 1)) break;
        value += quote;
        cursor.at += 2;
      } else if (quote === '"' && cursor.is('\\')) {
        if (isBreak(cursor.code(1))) {
          cursor.at += 1;
          cursor.readBreak();
          isContinued = true;
          break;
        }
        value += scanEscape(cursor);
      } else {
        value += cursor.character;
        cursor.at += 1;
      }
    }
    if (cursor.is(quote)) break;
    value += scanGap(cursor, isContinued);
  }
  cursor.at += 1;
  return value;
}

/** What the blanks and line breaks between two words of a quoted text become. */
function scanGap(cursor: Cursor, isContinued: boolean): string {
  let blanks = '';
  let breaks = '';
  for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
    if (isBreak(code)) {
      breaks += cursor.readBreak();
    } else {
      if (breaks === '') blanks += cursor.character;
      cursor.at += 1;
    }
  }
  return isContinued ? breaks : gap(blanks, breaks);
}

function scanEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const simple = ownOf(ESCAPES, letter);
  const length = ownOf(DIGITS, letter) ?? 0;
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 2 + length);
  const code = /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (simple === undefined && (digits.length < length || !isCharacter)) {
    throw new YamlProblem(
      `Helm does not read the escape \\${letter} in a double-quoted text.`,
      cursor.place,
    );
  }
  cursor.at += 2 + length;
  return simple ?? String.fromCodePoint(code);
}
