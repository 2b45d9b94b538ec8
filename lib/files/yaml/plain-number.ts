const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** What starts with a point is read by another of Go's functions, which takes `_` only between digits. */
const POINT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const INTEGER = /^([-+]?)(0x[0-9a-f]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)$/i;

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
  // Go reads what stands behind a small `0b` by itself, sign and all.
  const plain = source.replaceAll('_', '').replace(/^0b([-+])/, '$10b');
  const value = integerOf(plain);
  const bits = /^[-+]/.test(plain) ? 63n : 64n; // Go's unsigned integers have no sign
  if (value !== undefined && value >= -(2n ** 63n) && value < 2n ** bits) {
    return { type: 'integer', value };
  }
  const float = FLOAT.test(plain) ? floatOf(plain) : undefined;
  if (!float || !/^[-+]?\d+$/.test(plain)) return float;
  return { ...float, whole: BigInt(plain.replace('+', '')) };
}

function floatOf(source: string): { type: 'float'; value: number } | undefined {
  const value = Number(source.replaceAll('_', '')) + 0; // Helm keeps the sign of -0.0, which means nothing in a values file
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
}

function integerOf(plain: string): bigint | undefined {
  const [, sign, digits] = INTEGER.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const size = BigInt(digits.replace(/^0(?=\d)/, '0o'));
  return sign === '-' ? -size : size;
}
