/** Quotes a text as one word of a POSIX shell, whatever it holds. Plain words stay as they are. */
export function shellQuote(text: string): string {
  return /^[A-Za-z0-9_.,:/@%+=-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * An option with its value: `--name value`, or `--name=value` where the value would be taken for an option itself.
 * Without a value it names the shell variable to fill in.
 */
export function shellFlag(flag: string, value: string | undefined, variable: string): string {
  if (!value) return `${flag} "$${variable}"`;
  return `${flag}${value.startsWith('-') ? '=' : ' '}${shellQuote(value)}`;
}
