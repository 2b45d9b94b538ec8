/** All comments and blank lines before the first key. */
const HEAD = /^\uFEFF?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:[ \t]*#[^\r\n]*$)?/;

/** On one line, or alone on the line below its title. */
const ANSWERS = /^# answers:(?: (defaults|v=\S*)|[ \t]*\r?\n# (v=\S*))[ \t]*\r?$/m;

/**
 * The answers that the head of our file holds, as a link without `#`: `# answers: v=1&…` on one line, or `# answers:`
 * and `# v=1&…` below it. `''` for `# answers: defaults`, `undefined` in a file of anyone else's. A caution that is
 * accepted only in a line `# [accepted] <id>: <reason>` is added.
 */
export function answersInHead(text: string): string | undefined {
  const [head = ''] = HEAD.exec(text) ?? [];
  const [, short, long] = ANSWERS.exec(head) ?? [];
  const link = short === 'defaults' ? '' : (short ?? long);
  if (link === undefined) return undefined;
  const parameters = new URLSearchParams();
  // A reason goes on in the lines below it that are indented.
  for (const line of head.replace(/\r?\n#[ ]{3}(?=\S)/g, ' ').split(/\r?\n/)) {
    const [, id = '', reason = ''] = /^# \[accepted\] ([\w-]+): (.*)$/.exec(line) ?? [];
    if (id !== '' && !link.includes(`accept.${id}=`))
      parameters.append(`accept.${id}`, reason.trim());
  }
  return [link, String(parameters)].filter(Boolean).join('&');
}
