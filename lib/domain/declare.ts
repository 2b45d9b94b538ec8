import * as z from 'zod/mini';
import type { Answer, Choice, Provenance, Raw, Read, Shape, Writes } from './answer';
import { CREDENTIAL_REFUSED, holdsCredential } from './credential';
import { type Diagnosis, diagnose } from './diagnosis';
import type { Evidence } from './evidence';
import { inFigures } from './in-figures';
import { parseQuantity } from './quantity';

interface Declaration<V> {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
  readonly provenance?: Provenance;
  readonly source: string;
  readonly when?: (read: Read) => boolean;
  readonly writes?: Writes<V> | false;
  readonly shows?: Evidence;
  readonly fromRender?: 'pod labels';
  readonly overlayOnly?: boolean;
}

/** Raw text to a value; a string is what is wrong and what would be right. */
type Parse<V> = (raw: Raw) => { value: V } | { fault: string };

function declare<V>(
  declaration: Declaration<V>,
  shape: Shape,
  defaultRaw: Raw,
  parse: Parse<V>,
): Answer<V> {
  const { key } = declaration;
  const schema = z.pipe(
    z.string(),
    z.transform((raw: Raw, context): V => {
      const read = holdsCredential(raw) ? { fault: CREDENTIAL_REFUSED } : parse(raw);
      if ('value' in read) return read.value;
      context.issues.push({ code: 'custom', message: read.fault, input: raw });
      return z.NEVER;
    }),
  );
  return {
    provenance: 'unverified',
    writes: key.startsWith('plan.') ? false : { path: key, value: (value) => value as Writable<V> },
    ...declaration,
    shape,
    default: defaultRaw,
    schema,
  };
}

/** Every value that the constructors below produce is a scalar that YAML can hold. */
type Writable<V> = V & (string | number | boolean);

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A yes or no. Its raw text is `true` or `false`. */
export function switchAnswer(
  declaration: Declaration<boolean> & { readonly default: boolean },
): Answer<boolean> {
  return declare(declaration, { type: 'switch' }, String(declaration.default), (raw) =>
    raw === 'true' || raw === 'false'
      ? { value: raw === 'true' }
      : { fault: 'Choose true or false.' },
  );
}

/** One of a few. Its raw text is the chosen member's `value`. */
export function choiceAnswer<T extends string>(
  declaration: Declaration<T> & {
    readonly default: T;
    readonly choices: readonly (Choice & { readonly value: T })[];
  },
): Answer<T> {
  const { choices } = declaration;
  return declare(declaration, { type: 'choice', choices }, declaration.default, (raw) => {
    const chosen = choices.find(({ value }) => value === raw);
    return chosen
      ? { value: chosen.value }
      : { fault: `Choose ${list(choices.map(({ value }) => value))}.` };
  });
}

type Optional<V, D> = D extends '' ? V | undefined : V;

/** `1000000` → `1,000,000`: a bound with six zeros cannot be read otherwise. Small ones stay as they are typed. */
const figure = (bound: number) => (bound < 1e5 ? String(bound) : inFigures(bound));

/** A whole number in plain digits, within bounds. With the default `''` it may be left blank. */
export function wholeNumber<D extends number | ''>(
  declaration: Declaration<number> & {
    readonly default: D;
    readonly min: number;
    readonly max: number;
  },
): Answer<Optional<number, D>> {
  const { min, max } = declaration;
  const optional = declaration.default === '';
  const range = `${figure(min)} to ${figure(max)}`;
  const blank = optional ? ', or leave it blank' : '';
  const parse: Parse<number | undefined> = (raw) => {
    if (raw === '') {
      return optional ? { value: undefined } : { fault: `Enter ${range}. It cannot be blank.` };
    }
    if (!/^(?:0|[1-9]\d*)$/.test(raw)) {
      return { fault: `Enter a whole number in plain digits, ${range}${blank}.` };
    }
    const value = Number(raw);
    return value >= min && value <= max ? { value } : { fault: `Enter ${range}${blank}.` };
  };
  const shape: Shape = { type: 'whole-number', min, max };
  return declare(
    declaration,
    shape,
    String(declaration.default),
    parse as Parse<Optional<number, D>>, // the `undefined` branch is there exactly when D is ''
  );
}

