import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { formatPath, type Path } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { isSame } from '../leaves';
import { eventsOf, MOST_DEPTH, PADDING, type Place, YamlProblem } from './events';
import { type GoScalar, keyText, plainScalar } from './scalar';

/** How many values aliases may unfold into. */
const MOST_UNFOLDED = 100_000;
const LONGEST_KEY = 1_000;

/** What Helm reads from a text, `null` where that is nothing, and what a person should know of it. */
export interface ReadValue {
  readonly value: UserValue;
  readonly remarks: readonly Notice[];
}

/**
 * Reads the first document of a text as Go's YAML 1.1 does, `null` where there is none. js-yaml takes the text apart;
 * what it reads another way than Go is refused, so that what is read is read right.
 * @param firstLine the line of the file at which the text starts
 * @throws YamlProblem where Helm refuses the text, or where the two differ
 */
export function readDocument(text: string, firstLine: number): ReadValue {
  const { source, events } = eventsOf(text, firstLine);
  const reader = new Reader(source, events, firstLine);
  return { value: reader.document(), remarks: reader.remarks };
}

/** A key of a mapping, and where it came from. */
interface FilledKey {
  readonly value: UserValue;
  /** Its type and value in Go: `1` and `"1"` are two keys until Helm gives both one name. */
  readonly typed: string;
  readonly offset: number;
  readonly isMerged: boolean;
}

/** Walks the events of a document. What an alias stands for is read again, at each of its places. */
class Reader {
  readonly remarks: Notice[] = [];
  readonly #remarked = new Set<string>();
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #firstLine: number;
  /** Where each line starts, once a place is asked for. */
  #lineStarts: readonly number[] | undefined;
  #at = 0;
  /** The furthest place that was read, near which something empty stands. */
  #end = 0;
  /** How many brackets are open. */
  #flows = 0;
  #unfolded = 0;
  /** The event that an anchor names; of an alias the one that it stands for. */
  readonly #anchors = new Map<string, number>();
  readonly #targets = new Map<number, number>();
  /** What aliases are being read for. */
  readonly #open = new Set<number>();

  constructor(source: string, events: readonly Event[], firstLine: number) {
    this.#source = source;
    this.#events = events;
    this.#firstLine = firstLine;
  }

  document(): UserValue {
    return this.#events[this.#at++]?.type === EVENT_ID.DOCUMENT ? this.#value([]) : null;
  }

  #place(offset: number): Place {
    this.#lineStarts ??= [0, ...Array.from(this.#source.matchAll(/\n/g), ({ index }) => index + 1)];
    const starts = this.#lineStarts;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low] ?? 0;
    const padding = this.#source.startsWith(PADDING, start) ? PADDING.length : 0;
    return { line: this.#firstLine + low, column: Math.max(1, offset - start - padding + 1) };
  }

  #refuse(message: string, offset = this.#end): never {
    throw new YamlProblem(message, this.#place(offset));
  }

