import type { Answer, Raw, Shape } from './answer';

type Of<T extends Shape['type']> = Extract<Shape, { type: T }>;

/** How each shape of answer reads. */
interface Words<S extends Shape = Shape> {
  /** A text that is not blank. */
  readonly readable: (raw: Raw, shape: S) => string;
  readonly accepts: (shape: S) => string;
}

const asTyped = (raw: Raw) => raw;

const words: { readonly [T in Shape['type']]: Words<Of<T>> } = {
  switch: { readable: (raw) => (raw === 'true' ? 'on' : 'off'), accepts: () => 'on or off' },
  choice: {
    readable: (raw, { choices }) => choices.find(({ value }) => value === raw)?.label ?? raw,
    accepts: ({ choices }) => choices.map(({ label }) => label).join(', '),
  },
  'whole-number': {
    readable: asTyped,
    accepts: ({ min, max }) => `${min.toLocaleString('en')} to ${max.toLocaleString('en')}`,
  },
  quantity: {
    readable: asTyped,
    accepts: ({ resource }) =>
      resource === 'cpu' ? 'cores: 2, 0.5, 500m' : 'with a unit: 512Mi, 4Gi',
  },
  text: {
    readable: asTyped,
    accepts: ({ example, maxLength }) => `such as ${example}, up to ${maxLength} characters`,
  },
};

const wordsOf = ({ shape }: Answer) => words[shape.type] as Words; // only ever given this very shape

/** An answer's text as a person reads it. */
export function readable(answer: Answer, raw: Raw): string {
  if (raw !== '') return wordsOf(answer).readable(raw, answer.shape);
  return answer.default === '' ? 'blank' : 'left to the chart';
}

/** What an answer takes, in a line. */
export const acceptedBy = (answer: Answer): string => wordsOf(answer).accepts(answer.shape);
