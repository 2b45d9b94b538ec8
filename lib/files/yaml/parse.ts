import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';

/** Where something stands in a file; `line` and `column` count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not what Helm reads, in a sentence, with its place where that is known. */
export class YamlProblem extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.line = place?.line;
    this.column = place?.column;
  }
}

/** How deep values may be nested. */
export const MOST_DEPTH = 64;

/** One value of a file, before its tags, aliases and merge keys are resolved. */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly text: string;
  /** The tag in full, `''` where none is written. */
  readonly tag: string;
  /** Whether its type shows in its text alone: it has neither quotes nor a tag. */
  readonly isImplicit: boolean;
}

export interface SequenceNode extends Place {
  readonly kind: 'sequence';
  readonly items: Node[];
}

export interface MappingNode extends Place {
  readonly kind: 'mapping';
  readonly pairs: (readonly [key: Node, value: Node])[];
}

/** Another place of what stands at an anchor; that may be a collection around it. */
export interface AliasNode extends Place {
  readonly kind: 'alias';
  readonly target: Node;
}

/**
 * The first document of a text as Go's YAML 1.1 reads it, `undefined` where there is none. js-yaml takes the text
 * apart; what it reads another way than Go is refused, so that what is read is read right.
 * @param firstLine the line of the file at which the text starts
 * @throws YamlProblem where Go refuses the text, or where the two differ
 */
export function parseDocument(text: string, firstLine: number): Node | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\x85]/);
  refuseOddLines(lines, firstLine);
  const { source, events } = eventsOf(lines, firstLine);
  return new Builder(source, events, firstLine).document();
}

