/** The name that was meant by one that is unknown: at most a letter in three differs. `undefined` where none is that close. */
export function misspelt(unknown: string, names: readonly string[]): string | undefined {
  const most = unknown.length / 3;
  const near = names
    .filter((name) => Math.abs(name.length - unknown.length) <= most)
    .map((name) => ({ name, edits: editsBetween(unknown.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return near.find(({ edits }) => edits <= most)?.name;
}

/** How many letters have to be added, dropped or replaced to make one text of the other (Levenshtein's distance). */
function editsBetween(from: string, to: string): number {
  let above = [...to, ''].map((_, count) => count);
  for (const letter of from) {
    const row = [(above[0] ?? 0) + 1];
    for (const [at, other] of [...to].entries()) {
      const replaced = (above[at] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[at + 1] ?? 0) + 1, (row[at] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
