import { type Cursor, isBlank, isBlankOrEnd, isBreak, TAB_INDENT } from './cursor';
import { YamlProblem } from './yaml-problem';

/**
 * A text below `|` or `>`; the cursor stands at that sign.
 * @param parent the indent of the block that it stands in, -1 at the top
 */
export function scanBlockScalar(cursor: Cursor, parent: number): string {
  const isLiteral = cursor.is('|');
  const start = cursor.place;
  cursor.at += 1;
  const [, before = '', digit = '', after = ''] =
    cursor.match(/([+-]?)(\d?)((?:(?<=[>|]\d)[+-])?)/y) ?? [];
  const chomping = before || after;
  if (digit === '0') throw new YamlProblem('A block of text cannot be indented by 0.', start);
  cursor.skipBlanks();
  if (cursor.is('#')) cursor.readLine();
  if (!isBlankOrEnd(cursor.code())) {
    throw new YamlProblem(
      'A block of text starts in the line below its sign | or >; nothing but a comment may stand behind it.',
      start,
    );
  }
  if (cursor.code() !== 0) cursor.readBreak();

  const wanted = digit === '' ? 0 : Math.max(parent, 0) + Number(digit);
  let { breaks, indent } = scanBreaks(cursor, wanted, parent);
  let value = '';
  let lastBreak = '';
  let wasBlank = false;
  while (cursor.column === indent && cursor.code() !== 0) {
    const isIndented = isBlank(cursor.code());
    if (!isLiteral && !wasBlank && !isIndented && lastBreak === '\n') {
      if (breaks === '') value += ' ';
    } else {
      value += lastBreak;
    }
    value += breaks;
    wasBlank = isIndented;
    value += cursor.readLine();
    lastBreak = cursor.code() === 0 ? '' : cursor.readBreak();
    ({ breaks, indent } = scanBreaks(cursor, indent, parent));
  }
  if (chomping !== '-') value += lastBreak;
  if (chomping === '+') value += breaks;
  return value;
}

/** Empty lines, and the indent of the first line with text: `wanted`, or its own where `wanted` is 0. */
function scanBreaks(
  cursor: Cursor,
  wanted: number,
  parent: number,
): { breaks: string; indent: number } {
  const limit = wanted || Number.POSITIVE_INFINITY;
  let breaks = '';
  let most = 0;
  for (;;) {
    while (cursor.column < limit && cursor.is(' ')) cursor.at += 1;
    most = Math.max(most, cursor.column);
    if (cursor.column < limit && cursor.is('\t')) throw new YamlProblem(TAB_INDENT, cursor.place);
    if (!isBreak(cursor.code())) break;
    breaks += cursor.readBreak();
  }
  return { breaks, indent: wanted || Math.max(most, parent + 1, 1) };
}
