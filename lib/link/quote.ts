/** How many characters of an unknown text a notice repeats. */
const LONGEST = 60;

/** An unknown text as a notice repeats it: short, on one line, visible. */
export const quote = (text: string): string => oneLine(text, LONGEST) || '(nothing)';

/** A text on one line, with a dot for each character that cannot be seen; shortened where it is longer. */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u00B7');
  if (line.length <= longest) return line;
  // A pair of surrogates that is cut in two is no character.
  return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
