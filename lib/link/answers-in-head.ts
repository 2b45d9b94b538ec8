/** All comments and blank lines before the first key. */
const HEAD = /^\uFEFF?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:[ \t]*#[^\r\n]*$)?/;

/** On one line, or alone on the line below its title. */
const ANSWERS = /^# answers:(?: (defaults|v=\S*)|[ \t]*\r?\n# (v=\S*))[ \t]*\r?$/m;

/**
 * The answers that the head of our file holds, as a link without `#`: `# answers: v=1&…` on one line, or `# answers:`
 * and `# v=1&…` below it. `''` for `# answers: defaults`, `undefined` in a file of anyone else's.
 */
export function answersInHead(text: string): string | undefined {
  const [head = ''] = HEAD.exec(text) ?? [];
  const [, short, long] = ANSWERS.exec(head) ?? [];
  return short === 'defaults' ? '' : (short ?? long);
}
