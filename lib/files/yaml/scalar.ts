import { ownOf } from '@/lib/domain/mapping';
import type { ScalarNode } from './parse';
import { YamlProblem } from './yaml-problem';

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
  /** A time is text in Helm too. */
  | { readonly type: 'string' | 'time'; readonly value: string };

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
  timestamp: 'time',
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
  const wanted = ownOf(WANTED, name);
  if (wanted === undefined) return { type: 'string', value: text };
  const scalar: GoScalar =
    wanted !== 'time' && isTime(text) ? { type: 'string', value: text } : resolved(text);
  if (scalar.type === wanted) return scalar;
  if (wanted === 'float' && scalar.type === 'integer' && scalar.value < 2n ** 63n) {
    return { type: 'float', value: Number(scalar.value) };
  }
  throw new YamlProblem(`Helm cannot read this value as !!${name}.`, node);
}

function resolved(text: string): GoScalar {
  const word = WORDS.get(text);
  if (word) return word;
  if (isTime(text)) return { type: 'time', value: text };
  return plainNumber(text) ?? { type: 'string', value: text };
}

/** Behind `T` a zone is required, behind a space there is none. */
const TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](?=.*(?:Z|[-+]\d\d:\d\d)$)| (?=[\d:.,]*$))(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))?)?$/;
/** The largest hour, minute and second, then those of the zone. */
const MOST_OF_TIME = [23, 59, 59, 24, 59];

/** Whether Go's `time.Parse` takes a text. Times stay text in Helm: only `!!timestamp` asks whether a text is one. */
function isTime(text: string): boolean {
  const found = TIME.exec(text)?.slice(1);
  if (!found) return false;
  const [year = 0, month = 0, day = 0, ...time] = found.map((digits) => Number(digits ?? 0));
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day); // a year below 100 is one of the 1900s to Date.UTC
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    MOST_OF_TIME.every((most, index) => (time[index] ?? 0) <= most)
  );
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decoded(node: ScalarNode): string {
  const packed = node.text.replace(/[\r\n]/g, '');
  if (!BASE64.test(packed)) throw new YamlProblem('This !!binary value is not base64.', node);
  return textOf(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
}

/** Bytes as JSON text in Go: each byte that belongs to no character becomes one U+FFFD. */
function textOf(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      text += decoder.decode(bytes.subarray(at, at + length));
      at += length;
    } catch {
      text += '\uFFFD';
      at += 1;
    }
  }
  return text;
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

/** The name that Helm gives to a key, which may be a number or a truth. `undefined` where it refuses it. */
export function keyText(key: GoScalar): string | undefined {
  switch (key.type) {
    case 'null':
      return undefined;
    case 'boolean':
      return String(key.value);
    case 'integer':
      return key.value < 2n ** 63n ? String(key.value) : undefined;
    case 'float':
      return floatText(key.value);
    default:
      return key.value;
  }
}

/** A float as sigs.k8s.io/yaml writes a key: with the digits of 32 bits, and as `1e+06` from a million on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return '0';
  let shortest = '';
  for (let digits = 1; digits <= 9; digits++) {
    shortest = single.toExponential(digits - 1);
    if (Math.fround(Number(shortest)) === single) break;
  }
  const [mantissa = '', power = ''] = shortest.split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) {
    const digits = mantissa.replace(/[-.]/g, '').length;
    return Number(shortest).toFixed(Math.max(digits - 1 - exponent, 0));
  }
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
