import * as z from 'zod';
import type { Answer, Choice, Raw, Read, Shape, YamlValue } from './answer';
import { CREDENTIAL_REFUSED, holdsCredential } from './credential';
import { inFigures, wordFor } from './plural';
import { parseQuantity, toUnits } from './quantity';

/** What every answer declares in the same way. The constructors below add its key, shape, default and schema. */
type Declaration<V> = Omit<
  Answer<V>,
  'key' | 'shape' | 'default' | 'schema' | 'provenance' | 'writes'
> &
  Partial<Pick<Answer<V>, 'provenance' | 'writes'>>;

/** Holds no credential. Blank is `undefined`, which every answer may be: it is then left to the chart. */
const text = z
  .string()
  .refine((raw) => !holdsCredential(raw), CREDENTIAL_REFUSED)
  .transform((raw) => raw || undefined);

/** @param schema what other text than blank must be and becomes; its first issue is what the operator reads */
function declare<V extends YamlValue>(
  key: string,
  declaration: Declaration<V> & { readonly default?: unknown },
  shape: Shape,
  schema: z.ZodType<V, Raw>,
): Answer<V> {
  return {
    key,
    provenance: 'unverified',
    writes: key.startsWith('plan.') ? false : { path: key, value: (value) => value },
    ...declaration,
    shape,
    default: String(declaration.default ?? ''),
    schema: text.pipe(schema.optional()),
  };
}

