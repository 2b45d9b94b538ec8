import type { Answer, Raw, Shape, ShapeOf, WrittenType } from './answer';
import { parseAnswer } from './declare';
import { inFigures } from './plural';

/** What each shape of answer is in the file, how people read it, and what they may mean by what they type or paste. */
interface Row<S extends Shape = Shape> {
  readonly type: WrittenType;
  /** Whether a chart may have a list in place of the text: its items joined by commas are the text. */
  readonly canBeListed?: true;
  /** A text that is not blank, where it is not read as it is typed. */
  readonly readable?: (raw: Raw, shape: S) => string;
  readonly accepts: (shape: S) => string;
  /** The texts that it may have, where they are few. */
  readonly choices?: (shape: S) => readonly Raw[];
  /** What a text may have meant that cannot be read as it stands. */
  readonly meant?: (text: string) => string;
}

const shapes: { readonly [T in Shape['type']]: Row<ShapeOf<T>> } = {
  switch: {
    type: 'boolean',
    readable: (raw) => (raw === 'true' ? 'on' : 'off'),
    accepts: () => 'on or off',
    choices: () => ['true', 'false'],
  },
  choice: {
    type: 'string',
    readable: (raw, { choices }) => choices.find(({ value }) => value === raw)?.label ?? raw,
    accepts: ({ choices }) => choices.map(({ label }) => label).join(', '),
    choices: ({ choices }) => choices.map(({ value }) => value),
    meant: (text) => text.toLowerCase(),
  },
  'whole-number': {
    type: 'number',
    accepts: ({ min, max }) => `${inFigures(min)} to ${inFigures(max)}`,
    // 1,000 and 1 000, as figures are printed.
    meant: (text) => text.replace(/(?<=\d)[,\s'_](?=\d{3}(?!\d))/g, ''),
  },
  quantity: {
    type: 'quantity',
    accepts: ({ resource }) =>
      resource === 'cpu' ? 'cores: 2, 0.5, 500m' : 'with a unit: 512Mi, 4Gi',
    meant: (text) => text.replace(/\s+/g, ''),
  },
  text: {
    type: 'string',
    canBeListed: true,
    accepts: ({ example, maxLength }) => `such as ${example}, up to ${maxLength} characters`,
    meant: (text) => itemsOf(text).join(','),
  },
};

const rowOf = ({ shape }: Answer) => shapes[shape.type] as Row; // only ever given this very shape

/** What an answer holds in the file, unless it says otherwise itself. */
export const writtenType = (answer: Answer): WrittenType => rowOf(answer).type;

/** Whether a chart may have a list in place of an answer's text. */
export const canBeListed = (answer: Answer): boolean => rowOf(answer).canBeListed ?? false;

/** An answer's text as a person reads it. */
export function readable(answer: Answer, raw: Raw): string {
  if (raw !== '') return rowOf(answer).readable?.(raw, answer.shape) ?? raw;
  return answer.default === '' ? 'blank' : 'left to the chart';
}

/** What an answer takes, in a line. */
export const acceptedBy = (answer: Answer): string => rowOf(answer).accepts(answer.shape);

/** The texts that a switch or a choice may have; `undefined` for what is typed. */
export const choicesOf = (answer: Answer): readonly Raw[] | undefined =>
  rowOf(answer).choices?.(answer.shape);

/**
 * A text as it was meant: where it cannot be read as it stands, without outer spaces, without spaces or commas inside a
 * number, or with the items of a JSON or YAML list joined by commas. The text itself where none of these can be read.
 */
export function understand(answer: Answer, text: string): Raw {
  const isRead = (raw: Raw) => !('fault' in parseAnswer(answer, raw));
  const trimmed = text.trim();
  return [text, trimmed, rowOf(answer).meant?.(trimmed) ?? text].find(isRead) ?? text;
}

/** The items of a list: of JSON, of YAML, one a line, or with commas or spaces between them. */
const itemsOf = (text: string): string[] =>
  text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/[,\n\r]+|\s+(?:-\s+)?/)
    .map((item) => item.replace(/^-\s+|^-$/, '').replace(/^"(.*)"$|^'(.*)'$/, '$1$2'))
    .filter((item) => item !== '');
