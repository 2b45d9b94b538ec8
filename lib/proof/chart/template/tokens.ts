import { lineCounter } from '../../line-counter';
import { TemplateProblem } from './template';

/** A piece of what stands between `{{` and `}}`. */
export interface Token {
  readonly kind: 'field' | 'variable' | 'word' | 'text' | 'number' | 'symbol';
  /** A field without its dot (`''` is the dot itself), a text without its quotes. */
  readonly value: string;
  readonly line: number;
  /** Whether nothing stands between it and the token before: `(x).b` is a field of x, `(x) .b` is not. */
  readonly isJoined: boolean;
}

/** What stands between one `{{` and its `}}`, without comments. */
export type Action = readonly Token[];

const OPEN = '{{';
/** A comment may stand only directly behind the braces, or behind a trim mark and one space. */
const COMMENT = /\{\{(?:-\s)?\/\*/y;
const COMMENT_END = /\*\/(?:\s-)?\}\}/g;
const TRIM = /-(?=\s)/y;
const CLOSE = /(?:\s+-|\s*)\}\}/y;
const SPACE = /\s+/y;
const TOKEN =
  /(?<number>[+-]?(?:\d|\.\d)[\w.]*)|\.(?<field>[\p{L}\p{N}_]*)|(?<variable>\$[\p{L}\p{N}_]*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|"(?<quoted>(?:\\[^\n]|[^"\\\n])*)"|`(?<raw>[^`]*)`|'(?<character>(?:\\[^\n]|[^'\\\n])+)'|(?<symbol>:=|[=|(),])/uy;

/**
 * The actions of a Go template, in order. The text around them says nothing of what is read, so it is left out.
 * @throws TemplateProblem where Go would refuse it as well
 */
export function actionsOf(text: string): Action[] {
  const actions: Action[] = [];
  const lineAt = lineCounter(text);
  const matchAt = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at)) {
    if (matchAt(COMMENT, at)) {
      const end = matchAt(COMMENT_END, at);
      if (!end) throw new TemplateProblem(lineAt(at), 'A comment is not closed');
      at = COMMENT_END.lastIndex;
      continue;
    }
    const start = at;
    at += OPEN.length;
    if (matchAt(TRIM, at)) at += 1;
    const tokens: Token[] = [];
    let isJoined = false;
    for (let end = matchAt(CLOSE, at); !end; end = matchAt(CLOSE, at)) {
      if (matchAt(SPACE, at)) {
        at = SPACE.lastIndex;
        isJoined = false;
        continue;
      }
      const groups = matchAt(TOKEN, at)?.groups;
      if (!groups) throw new TemplateProblem(lineAt(start), 'An action cannot be read');
      tokens.push({ ...tokenOf(groups), line: lineAt(at), isJoined });
      at = TOKEN.lastIndex;
      isJoined = true;
    }
    at = CLOSE.lastIndex;
    if (tokens.length > 0) actions.push(tokens);
  }
  return actions;
}

const PLAIN = ['number', 'field', 'variable', 'word', 'symbol'] as const;

function tokenOf(groups: Readonly<Record<string, string | undefined>>) {
  const { quoted, raw, character = '' } = groups;
  for (const kind of PLAIN) {
    const value = groups[kind];
    if (value !== undefined) return { kind, value };
  }
  const value = quoted === undefined ? (raw ?? character) : unquoted(quoted);
  return { kind: 'text', value } as const;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** A character by its number, one that a letter stands for, or any other as it is. */
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;

const unquoted = (text: string): string =>
  text.replace(ESCAPE, (_, x?: string, u?: string, wide?: string, letter = '') => {
    const code = x ?? u ?? wide;
    return code === undefined
      ? (ESCAPES[letter] ?? letter)
      : characterOf(Number.parseInt(code, 16));
  });

/** A character by its number; `''` past the last one. */
const characterOf = (code: number): string => (code > 0x10ffff ? '' : String.fromCodePoint(code));