const oneOf = <T extends string>(words: readonly T[]) =>
  z.enum(words, `Choose ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);

/** A yes or no. Its raw text is `true` or `false`. */
export function switchAnswer(
  key: string,
  declaration: Declaration<boolean> & { readonly default: boolean },
): Answer<boolean> {
  const schema = oneOf(['true', 'false']).transform((raw) => raw === 'true');
  return declare(key, declaration, { type: 'switch' }, schema);
}

/** One of a few. Its raw text is the chosen member's `value`. */
export function choiceAnswer<T extends string>(
  key: string,
  declaration: Declaration<T> & {
    readonly default: T;
    readonly choices: readonly (Choice & { readonly value: T })[];
  },
): Answer<T> {
  const { choices } = declaration;
  const schema = oneOf(choices.map(({ value }) => value));
  return declare(key, declaration, { type: 'choice', choices }, schema);
}

/** `1000000` → `1,000,000`: a bound with six zeros cannot be read otherwise. Small ones stay as they are typed. */
const figure = (bound: number) => (bound < 1e5 ? String(bound) : inFigures(bound));

/** A whole number in plain digits, within bounds. Without a default it is "I do not know". */
export function wholeNumber(
  key: string,
  declaration: Declaration<number> & {
    readonly default?: number;
    readonly bounds: readonly [min: number, max: number];
  },
): Answer<number> {
  const [min, max] = declaration.bounds;
  const range = `${figure(min)} to ${figure(max)}`;
  const outside = `Enter ${range}.`;
  const schema = z
    .string()
    .regex(/^(?:0|[1-9]\d*)$/, `Enter a whole number in plain digits, ${range}.`)
    .transform(Number)
    .pipe(z.number(outside).min(min, outside).max(max, outside));
  return declare(key, declaration, { type: 'whole-number', min, max }, schema);
}

const MIB = 2n ** 20n * 10n ** 9n;

/** Bounds of ours, not of Kubernetes: no node has more cores or more memory. */
const QUANTITY = {
  cpu: {
    least: 1_000_000n,
    most: 1024n * 10n ** 9n,
    hint: 'Enter cores such as 2, 0.5 or 500m',
    bounds: 'from 1m to 1024',
  },
  memory: {
    least: MIB,
    most: 64n * 2n ** 20n * MIB,
    hint: 'Enter an amount with a unit, such as 512Mi or 4Gi',
    bounds: 'from 1Mi to 64Ti',
  },
} as const;

/** A Kubernetes quantity of CPU or memory, kept as it is typed. Without a default it is "I do not know". */
export function quantityAnswer(
  key: string,
  declaration: Declaration<string> & {
    readonly default?: string;
    readonly resource: 'cpu' | 'memory';
  },
): Answer<string> {
  const { resource } = declaration;
  const { least, most, hint, bounds } = QUANTITY[resource];
  const amountOf = (raw: string) => parseQuantity(raw) ?? 0n;
  const readable = z.string().refine((raw) => parseQuantity(raw) !== undefined, {
    error: ({ input }) => `${unreadable(`${input}`)} ${hint}.`,
    abort: true,
  });
  const schema = (
    resource === 'memory'
      ? readable.refine((raw) => amountOf(raw) >= least, {
          error: ({ input }) =>
            `${input} is ${bytes(amountOf(`${input}`))}, less than 1Mi: memory without a unit counts bytes. ${hint}.`,
        })
      : readable.refine(
          (raw) => !/[KMGTPE]i?$|k$/.test(raw),
          `CPU takes no unit but m for thousandths of a core. ${hint}.`,
        )
  ).refine((raw) => amountOf(raw) >= least && amountOf(raw) <= most, `${hint}, ${bounds}.`);
  return declare(key, declaration, { type: 'quantity', resource }, schema);
}

/** Why Kubernetes cannot read a quantity, where that is plain: units of disks and drives. */
function unreadable(raw: string): string {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([KMGT])i?B\s*$/i.exec(raw) ?? [];
  if (unit === undefined) return 'Kubernetes cannot read this quantity.';
  return `Kubernetes writes no B in a unit: write ${amount}${unit.toUpperCase()}i.`;
}

/** Digits as they are, without commas: so that they can be compared with what was typed. */
function bytes(billionths: bigint): string {
  const count = toUnits(billionths);
  return `${count} ${wordFor(count, 'byte')}`;
}

/**
 * What is wrong with a refused text where a pattern fits it, in a sentence; `…` in it stands for the part that was found:
 * the first group, or all that matched.
 */
export type Diagnosis = readonly [pattern: RegExp, sentence: string];

/** The first diagnosis that fits a refused text, in words; `''` when none does. */
function diagnose(text: string, diagnoses: readonly Diagnosis[]): string {
  for (const [pattern, sentence] of diagnoses) {
    const found = pattern.exec(text);
    if (found) return sentence.replace('…', () => found[1] ?? found[0]);
  }
  return '';
}

/** What a text must be: a name, an address or a list of them. */
export interface TextRule {
  readonly pattern: RegExp;
  readonly maxLength: number;
  /** What would be right, as the end of "Enter …". */
  readonly wants: string;
  /** What each item of a list is that a chart may have in its place, where that is not the pattern. */
  readonly listItem?: RegExp;
  /** What may be wrong with a refused text, the likeliest first. */
  readonly diagnoses?: readonly Diagnosis[];
}

/** Text that a name, an address or a list must have. */
export function textAnswer(
  key: string,
  declaration: Declaration<string> & TextRule & { readonly example: string },
): Answer<string> {
  const { pattern, maxLength, wants, example, listItem = pattern, diagnoses = [] } = declaration;
  const shape: Shape = { type: 'text', pattern, maxLength, example, listItem };
  const error = ({ input = '' }: { readonly input?: unknown }) =>
    `${diagnose(`${input}`, diagnoses)} Enter ${wants}, such as ${example}.`.trimStart();
  const schema = z.string().max(maxLength, { error, abort: true }).regex(pattern, { error });
  return declare(key, declaration, shape, schema);
}

/** What an answer's own schema makes of a text: the value (`undefined` when blank), or what would be right. */
type ParsedAnswer<V> = { readonly value: V | undefined } | { readonly fault: string };

/** Parses one answer by itself, whatever else is wrong. Never throws. */
export function parseAnswer<V>(answer: Answer<V>, raw: Raw): ParsedAnswer<V> {
  const { success, data, error } = answer.schema.safeParse(raw);
  return success
    ? { value: data }
    : { fault: error.issues[0]?.message ?? 'This is not understood.' };
}

/** What an answer writes for a raw text; `undefined` where that is nothing or the text is wrong. */
export function overlayValueOf(answer: Answer, raw: Raw, read?: Read): YamlValue | undefined {
  const own = parseAnswer(answer, raw);
  if (!answer.writes || 'fault' in own || own.value === undefined) return undefined;
  return answer.writes.value(own.value, read);
}
