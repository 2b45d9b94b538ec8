import { type Cursor, isBlankOrEnd } from './cursor';
import type { Place, Token, WrittenTag } from './token';
import { YamlProblem } from './yaml-problem';

const URI = "(?:[\\w;/?:@&=+$,.!~*'()[\\]-]|%[0-9a-fA-F]{2})";
const VERBATIM = new RegExp(`!<(${URI}+)>`, 'y');
const HANDLE = /![\w-]*!?/y;
const SUFFIX = new RegExp(`${URI}*`, 'y');
const VERSION = /%YAML[ \t]+(\d{1,2}\.\d{1,2})[ \t]*(?:#|(?=[\r\n\x85\u2028\u2029]|$))/y;
const TAG_LINE = new RegExp(`%TAG[ \\t]+(!(?:[\\w-]*!)?)[ \\t]+(${URI}+)(?=\\s|$)[ \\t]*`, 'y');

/** A tag; the cursor stands at its `!`. */
export function scanTag(cursor: Cursor, place: Place): Token {
  const verbatim = cursor.match(VERBATIM)?.[1];
  const tag =
    verbatim === undefined ? scanShort(cursor) : { handle: '', suffix: unescaped(verbatim) };
  if (tag && isBlankOrEnd(cursor.code())) return { kind: 'tag', tag, ...place };
  throw new YamlProblem('Helm cannot read this tag.', place);
}

function scanShort(cursor: Cursor): WrittenTag | undefined {
  const handle = cursor.match(HANDLE)?.[0] ?? '';
  const rest = unescaped(cursor.match(SUFFIX)?.[0] ?? '');
  if (handle.length > 1 && handle.endsWith('!')) {
    return rest === '' ? undefined : { handle, suffix: rest };
  }
  const suffix = handle.slice(1) + rest;
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** A line that starts with `%`: the version, which must be 1.1 to Go, or what a tag's handle stands for. */
export function scanDirective(cursor: Cursor, place: Place): Token {
  const version = cursor.match(VERSION)?.[1];
  if (version !== undefined) {
    cursor.readLine();
    return { kind: 'version', version, ...place };
  }
  const [, handle, prefix] = cursor.match(TAG_LINE) ?? [];
  if (handle === undefined || prefix === undefined) {
    throw new YamlProblem('Helm cannot read this line, which starts with %.', place);
  }
  if (cursor.is('#')) cursor.readLine();
  return { kind: 'tag-handle', handle, prefix: unescaped(prefix), ...place };
}

function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // Go refuses it; no tag that it knows holds a %
  }
}