const MIB = 2n ** 20n * 10n ** 9n;

/** Sanity bounds, not Kubernetes': more cores, or more memory, than any node has. */
const QUANTITY = {
  cpu: {
    least: 1_000_000n,
    most: 1024n * 10n ** 9n,
    right: 'Enter cores such as 2, 0.5 or 500m',
    bounds: 'from 1m to 1024',
  },
  memory: {
    least: MIB,
    most: 64n * 2n ** 20n * MIB,
    right: 'Enter an amount with a unit, such as 512Mi or 4Gi',
    bounds: 'from 1Mi to 64Ti',
  },
} as const;

/** A Kubernetes quantity of CPU or memory, kept as it is typed. With the default `''` it may be left blank. */
export function quantityAnswer<D extends string>(
  declaration: Declaration<string> & {
    readonly default: D;
    readonly resource: 'cpu' | 'memory';
  },
): Answer<Optional<string, D>> {
  const { resource } = declaration;
  const { least, most, right, bounds } = QUANTITY[resource];
  const optional = declaration.default === '';
  const blank = optional ? ', or leave it blank' : '';
  const parse: Parse<string | undefined> = (raw) => {
    if (raw === '') return optional ? { value: undefined } : { fault: `${right}.` };
    const amount = parseQuantity(raw);
    if (amount === undefined) {
      return { fault: `Kubernetes cannot read this quantity. ${right}${blank}.` };
    }
    if (resource === 'memory' && amount < least) {
      return {
        fault: `${raw} is ${bytes(amount)}, less than 1Mi: memory without a unit counts bytes. ${right}.`,
      };
    }
    if (resource === 'cpu' && /[KMGTPE]i?$|k$/.test(raw)) {
      return { fault: `CPU takes no unit but m for thousandths of a core. ${right}${blank}.` };
    }
    if (amount < least || amount > most) return { fault: `${right}, ${bounds}${blank}.` };
    return { value: raw };
  };
  return declare(
    declaration,
    { type: 'quantity', resource },
    declaration.default,
    parse as Parse<Optional<string, D>>, // the `undefined` branch is there exactly when D is ''
  );
}

function bytes(billionths: bigint): string {
  const count = Number(billionths) / 1e9;
  return `${count} ${count === 1 ? 'byte' : 'bytes'}`;
}

/** Text that a name, an address or a list must have. Always optional: blank is never written. */
export function textAnswer(
  declaration: Declaration<string> & {
    readonly pattern: RegExp;
    readonly maxLength: number;
    /** What would be right, as the end of "Enter …". */
    readonly wants: string;
    readonly example: string;
    /** What each item of a list is that a chart may have in its place, where that is not the pattern. */
    readonly listItem?: RegExp;
    readonly suggestions?: readonly string[];
    /** What may be wrong with a refused text, the likeliest first. */
    readonly diagnoses?: readonly Diagnosis[];
  },
): Answer<string | undefined> {
  const { pattern, maxLength, wants, example, suggestions, diagnoses } = declaration;
  const { listItem = pattern } = declaration;
  const shape: Shape = {
    type: 'text',
    pattern,
    maxLength,
    example,
    listItem,
    ...(suggestions && { suggestions }),
  };
  return declare<string | undefined>(
    declaration as Declaration<string | undefined>, // writes.value is only called with what is not blank
    shape,
    '',
    (raw) => {
      if (raw === '') return { value: undefined };
      if (raw.length <= maxLength && pattern.test(raw)) return { value: raw };
      const right = `Enter ${wants}, such as ${example}, or leave it blank.`;
      return { fault: `${diagnose(raw, diagnoses)} ${right}`.trimStart() };
    },
  );
}