  /** The next event of a value. Its anchor is known before the parts of its value, which may refer to it. */
  #next(): AliasEvent | MappingEvent | ScalarEvent | SequenceEvent {
    const index = this.#at++;
    const event = this.#events[index];
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      throw new Error('The events of js-yaml end early.');
    }
    const { anchorStart, anchorEnd } = event;
    if (anchorStart < 0 || this.#open.size > 0) return event;
    this.#end = Math.max(anchorEnd, this.#end);
    const name = this.#source.slice(anchorStart, anchorEnd);
    if (!/^[\w-]+$/.test(name)) this.#refuse(ODD_ANCHOR, anchorStart);
    if (event.type !== EVENT_ID.ALIAS) this.#anchors.set(name, index);
    else {
      const target = this.#anchors.get(name);
      if (target === undefined) {
        this.#refuse('This alias names an anchor that is not above it.', anchorStart);
      }
      this.#targets.set(index, target);
    }
    return event;
  }

  /** Reads what the alias before this place stands for, unless that is being read. */
  #again<T>(read: () => T): T {
    const [back, flows] = [this.#at, this.#flows];
    const target = this.#targets.get(back - 1) ?? 0;
    if (this.#open.has(target)) this.#refuse('This alias holds itself.');
    this.#open.add(target);
    this.#at = target;
    this.#flows = 0;
    const result = read();
    this.#at = back;
    this.#flows = flows;
    this.#open.delete(target);
    return result;
  }

  /** Whether the collection ends here. */
  #isEnd(): boolean {
    const isEnd = this.#events[this.#at]?.type === EVENT_ID.POP;
    if (isEnd) this.#at += 1;
    return isEnd;
  }

  #value(path: Path): UserValue {
    if (this.#open.size > 0) this.#unfolded += 1;
    if (this.#unfolded > MOST_UNFOLDED) {
      this.#refuse('Its aliases unfold into more than 100,000 values.');
    }
    if (path.length > MOST_DEPTH) this.#refuse(`Values are nested more than ${MOST_DEPTH} deep.`);
    const event = this.#next();
    if (event.type === EVENT_ID.ALIAS) return this.#again(() => this.#value(path));
    if (event.type === EVENT_ID.SCALAR) return this.#number(this.#scalar(event), event, path);
    this.#tag(event);
    const isBehindKey = typeof path.at(-1) === 'string' && this.#open.size === 0;
    const isBlock = event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK;
    if (isBehindKey && isBlock && !this.#source.slice(this.#end, event.start).includes('\n')) {
      this.#refuse('A second colon stands in this line.', event.start);
    }
    const flow = event.style === COLLECTION_STYLE.FLOW ? 1 : 0;
    this.#flows += flow;
    let value: UserValue;
    if (event.type === EVENT_ID.SEQUENCE) {
      const items: UserValue[] = [];
      while (!this.#isEnd()) items.push(this.#value([...path, items.length]));
      value = items;
    } else {
      const keys = new Map<string, FilledKey>();
      this.#fill(keys, path, false);
      // Each becomes a key of the object itself, even one called `__proto__`.
      value = Object.fromEntries([...keys].map(([key, one]) => [key, one.value]));
    }
    this.#flows -= flow;
    return value;
  }

  /** A scalar's value; a number of which Helm loses digits stays text. */
  #number(scalar: GoScalar, { valueStart, valueEnd }: ScalarEvent, path: Path): UserValue {
    if (scalar.type !== 'integer' && scalar.type !== 'float') return scalar.value;
    const number = Number(scalar.value);
    const whole = scalar.type === 'integer' ? scalar.value : scalar.whole;
    if (whole === undefined || whole === BigInt(number)) return number;
    const { line } = this.#place(valueStart);
    this.#remark(
      path,
      `Helm reads the number in line ${line} as ${number} and loses digits. They are kept here, as text: put it in quotes.`,
    );
    return this.#source.slice(valueStart, valueEnd);
  }

  /** Sets keys in the order of the file, merges among them, as Go does: whatever comes later wins. */
  #fill(keys: Map<string, FilledKey>, path: Path, isMerged: boolean): void {
    while (!this.#isEnd()) {
      const { scalar, offset, isMerge } = this.#key();
      if (isMerge) {
        this.#merge(keys, path);
        continue;
      }
      const name = keyText(scalar);
      if (name === undefined) this.#refuse(NO_KEY, offset);
      const at = [...path, name];
      const typed = `${scalar.type} ${scalar.value}`;
      const now = { value: this.#value(at), typed, offset, isMerged };
      const before = keys.get(name);
      if (before && before.typed !== typed) {
        const { line } = this.#place(before.offset);
        this.#refuse(
          `This key and the one in line ${line} are both ${name} to Helm, which takes either.`,
          offset,
        );
      }
      if (before && !before.isMerged) this.#lost(at, before, now);
      keys.set(name, now);
    }
  }

  /** Merges the mapping that follows, or those of a list of aliases: the first of them wins. */
  #merge(keys: Map<string, FilledKey>, path: Path): void {
    const event = this.#next();
    switch (event.type) {
      case EVENT_ID.ALIAS:
        this.#again(() => this.#merge(keys, path));
        return;
      case EVENT_ID.MAPPING:
        this.#fill(keys, path, true);
        return;
      case EVENT_ID.SCALAR:
        this.#refuse(NO_MERGE);
    }
    const aliases: number[] = [];
    while (!this.#isEnd()) {
      aliases.unshift(this.#at);
      if (this.#next().type !== EVENT_ID.ALIAS) this.#refuse(NO_MERGE);
    }
    const end = this.#at;
    for (const alias of aliases) {
      this.#at = alias;
      this.#merge(keys, path);
    }
    this.#at = end;
  }

  /** A key: Go takes one only on one line with its colon, and not a long one. */
  #key(): { scalar: GoScalar; offset: number; isMerge: boolean } {
    const event = this.#next();
    if (event.type === EVENT_ID.ALIAS) {
      this.#refuseOddKey(event.anchorStart - 1, event.anchorEnd);
      return this.#again(() => this.#key());
    }
    if (event.type !== EVENT_ID.SCALAR) {
      this.#refuse('A key cannot be a mapping or a list.', event.start);
    }
    const { valueStart, valueEnd, tagStart, style } = event;
    const offset = valueStart < 0 ? this.#source.indexOf(':', this.#end) : valueStart;
    if (valueStart >= 0 && this.#open.size === 0) this.#refuseOddKey(valueStart, valueEnd);
    const scalar = this.#scalar(event);
    const isPlain = style === SCALAR_STYLE.PLAIN && tagStart < 0;
    const isMerge = scalar.value === '<<' && (isPlain || this.#tag(event) === 'merge');
    return { scalar, offset, isMerge };
  }

  #refuseOddKey(start: number, end: number): void {
    const before = this.#source.slice(Math.max(0, start - 100), start);
    const isExplicit = (this.#flows > 0 ? EXPLICIT_IN_BRACKETS : EXPLICIT).test(before);
    const gap = /^["']?(\s*(?:#.*\n\s*)*):/.exec(this.#source.slice(end, end + LONGEST_KEY))?.[1];
    const isLong = end - start > LONGEST_KEY || this.#source.slice(start, end).includes('\n');
    // Of `{d:}` Go takes the colon into the key.
    const isOpen = this.#flows > 0 && /^:[,[\]{}]/.test(this.#source.slice(end, end + 2));
    if (isExplicit || isLong || isOpen || gap?.includes('\n')) this.#refuse(ODD_KEY, start);
  }

  /** A tag's name: `''` where there is none, `str` and its like, or `local`. Rare ones are refused. */
  #tag({ tagStart, tagEnd }: { readonly tagStart: number; readonly tagEnd: number }): string {
    if (tagStart < 0) return '';
    const written = this.#source.slice(tagStart, tagEnd);
    const isEnded = /^(?:\s|$)/.test(this.#source.slice(tagEnd, tagEnd + 1));
    const [, name, isLocal] =
      /^!(?:!(str|int|float|bool|null|map|seq|merge)|(\w[\w-]*))$/.exec(written) ?? [];
    if (!isEnded || (name ?? isLocal) === undefined) {
      this.#refuse('This tag is not read. Take it out, and put a text in quotes.', tagStart);
    }
    return name ?? 'local';
  }

  #scalar(event: ScalarEvent): GoScalar {
    const { valueStart, valueEnd, style } = event;
    const tag = this.#tag(event);
    const isEmpty = valueStart < 0;
    this.#end = Math.max(valueEnd, event.tagEnd, this.#end);
    const source = isEmpty ? '' : this.#source.slice(valueStart, valueEnd);
    if (style === SCALAR_STYLE.DOUBLE_QUOTED) this.#refuseOddEscapes(source, valueStart);
    const isPlain = style === SCALAR_STYLE.PLAIN;
    if (isPlain && this.#flows > 0 && /^:|\?/.test(source)) this.#refuse(ODD_PLAIN, valueStart);
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    let text = getScalarValue(this.#source, event);
    // The package ends a block of text at the end of the file with a line break that is not there.
    if (isBlock && valueEnd === this.#source.length && !source.endsWith('\n'))
      text = text.replace(/\n$/, '');
    // Where the indented lines begin behind a block of text, they are taken for more of it.
    const isTorn = !source.startsWith(PADDING) && source.includes(`\n${PADDING}`);
    if (isBlock && isTorn) this.#refuse(ODD_BRACKETS, valueEnd);
    if (
      tag === 'str' ||
      tag === 'merge' ||
      tag === 'local' ||
      (tag === '' && !isPlain && !isEmpty)
    ) {
      return { type: 'string', value: text };
    }
    const scalar = plainScalar(text);
    if (!scalar)
      this.#refuse('Write this number in plain digits, or put it in quotes.', valueStart);
    if (tag !== '' && scalar.type !== TYPES[tag]) {
      this.#refuse(`Helm cannot read this value as !!${tag}.`, event.tagStart);
    }
    return scalar;
  }

  #refuseOddEscapes(source: string, start: number): void {
    for (const { 0: written, index } of source.matchAll(ESCAPE)) {
      if (!ODD_ESCAPE.test(written)) continue;
      const shown = JSON.stringify(written).slice(1, -1).replaceAll('\\\\', '\\');
      this.#refuse(`Helm does not know the escape ${shown} here.`, start + index);
    }
  }

  /** Says which of two equal keys counts, unless they are the same. */
  #lost(path: Path, before: FilledKey, now: FilledKey): void {
    if (isSame(before.value, now.value)) return;
    const { line } = this.#place(before.offset);
    const key = formatPath(path);
    const why = now.isMerged
      ? `A merge key << stands behind ${key} and sets it again. Helm takes the merged value`
      : `${key} stands in line ${line} and again in line ${this.#place(now.offset).line}. Helm takes the last`;
    this.#remark(path, `${why}: what line ${line} says is lost.`);
  }

  #remark(path: Path, message: string): void {
    if (this.#remarked.has(message)) return; // an alias is read once for each place
    this.#remarked.add(message);
    this.remarks.push({ key: formatPath(path), message });
  }
}

/** The type that each tag takes; Helm refuses a value of any other. */
const TYPES: Readonly<Record<string, GoScalar['type']>> = {
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  null: 'null',
};

const NO_KEY =
  'A key that is null, a number with a point or one of more than 63 bits is another key to Helm, or none. Put it in quotes.';
const ODD_KEY =
  'Helm takes a key only on one line with its colon and a space, without a question mark, and of 1,000 characters at most.';
const NO_MERGE = 'A merge key << takes a mapping, or a list of aliases of mappings.';
const ODD_ANCHOR =
  'A value cannot start with * or & unless it is in quotes, or names an anchor in letters, digits, _ and -.';
const ODD_BRACKETS =
  'Something in brackets or quotes goes on at or left of its key here. Indent its lines more than the key.';
const ODD_PLAIN =
  'Put a text with a question mark, or a colon at its start, in quotes where it stands in brackets.';

/** Behind these a key has a question mark before it. */
const EXPLICIT = /(?:^|\n) *(?:- +)*\?\s+(?:[&!]\S*\s+)*["']?$/;
const EXPLICIT_IN_BRACKETS = /[[{,]\s*\?\s+(?:[&!]\S*\s+)*["']?$/;

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n(?:[ \t]*\n)?|[\s\S])/g;
/** Of these: what Go does not know, half of a pair, and a line that is broken over an empty one. */
const ODD_ESCAPE = /^\\(?:\/|u[dD][89a-fA-F]|U(?!0010|000)|U0000[dD][89a-fA-F]|\n.)/s;