/** Lines that js-yaml passes over and Go does not. */
function refuseOddLines(lines: readonly string[], firstLine: number): void {
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  if (lines[first]?.startsWith('...')) {
    throw new YamlProblem('A document ends here before it has started. Take this line out.', {
      line: firstLine + first,
      column: 1,
    });
  }
  for (const [index, line] of lines.entries()) {
    const odd = /[\uFEFF\u2028\u2029]/.exec(line);
    const isDirective =
      line.startsWith('%') && !/^%(?:TAG\s|YAML[ \t]+1\.1[ \t]*(?:#|$))/.test(line);
    if (!odd && !isDirective) continue;
    const message = odd
      ? 'A character that cannot be seen, a byte order mark or a line separator, stands inside this line. Take it out.'
      : 'Helm reads YAML 1.1 only, and no line that starts with % but %TAG. Take this line out.';
    throw new YamlProblem(message, { line: firstLine + index, column: (odd?.index ?? 0) + 1 });
  }
}

const PADDING = ' '.repeat(2 * MOST_DEPTH);
const MOST_RETRIES = 20;

/**
 * The events of the text. Go takes brackets and quotes that go on at or left of their key, which js-yaml refuses: from
 * such a line on the lines are indented more, up to where the collection ends, and the text is read again.
 */
function eventsOf(all: readonly string[], firstLine: number): { source: string; events: Event[] } {
  let lines = [...all];
  for (let turn = 0; ; turn++) {
    const source = lines.join('\n');
    try {
      return { source, events: parseEvents(source, { maxDepth: MOST_DEPTH }) };
    } catch (error) {
      if (!(error instanceof YAMLException) || !error.mark) throw error;
      const { reason, mark } = error;
      const { line, column } = mark;
      const isPadded = lines[line]?.startsWith(PADDING);
      const from = (change: (line: string) => string) =>
        lines.map((one, index) => (index < line ? one : change(one)));
      if (turn < MOST_RETRIES && !isPadded && reason === 'deficient indentation') {
        lines = from((one) => PADDING + one);
      } else if (turn < MOST_RETRIES && isPadded && /^bad indent|^end of the stream/.test(reason)) {
        lines = from((one) => one.replace(PADDING, ''));
      } else if (endsEarly(lines, reason, line)) {
        lines = lines.slice(0, line);
      } else {
        const isBehind = /^(?:expected ':'|can not read)/.test(reason);
        const at = isBehind
          ? lines.findLastIndex((one, index) => index < line && /\S/.test(one))
          : line;
        const indent = isPadded ? PADDING.length : 0;
        throw new YamlProblem(wordsFor(reason, lines[at] ?? ''), {
          line: firstLine + at,
          column: isBehind ? 1 : Math.max(1, column + 1 - indent),
        });
      }
    }
  }
}

/** Whether Go reads no further than to a line: a key stands left of the first key, so the mapping has ended. */
function endsEarly(lines: readonly string[], reason: string, line: number): boolean {
  const first = lines.find((one) => /^\s*[^\s#]/.test(one)) ?? '';
  return (
    reason.startsWith('end of the stream') && first.startsWith(' ') && /^\w/.test(lines[line] ?? '')
  );
}

/** What js-yaml says of a line, in words for a person with a values file. */
function wordsFor(reason: string, line: string): string {
  if (/(?:^|:|-)\s+[@`]/.test(line)) {
    return 'A value cannot start with @ or ` unless it is in quotes.';
  }
  if (reason.startsWith('bad indent') && /^[^:]*:\s[^:]*:\s/.test(line)) {
    return 'A second colon stands in this line. Put a text that holds a colon and a space in quotes.';
  }
  const [, words] = WORDS.find(([start]) => reason.startsWith(start)) ?? [];
  return words ?? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** The same by the start of its words. */
const WORDS: readonly (readonly [start: string, words: string])[] = [
  ['nesting exceeded', `Values are nested more than ${MOST_DEPTH} deep.`],
  ['tab characters', 'A tab stands where spaces must indent this line.'],
  ['bad indentation', 'This line does not fit the indent of the lines above it.'],
  ['deficient indentation', 'This line must be indented more than the key that it belongs to.'],
  ['missed comma', 'A comma or a closing bracket is missing.'],
  ["expected the node content, but found ','", 'A value is missing before this comma.'],
  ['unexpected end of the stream within a flow', 'A closing bracket is missing.'],
  ['unexpected end', 'A closing quote is missing.'],
  ['unknown escape', 'Helm does not know this escape with a backslash.'],
  ["expected ':'", 'This line has no colon behind its key.'],
  ['can not read a block mapping', 'This line has no colon behind its key.'],
  ['end of the stream', 'This line fits neither the lines above it nor a new document.'],
  ['undeclared tag', 'Nothing says what this tag means.'],
];

/** Makes nodes of events; a fault where Go would read them another way. */
class Builder {
  readonly #source: string;
  readonly #events: readonly Event[];
  #at = 0;
  /** The end of the last line break that was counted, and the line behind it. */
  #lineStart = 0;
  #line: number;
  /** Where the last scalar ended. */
  #end = 0;
  /** How many brackets are open. */
  #flows = 0;
  #handles = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  readonly #anchors = new Map<string, Node>();

  constructor(source: string, events: readonly Event[], firstLine: number) {
    this.#source = source;
    this.#events = events;
    this.#line = firstLine;
  }

  document(): Node | undefined {
    const event = this.#events[this.#at++];
    if (event?.type !== EVENT_ID.DOCUMENT) return undefined;
    for (const one of event.directives) {
      if (one.kind === 'tag') this.#handles.set(one.handle, one.prefix);
    }
    return this.#node();
  }

  /** Offsets only grow, so each line is counted once. */
  #place(offset: number): Place {
    for (let end = this.#source.indexOf('\n', this.#lineStart); end >= 0 && end < offset; ) {
      this.#line += 1;
      this.#lineStart = end + 1;
      end = this.#source.indexOf('\n', this.#lineStart);
    }
    const padding = this.#source.startsWith(PADDING, this.#lineStart) ? PADDING.length : 0;
    return { line: this.#line, column: Math.max(1, offset - this.#lineStart - padding + 1) };
  }

  #refuse(offset: number, message: string): never {
    throw new YamlProblem(message, this.#place(offset));
  }

  #node(isKey = false): Node {
    const event = this.#events[this.#at++];
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      throw new Error('The events of js-yaml end early.');
    }
    if (event.type === EVENT_ID.ALIAS) {
      const name = this.#name(event);
      const place = this.#place(event.anchorStart);
      const target = this.#anchors.get(name);
      if (!target) throw new YamlProblem('This alias names an anchor that is not above it.', place);
      if (isKey) this.#checkKey(event.anchorStart - 1, event.anchorEnd);
      return { kind: 'alias', target, ...place };
    }
    const tag = this.#tag(event);
    const name = event.anchorStart < 0 ? undefined : this.#name(event);
    // An anchor is known before the parts of its value, which may refer to it.
    const named = <N extends Node>(node: N): N => {
      if (name !== undefined) this.#anchors.set(name, node);
      return node;
    };
    if (event.type === EVENT_ID.SCALAR) return named(this.#scalar(event, tag, isKey));
    const place = this.#place(event.start);
    const flow = event.style === COLLECTION_STYLE.FLOW ? 1 : 0;
    this.#flows += flow;
    let node: Node;
    if (event.type === EVENT_ID.SEQUENCE) {
      node = named<SequenceNode>({ kind: 'sequence', items: [], ...place });
      while (!this.#popped()) node.items.push(this.#node());
    } else {
      node = named<MappingNode>({ kind: 'mapping', pairs: [], ...place });
      while (!this.#popped()) node.pairs.push([this.#node(true), this.#node()]);
    }
    this.#flows -= flow;
    return node;
  }

  #popped(): boolean {
    const isEnd = this.#events[this.#at]?.type === EVENT_ID.POP;
    if (isEnd) this.#at += 1;
    return isEnd;
  }

  #name({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }): string {
    const name = this.#source.slice(anchorStart, anchorEnd);
    if (/^[\w-]+$/.test(name)) return name;
    return this.#refuse(
      anchorStart,
      'A value cannot start with * or & unless it is in quotes, or names an anchor in letters, digits, _ and -.',
    );
  }

  #tag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): string {
    if (tagStart < 0) return '';
    const written = this.#source.slice(tagStart, tagEnd);
    const [, verbatim, handle = '!', suffix = ''] = TAG.exec(written) ?? [];
    const isEnded = /^(?:\s|$)/.test(this.#source.slice(tagEnd, tagEnd + 1));
    if (!TAG.test(written) || !isEnded) this.#refuse(tagStart, 'Helm cannot read this tag.');
    if (verbatim !== undefined) return unescaped(verbatim);
    return written === '!' ? '!' : (this.#handles.get(handle) ?? handle) + unescaped(suffix);
  }

  #scalar(event: ScalarEvent, tag: string, isKey: boolean): ScalarNode {
    const { valueStart, valueEnd, style } = event;
    const isEmpty = valueStart < 0;
    const start = isEmpty ? Math.max(event.tagStart, event.anchorStart) : valueStart;
    const near = start < 0 && isKey ? this.#source.indexOf(':', this.#end) : start;
    const place = this.#place(Math.max(near, this.#end));
    this.#end = Math.max(valueEnd, this.#end);
    if (isKey) this.#checkKey(start, isEmpty ? start : valueEnd);
    const source = isEmpty ? '' : this.#source.slice(valueStart, valueEnd);
    if (style === SCALAR_STYLE.DOUBLE_QUOTED) {
      for (const { 0: written, index } of source.matchAll(ESCAPE)) {
        if (!ODD_ESCAPE.test(written)) continue;
        const shown = JSON.stringify(written).slice(1, -1).replaceAll('\\\\', '\\');
        this.#refuse(valueStart + index, `Helm does not know the escape ${shown} here.`);
      }
    }
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    let text = getScalarValue(this.#source, event);
    // The package ends a block of text at the end of the file with a line break that is not there.
    if (isBlock && valueEnd === this.#source.length && !source.endsWith('\n'))
      text = text.replace(/\n$/, '');
    const isPlain = style === SCALAR_STYLE.PLAIN;
    if (isPlain && this.#flows > 0 && /^:|\?/.test(source)) {
      this.#refuse(
        valueStart,
        'Put a text with a question mark, or a colon at its start, in quotes where it stands in brackets.',
      );
    }
    const isImplicit = isEmpty ? tag === '' : tag === '!' || (tag === '' && isPlain);
    return { kind: 'scalar', text, tag, isImplicit, ...place };
  }

  /** Go takes a key only on one line with its colon, and not a long one, unless `?` stands before it. */
  #checkKey(start: number, end: number): void {
    if (start < 0) return;
    const before = this.#source.slice(Math.max(0, start - 100), start);
    const isExplicit = /(?:^|[\s[{,])\?\s+(?:[&!]\S*\s+)*["']?$/.test(before);
    const gap = /^["']?(\s*(?:#.*\n\s*)*):/.exec(this.#source.slice(end, end + LONGEST_KEY))?.[1];
    const isLong = end - start > LONGEST_KEY || this.#source.slice(start, end).includes('\n');
    const isOdd = isExplicit ? this.#flows > 0 : isLong || gap?.includes('\n');
    if (!isOdd) return;
    this.#refuse(
      start,
      isExplicit
        ? 'Take out the question mark before this key.'
        : 'Helm takes a key only on one line with its colon, and of 1,000 characters at most.',
    );
  }
}

const LONGEST_KEY = 1_000;

const URI = "(?:[\\w;/?:@&=+$,.!~*'()[\\]-]|%[0-9a-fA-F]{2})";
const TAG = new RegExp(`^!(?:<(${URI}+)>|)$|^(![\\w-]*!|!(?!!))(${URI}+)$`);

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n(?:[ \t]*\n)?|[\s\S])/g;
/** Of these: what Go does not know, half of a pair, and a line that is broken over an empty one. */
const ODD_ESCAPE = /^\\(?:\/|u[dD][89a-fA-F]|U(?!0010|000)|U0000[dD][89a-fA-F]|\n.)/s;

function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // Go refuses it; no tag that it knows holds a %
  }
}
