import type { Answer, Raw, Shape } from './answer';
import { parseAnswer } from './parse-answer';

/** What a text may have meant that cannot be read as it was typed or pasted, the likeliest first. */
const meanings: {
  readonly [T in Shape['type']]: (text: string) => readonly string[];
} = {
  switch: () => [],
  choice: (text) => [text.toLowerCase()],
  // 1,000 and 1 000, as figures are printed.
  'whole-number': (text) => [text.replace(/(?<=\d)[,\s'_](?=\d{3}(?!\d))/g, '')],
  quantity: (text) => [text.replace(/\s+/g, '')],
  text: (text) => [itemsOf(text).join(',')],
};

/**
 * A text as it was meant, where that leaves no doubt: it cannot be read as it stands, and can be with its outer spaces
 * gone, its digits or its unit drawn together, or a list of JSON or YAML written with commas. Else the text itself.
 */
export function understand(answer: Answer, text: string): Raw {
  const isRead = (raw: Raw) => !('fault' in parseAnswer(answer, raw));
  if (isRead(text)) return text;
  const trimmed = text.trim();
  return [trimmed, ...meanings[answer.shape.type](trimmed)].find(isRead) ?? text;
}

/** The items of a list: of JSON, of YAML, one a line, or with commas or spaces between them. */
const itemsOf = (text: string): string[] =>
  text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/[,\n\r]+|\s+(?:-\s+)?/)
    .map((item) => item.replace(/^-\s+|^-$/, '').replace(/^"(.*)"$|^'(.*)'$/, '$1$2'))
    .filter((item) => item !== '');
