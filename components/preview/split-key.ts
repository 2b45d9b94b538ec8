/** Where the value of a key's line begins; its length where there is none. Only for how a line looks. */
export function valueStart(text: string): number {
  const mark = text.search(/:(?: |$)/);
  if (mark >= 0) return Math.min(mark + 2, text.length);
  const item = /^ *(?:- )?/.exec(text);
  return item ? item[0].length : 0;
}

/** The value of a key's line, as it is printed. */
export const valueText = (text: string): string => text.slice(valueStart(text));
