import { ownOf } from '@/lib/domain/mapping';
import { type ScalarNode, YamlProblem } from './parse';

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

const STANDARD = 'tag:yaml.org,2002:';

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

/** The type that each tag takes; Helm refuses a value of any other. */
const WANTED: Readonly<Record<string, GoScalar['type']>> = {
  bool: 'boolean',
  int: 'integer',
  float: 'float',
  null: 'null',
};

/**
 * What go-yaml 2 makes of a scalar and its tag. A tag that it does not know makes any scalar text.
 * @throws YamlProblem where Helm refuses the tag's value
 */
export function scalarValue(node: ScalarNode): GoScalar {
  const { text, tag, isImplicit } = node;
  if (tag === '') return isImplicit ? resolved(text) : { type: 'string', value: text };
  const name = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : '';
  if (name === 'binary') return { type: 'string', value: decoded(node) };
  if (name === 'timestamp') throw new YamlProblem('Take the tag !!timestamp out.', node);
  const wanted = ownOf(WANTED, name);
  if (wanted === undefined) return { type: 'string', value: text };
  const scalar = resolved(text);
  if (scalar.type === wanted) return scalar;
  if (wanted === 'float' && scalar.type === 'integer' && scalar.value < 2n ** 63n) {
    return { type: 'float', value: Number(scalar.value) };
  }
  throw new YamlProblem(`Helm cannot read this value as !!${name}.`, node);
}

const resolved = (text: string): GoScalar =>
  WORDS.get(text) ?? plainNumber(text) ?? { type: 'string', value: text };

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The text that is written in base64. */
function decoded(node: ScalarNode): string {
  const packed = node.text.replace(/[\r\n]/g, '');
  try {
    if (!BASE64.test(packed)) throw new Error('no base64');
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new YamlProblem('This !!binary value is not the base64 of a text in UTF-8.', node);
  }
}

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** What starts with a point is read by another of Go's functions, which takes `_` only between digits. */
const POINT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const INTEGER = /^([-+]?)(0x[0-9a-f]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)$/i;

/**
 * The number that a plain scalar is to go-yaml 2 (`resolve.go`), which is neither YAML 1.1 nor 1.2: `012` is ten,
 * `1:30` is text, and so is `0x` with more than 64 bits. `undefined` where it is text.
 */
function plainNumber(source: string): GoNumber | undefined {
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

/**
 * The name that Helm gives to a key, which may be a whole number or a truth. `undefined` where it refuses it, and for a
 * number with a point, which it writes in its own way (`1.10` becomes `1.1`).
 */
export function keyText({ type, value }: GoScalar): string | undefined {
  if (type === 'null' || type === 'float') return undefined;
  return type === 'integer' && value >= 2n ** 63n ? undefined : String(value);
}
