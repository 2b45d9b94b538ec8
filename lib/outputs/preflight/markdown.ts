/** A text as it would be read in Markdown, on one line, whatever it holds: names that operators chose stand in it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\`*~[\]<>|]|&(?=[#A-Za-z])/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}

/** A fenced block that its content cannot close, indented to belong to a list item. */
export function fencedBlock(language: string, content: string, indent = ''): string[] {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...content.split('\n'), fence].map((line) =>
    line === '' ? '' : indent + line,
  );
}
