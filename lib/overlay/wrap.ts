/** Columns that a comment may take, its indent and mark included: what yamllint allows by default. */
export const COMMENT_WIDTH = 80;

/**
 * Breaks a text into comment lines: `# ` at the indent, later lines with `hang` more spaces after the mark.
 * Whatever the text holds, each line is a comment: every line break and control character is a space here, and a word
 * that is wider than the line is broken. Quotation marks become plain ones, for terminals.
 */
export function commentLines(text: string, indent: number, hang = 0): string[] {
  // A line has room for the first letters of a word, however deep its key stands.
  const room = Math.max(COMMENT_WIDTH - indent - '# '.length, hang + 20);
  const mark = `${' '.repeat(indent)}# `;
  const lines: string[] = [];
  let line = '';
  for (let word of words(text)) {
    while (line.length + word.length + (line === '' ? 0 : 1) > room) {
      if (line.trim() !== '') {
        lines.push(mark + line);
        line = ' '.repeat(hang);
        continue;
      }
      lines.push(mark + line + word.slice(0, room - line.length));
      word = word.slice(room - line.length);
      line = ' '.repeat(hang);
    }
    line = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  if (line.trim() !== '') lines.push(mark + line);
  return lines;
}

/** What stands between spaces, line breaks and control characters. */
const words = (text: string): readonly string[] =>
  text
    .replaceAll('‘', "'")
    .replaceAll('’', "'")
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .match(/[^\s\p{Cc}]+/gu) ?? [];
