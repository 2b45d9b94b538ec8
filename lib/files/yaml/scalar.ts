/** A number as Go reads it for Helm. An integer is one of 64 bits; a larger one is a float, or text. */
type GoNumber =
  | { readonly type: 'integer'; readonly value: bigint }
  /** `whole` has all digits of a float that was written as an integer of more than 64 bits. */
  | { readonly type: 'float'; readonly value: number; readonly whole?: bigint };

/** A scalar as Go reads it. Its type matters for keys: `1` and `1.0` are two of them. */
export type GoScalar =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | GoNumber
  /** Times too, which are text in Helm. */
  | { readonly type: 'string'; readonly value: string };

const WORDS = new Map<string, GoScalar>();

function define(words: string, scalar: GoScalar): void {
  for (const word of words.split(' ')) WORDS.set(word, scalar);
}

define('y Y yes Yes YES true True TRUE on On ON', { type: 'boolean', value: true });
define('n N no No NO false False FALSE off Off OFF', { type: 'boolean', value: false });
define(' ~ null Null NULL', { type: 'null', value: null });
define('.nan .NaN .NAN', { type: 'float', value: Number.NaN });
define('.inf .Inf .INF +.inf +.Inf +.INF', { type: 'float', value: Infinity });
define('-.inf -.Inf -.INF', { type: 'float', value: -Infinity });

/** What go-yaml 2 makes of a scalar without quotes and without a tag; `undefined` for a number in an odd spelling. */
export function plainScalar(text: string): GoScalar | undefined {
  // Go has rules of its own for `_` after a point at the start, and for a sign after `0b`: nobody writes such numbers.
  const isOdd = /^\..*_|^0b[-+]/.test(text);
  const digits = text.replaceAll('_', '').replace(/^0b[-+]/, '0b');
  const number = /^[-+.0-9]/.test(text) ? numberOf(digits) : undefined;
  if (number && isOdd) return undefined;
  return WORDS.get(text) ?? number ?? { type: 'string', value: text };
}

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(0x[0-9a-f]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)$/i;

/**
 * The number that a plain scalar is to go-yaml 2 (`resolve.go`), which is neither YAML 1.1 nor 1.2: `012` is ten,
 * `1:30` is text, and so is `0x` with more than 64 bits. `undefined` where it is text.
 */
function numberOf(text: string): GoNumber | undefined {
  const value = integerOf(text);
  const bits = /^[-+]/.test(text) ? 63n : 64n; // Go's unsigned integers have no sign
  if (value !== undefined && value >= -(2n ** 63n) && value < 2n ** bits) {
    return { type: 'integer', value };
  }
  const float = FLOAT.test(text) ? Number(text) + 0 : Infinity; // without the sign of -0.0, as Helm keeps it for nothing
  if (!Number.isFinite(float)) return undefined;
  const whole = /^[-+]?\d+$/.test(text) ? { whole: BigInt(text.replace('+', '')) } : {};
  return { type: 'float', value: float, ...whole };
}

function integerOf(text: string): bigint | undefined {
  const [, sign, digits] = INTEGER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const size = BigInt(digits.replace(/^0(?=\d)/, '0o'));
  return sign === '-' ? -size : size;
}

/**
 * The name that Helm gives to a key, which may be a whole number or a truth. `undefined` where it refuses it, and for a
 * number with a point, which it writes in its own way (`1.10` becomes `1.1`).
 */
export function keyText({ type, value }: GoScalar): string | undefined {
  if (type === 'null' || type === 'float') return undefined;
  return type === 'integer' && value >= 2n ** 63n ? undefined : String(value);
}
