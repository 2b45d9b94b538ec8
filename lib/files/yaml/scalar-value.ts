import { ownOf } from '@/lib/domain/mapping';
import type { ScalarNode } from './node';
import { type GoNumber, plainNumber } from './plain-number';
import { YamlProblem } from './yaml-problem';

/** A scalar as Go reads it. Its type matters for keys: `1` and `1.0` are two of them. */
export type GoScalar =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | GoNumber
  /** Text only because no tag asks for more; a time is one of them in Helm. */
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

/** Which types a tag takes; a value of any other is refused by Helm. */
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
  const scalar =
    wanted === 'time' || !isTime(text)
      ? resolved(text)
      : ({ type: 'string', value: text } as const);
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

const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2}))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

/** Whether Go's `time.Parse` takes a text. Times stay text in Helm: only `!!timestamp` asks whether they are some. */
function isTime(text: string): boolean {
  const found = TIME.exec(text)?.slice(1);
  if (!found) return false;
  const [
    year = 0,
    month = 0,
    day = 0,
    h1 = 0,
    m1 = 0,
    s1 = 0,
    zoneH = 0,
    zoneM = 0,
    h2 = 0,
    m2 = 0,
    s2 = 0,
  ] = found.map((digits) => Number(digits ?? 0));
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day); // a year below 100 is one of the 1900s to Date.UTC
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    h1 + h2 < 24 &&
    m1 + m2 < 60 &&
    s1 + s2 < 60 &&
    zoneH <= 24 &&
    zoneM < 60
  );
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decoded(node: ScalarNode): string {
  const packed = node.text.replace(/[\r\n]/g, '');
  if (!BASE64.test(packed)) throw new YamlProblem('This !!binary value is not base64.', node);
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return textOf(bytes);
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
