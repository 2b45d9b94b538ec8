import { ownOf } from '@/lib/domain/mapping';
import type { ScalarNode } from './parse';
import { type GoNumber, plainNumber } from './plain-number';
import { YamlProblem } from './yaml-problem';

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
