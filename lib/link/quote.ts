/** How many characters of an unknown text a notice repeats. */
const LONGEST = 60;

/** An unknown text as a notice repeats it: short, on one line, visible. */
export function quote(text: string): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u00B7');
  // A pair of surrogates that is cut in two is no character.
  const start = line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  return line.length > LONGEST ? `${start}…` : line || '(nothing)';
}
