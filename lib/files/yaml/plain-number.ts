const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** What starts with a point is read by another of Go's functions, which takes `_` only between digits. */
const POINT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
/** Go reads what stands behind a small `0b` once more by itself, sign and all. */
const SIGNED_BINARY = /^(?:0b([-+]?[01]+)|-0b([01]+))$/;

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;

/** A number as Go reads it for Helm. An integer is one of 64 bits; a larger one is a float, or text. */
export type GoNumber =
  | { readonly type: 'integer'; readonly value: bigint }
  /** `whole` has all digits of a float that was written as an integer of more than 64 bits. */
  | { readonly type: 'float'; readonly value: number; readonly whole?: bigint };

/**
 * The number that a plain scalar is to go-yaml 2 (`resolve.go`), which is neither YAML 1.1 nor 1.2: `012` is ten,
 * `1:30` is text, and so is `0x` with more than 64 bits. `undefined` where it is text.
 */
export function plainNumber(source: string): GoNumber | undefined {
  if (source.startsWith('.')) return POINT.test(source) ? floatOf(source) : undefined;
  if (!/^[-+0-9]/.test(source)) return undefined;
  const plain = source.replaceAll('_', '');
  const integer = integerOf(plain);
  if (integer !== undefined) {
    const isSigned = /^[-+]/.test(plain); // Go's unsigned integers have no sign
    if (integer >= LOWEST && integer <= (isSigned ? 2n ** 63n - 1n : HIGHEST)) {
      return { type: 'integer', value: integer };
    }
  }
  const float = FLOAT.test(plain) ? floatOf(plain) : undefined;
  if (float) return /^[-+]?\d+$/.test(plain) ? { ...float, whole: wholeOf(plain) } : float;
  const [, binary, negative] = SIGNED_BINARY.exec(plain) ?? [];
  const digits = binary ?? (negative === undefined ? undefined : `-${negative}`);
  return digits === undefined ? undefined : signedBinary(digits);
}

const wholeOf = (plain: string): bigint => BigInt(plain.replace(/^\+/, ''));

function floatOf(source: string): { type: 'float'; value: number } | undefined {
  const value = Number(source.replaceAll('_', '')) + 0; // Helm keeps the sign of -0.0, which means nothing in a values file
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
}

function integerOf(plain: string): bigint | undefined {
  const [, sign, hex, binary, octal, decimal] = INTEGER.exec(plain) ?? [];
  const digits =
    decimal ?? (hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : undefined);
  if (digits === undefined) return undefined;
  return sign === '-' ? -BigInt(digits) : BigInt(digits);
}

function signedBinary(digits: string): GoNumber | undefined {
  const size = BigInt(`0b${digits.replace(/^[-+]/, '')}`);
  const value = digits.startsWith('-') ? -size : size;
  return value >= LOWEST && value < 2n ** 63n ? { type: 'integer', value } : undefined;
}
