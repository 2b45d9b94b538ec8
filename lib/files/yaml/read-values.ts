import {
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
import { eventsOf, MOST_DEPTH, PADDING, type Position, YamlProblem } from './events';
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

interface ScalarNode {
  readonly scalar: GoScalar;
  readonly event: ScalarEvent;
  readonly offset: number;
}

interface CollectionNode {
  readonly scalar?: never;
  readonly value: UserValue;
  /** Of a mapping: what a merge takes over. */
  readonly keys?: ReadonlyMap<string, FilledKey>;
  /** Of a list that has nothing but aliases: what they stand for. */
  readonly aliases?: readonly Node[] | undefined;
}

/** What stands in one place of a document. An alias is the node that its anchor names. */
type Node = ScalarNode | CollectionNode;

/** Walks the events of a document. */
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
  /** How many values aliases have stood for. */
  #unfolded = 0;
  /** What each anchor names; nothing while that is being read. */
  readonly #anchors = new Map<string, { node?: Node }>();

  constructor(source: string, events: readonly Event[], firstLine: number) {
    this.#source = source;
    this.#events = events;
    this.#firstLine = firstLine;
  }

  document(): UserValue {
    return this.#events[this.#at++]?.type === EVENT_ID.DOCUMENT
      ? this.#valueOf(this.#node([]), [])
      : null;
  }

  #position(offset: number): Position {
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
    throw new YamlProblem(message, this.#position(offset));
  }

  /** The node that comes next. */
  #node(path: Path): Node {
    const event = this.#events[this.#at++];
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      throw new Error('The events of js-yaml end early.');
    }
    const { anchorStart, anchorEnd } = event;
    const name = anchorStart < 0 ? '' : this.#source.slice(anchorStart, anchorEnd);
    this.#end = Math.max(anchorEnd, this.#end);
    if (anchorStart >= 0 && !/^[\w-]+$/.test(name)) this.#refuse(ODD_ANCHOR, anchorStart);
    if (event.type === EVENT_ID.ALIAS) return this.#target(name, anchorStart, path);
    const anchor: { node?: Node } = {};
    if (name !== '') this.#anchors.set(name, anchor); // its parts may have an anchor of the same name
    anchor.node =
      event.type === EVENT_ID.SCALAR ? this.#scalar(event) : this.#collection(event, path);
    return anchor.node;
  }

  /** What an alias stands for. It is counted at each of its places. */
  #target(name: string, offset: number, path: Path): Node {
    const anchor = this.#anchors.get(name);
    if (!anchor) this.#refuse('This alias names an anchor that is not above it.', offset);
    if (!anchor.node) this.#refuse('This alias holds itself.');
    this.#unfold(anchor.node.scalar ? null : anchor.node.value, path.length);
    return anchor.node;
  }

  #unfold(value: UserValue, depth: number): void {
    this.#unfolded += 1;
    if (this.#unfolded > MOST_UNFOLDED) {
      this.#refuse('Its aliases unfold into more than 100,000 values.');
    }
    if (depth > MOST_DEPTH) this.#refuse(`Values are nested more than ${MOST_DEPTH} deep.`);
    if (typeof value !== 'object' || value === null) return;
    for (const item of Object.values(value)) this.#unfold(item, depth + 1);
  }

  #collection(event: MappingEvent | SequenceEvent, path: Path): Node {
    this.#tag(event);
    const isBlock = event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK;
    const isBehindKey = typeof path.at(-1) === 'string';
    if (isBehindKey && isBlock && !this.#source.slice(this.#end, event.start).includes('\n')) {
      this.#refuse('A second colon stands in this line.', event.start);
    }
    const flow = event.style === COLLECTION_STYLE.FLOW ? 1 : 0;
    this.#flows += flow;
    const node = event.type === EVENT_ID.SEQUENCE ? this.#list(path) : this.#mapping(path);
    this.#flows -= flow;
    this.#at += 1; // its end
    return node;
  }

  #nextIs(type: Event['type']): boolean {
    return this.#events[this.#at]?.type === type;
  }

  #list(path: Path): Node {
    const value: UserValue[] = [];
    const aliases: Node[] = [];
    while (!this.#nextIs(EVENT_ID.POP)) {
      const isAlias = this.#nextIs(EVENT_ID.ALIAS);
      const at = [...path, value.length];
      const node = this.#node(at);
      if (isAlias) aliases.push(node);
      value.push(this.#valueOf(node, at));
    }
    return { value, aliases: aliases.length === value.length ? aliases : undefined };
  }

  /** A mapping's keys are set in the order of the file, merges among them, as Go does: whatever comes later wins. */
  #mapping(path: Path): Node {
    const keys = new Map<string, FilledKey>();
    while (!this.#nextIs(EVENT_ID.POP)) {
      const { scalar, event, offset } = this.#key();
      const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
      if (scalar.value === '<<' && (isPlain || this.#tag(event) === 'merge')) {
        this.#merge(keys, path);
        continue;
      }
      const name = keyText(scalar);
      if (name === undefined) this.#refuse(NO_KEY, offset);
      const at = [...path, name];
      const value = this.#valueOf(this.#node(at), at);
      const typed = `${scalar.type} ${scalar.value}`;
      this.#set(keys, at, { value, typed, offset, isMerged: false });
    }
    // Each becomes a key of the object itself, even one called `__proto__`.
    const value = Object.fromEntries([...keys].map(([key, one]) => [key, one.value]));
    return { value, keys };
  }

  #set(keys: Map<string, FilledKey>, path: Path, now: FilledKey): void {
    const name = String(path.at(-1));
    const before = keys.get(name);
    if (before && before.typed !== now.typed) {
      const { line } = this.#position(before.offset);
      const message = `This key and the one in line ${line} are both ${name} to Helm, which takes either.`;
      this.#refuse(message, now.offset);
    }
    if (before && !before.isMerged) this.#lost(path, before, now);
    keys.set(name, now);
  }

  /** Merges the mapping that comes next, or those of a list of aliases: the first of them wins. */
  #merge(keys: Map<string, FilledKey>, path: Path): void {
    const isList = this.#nextIs(EVENT_ID.SEQUENCE);
    const node = this.#node(path);
    const listed = node.scalar || !isList ? undefined : node.aliases?.toReversed();
    for (const source of listed ?? [node]) {
      if (source.scalar || !source.keys) this.#refuse(NO_MERGE);
      for (const [name, one] of source.keys) {
        this.#set(keys, [...path, name], { ...one, isMerged: true });
      }
    }
  }

  /** A key: Go takes one only on one line with its colon, and not a long one. */
  #key(): ScalarNode {
    const event = this.#events[this.#at];
    if (event && 'start' in event) this.#refuse(NO_COLLECTION, event.start);
    if (event?.type === EVENT_ID.ALIAS) this.#refuseOddKey(event.anchorStart - 1, event.anchorEnd);
    if (event?.type === EVENT_ID.SCALAR && event.valueStart >= 0) {
      this.#refuseOddKey(event.valueStart, event.valueEnd);
    }
    const node = this.#node([]);
    if (!node.scalar) this.#refuse(NO_COLLECTION);
    return node;
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

  #scalar(event: ScalarEvent): ScalarNode {
    const { valueStart } = event;
    const offset = valueStart < 0 ? this.#source.indexOf(':', this.#end) : valueStart;
    return { event, offset, scalar: this.#goScalar(event) };
  }

  #goScalar(event: ScalarEvent): GoScalar {
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
    // Where the indented lines begin after a block of text, they are taken for more of it.
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

  /** A node's value; a number of which Helm loses digits stays text. */
  #valueOf(node: Node, path: Path): UserValue {
    if (!node.scalar) return node.value;
    const { scalar, event } = node;
    if (scalar.type !== 'integer' && scalar.type !== 'float') return scalar.value;
    const number = Number(scalar.value);
    if (!Number.isFinite(number)) this.#refuse(NOT_FINITE, event.valueStart);
    const whole = scalar.type === 'integer' ? scalar.value : scalar.whole;
    if (whole === undefined || whole === BigInt(number)) return number;
    const { line } = this.#position(event.valueStart);
    this.#remark(
      path,
      `Helm reads the number in line ${line} as ${number} and loses digits. They are kept here, as text: put it in quotes.`,
    );
    return this.#source.slice(event.valueStart, event.valueEnd);
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
    const { line } = this.#position(before.offset);
    const key = formatPath(path);
    const why = now.isMerged
      ? `A merge key << stands after ${key} and sets it again. Helm takes the merged value`
      : `${key} stands in line ${line} and again in line ${this.#position(now.offset).line}. Helm takes the last`;
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
const NOT_FINITE = 'It holds an infinite number or .nan, which Helm cannot read.';
const NO_COLLECTION = 'A key cannot be a mapping or a list.';
const NO_MERGE = 'A merge key << takes a mapping, or a list of aliases of mappings.';
const ODD_ANCHOR =
  'A value cannot start with * or & unless it is in quotes, or names an anchor in letters, digits, _ and -.';
const ODD_BRACKETS =
  'Something in brackets or quotes goes on at or left of its key here. Indent its lines more than the key.';
const ODD_PLAIN =
  'Put a text with a question mark, or a colon at its start, in quotes where it stands in brackets.';

/** The text before a key that has a question mark before it. */
const EXPLICIT = /(?:^|\n) *(?:- +)*\?\s+(?:[&!]\S*\s+)*["']?$/;
const EXPLICIT_IN_BRACKETS = /[[{,]\s*\?\s+(?:[&!]\S*\s+)*["']?$/;

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n(?:[ \t]*\n)?|[\s\S])/g;
/** Of these: what Go does not know, half of a pair, and a line that is broken over an empty one. */
const ODD_ESCAPE = /^\\(?:\/|u[dD][89a-fA-F]|U(?!0010|000)|U0000[dD][89a-fA-F]|\n.)/s;
