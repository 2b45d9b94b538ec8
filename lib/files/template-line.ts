/** Texts in quotes, and a comment. */
const ASIDE = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*/g;
/** `{{` where a key, a value or a list item starts. */
const TEMPLATE = /(?:^\s*|[[{,]\s*|[:?-]\s+)\{\{/;

/**
 * The line of the template that a fault comes from: the last line up to the fault's that has `{{` without quotes. A
 * mapping that is left open is found wanting only in a line below it.
 */
export function templateLine(text: string, faultLine: number): number | undefined {
  const lines = text.split(/\r\n|[\n\r\x85\u2028\u2029]/, faultLine);
  const index = lines.findLastIndex((line) => TEMPLATE.test(line.replace(ASIDE, ' ')));
  return index < 0 ? undefined : index + 1;
}
