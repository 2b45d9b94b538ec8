import type { MappingNode, Node, SequenceNode } from './node';
import type { Place, Token, WrittenTag } from './token';
import { YamlProblem } from './yaml-problem';

/** How deep values may be nested. */
export const MOST_DEPTH = 64;

type Kind = Token['kind'];

const DOCUMENT_STARTS: readonly Kind[] = ['version', 'tag-handle', 'document-start'];
const DOCUMENT_ENDS: readonly Kind[] = [...DOCUMENT_STARTS, 'document-end', 'stream-end'];

/**
 * The first document of a text, `undefined` where there is none. Whatever follows it is ignored, as in Go.
 * @throws YamlProblem where the tokens are no document
 */
export function parseDocument(tokens: readonly Token[]): Node | undefined {
  return new Parser(tokens).document();
}

/** One long class, because block and flow collections are read within one another. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** What the handles of tags stand for where no line `%TAG` says otherwise. */
  readonly #handles = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  readonly #anchors = new Map<string, Node>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  document(): Node | undefined {
    const first = this.#peek();
    if (first.kind === 'stream-end') return undefined;
    const isMarked = DOCUMENT_STARTS.includes(first.kind);
    if (isMarked) this.#directives();
    const token = this.#peek();
    const isEmpty = isMarked && DOCUMENT_ENDS.includes(token.kind);
    const root = isEmpty ? empty(token) : this.#node(true, false);
    this.#peek(); // Go reads one token more, to see that the document has ended
    return root;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at] ?? { kind: 'stream-end', line: 1, column: 1 };
    if (token.kind === 'problem') throw new YamlProblem(token.message, token);
    return token;
  }

  /** Passes over a token if it is of this kind. */
  #take(kind: Kind): boolean {
    if (this.#peek().kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  /** The lines that start with `%`, and the line `---` below them. */
  #directives(): void {
    let hasVersion = false;
    const given = new Set<string>();
    while (!this.#take('document-start')) {
      const token = this.#peek();
      if (token.kind === 'version') {
        if (hasVersion || token.version !== '1.1') {
          throw new YamlProblem('Helm reads YAML 1.1 only. Take the line %YAML out.', token);
        }
        hasVersion = true;
      } else if (token.kind === 'tag-handle') {
        if (given.has(token.handle)) throw new YamlProblem('This line %TAG is there twice.', token);
        given.add(token.handle);
        this.#handles.set(token.handle, token.prefix);
      } else {
        throw new YamlProblem('A line that starts with % needs a line --- below it.', token);
      }
      this.#at += 1;
    }
  }

  #tagOf({ handle, suffix }: WrittenTag, token: Token): string {
    if (handle === '') return suffix;
    const prefix = this.#handles.get(handle);
    if (prefix === undefined) throw new YamlProblem('Nothing says what this tag means.', token);
    return prefix + suffix;
  }

  /** @param mayLackIndent whether a list may stand as far left as the key that it belongs to */
  #node(isBlock: boolean, mayLackIndent: boolean): Node {
    this.#depth += 1;
    const start = this.#peek();
    if (this.#depth > MOST_DEPTH) {
      throw new YamlProblem(`Values are nested more than ${MOST_DEPTH} deep.`, start);
    }
    const node = this.#nodeAt(start, isBlock, mayLackIndent);
    this.#depth -= 1;
    return node;
  }

  #nodeAt(start: Token, isBlock: boolean, mayLackIndent: boolean): Node {
    const place = placeOf(start);
    if (start.kind === 'alias') {
      const target = this.#anchors.get(start.name);
      if (!target) throw new YamlProblem('This alias names an anchor that is not above it.', start);
      this.#at += 1;
      return { kind: 'alias', name: start.name, target, ...place };
    }
    const { anchor, tag } = this.#properties();
    const token = this.#peek();
    // An anchor is known before the parts of its value, which may refer to it.
    const named = <N extends Node>(node: N): N => {
      if (anchor !== undefined) this.#anchors.set(anchor, node);
      return node;
    };
    const scalar = (text: string, isImplicit: boolean) =>
      named({ kind: 'scalar', text, tag, isImplicit, ...place });
    const sequence = () => named<SequenceNode>({ kind: 'sequence', items: [], ...place });
    const mapping = () => named<MappingNode>({ kind: 'mapping', pairs: [], ...place });
    if (mayLackIndent && token.kind === 'block-entry') return this.#blockItems(sequence(), true);
    if (token.kind === 'scalar') {
      this.#at += 1;
      return scalar(token.text, tag === '!' || (tag === '' && token.isPlain));
    }
    if (token.kind === 'flow-sequence') return this.#flowItems(sequence());
    if (token.kind === 'flow-mapping') return this.#flowPairs(mapping());
    if (isBlock && this.#take('block-sequence')) return this.#blockItems(sequence(), false);
    if (isBlock && this.#take('block-mapping')) return this.#blockPairs(mapping());
    if (anchor !== undefined || tag !== '') return scalar('', tag === '');
    throw new YamlProblem('A value is missing here.', token);
  }

  /** An anchor, a tag, or both in either order. */
  #properties(): { anchor: string | undefined; tag: string } {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = this.#peek(); ; token = this.#peek()) {
      if (token.kind === 'anchor' && anchor === undefined) anchor = token.name;
      else if (token.kind === 'tag' && tag === undefined) tag = this.#tagOf(token.tag, token);
      else return { anchor, tag: tag ?? '' };
      this.#at += 1;
    }
  }

  #blockItems(node: SequenceNode, isAtKey: boolean): SequenceNode {
    const ends: readonly Kind[] = ['block-entry', 'block-end', ...(isAtKey ? PAIR_PARTS : [])];
    for (let entry = this.#peek(); this.#take('block-entry'); entry = this.#peek()) {
      const isEmpty = ends.includes(this.#peek().kind);
      node.items.push(isEmpty ? empty(entry) : this.#node(true, false));
    }
    if (isAtKey || this.#take('block-end')) return node;
    throw new YamlProblem(
      'This line is indented like a list but does not start with -.',
      this.#peek(),
    );
  }

  #blockPairs(node: MappingNode): MappingNode {
    for (let token = this.#peek(); !this.#take('block-end'); token = this.#peek()) {
      if (!this.#take('key')) throw new YamlProblem(noKey(token), token);
      const key = this.#blockPart(token);
      const colon = this.#peek();
      node.pairs.push([key, this.#take('value') ? this.#blockPart(colon) : empty(colon)]);
    }
    return node;
  }

  #blockPart(before: Token): Node {
    const { kind } = this.#peek();
    const isEmpty = kind === 'block-end' || PAIR_PARTS.includes(kind);
    return isEmpty ? empty(before) : this.#node(true, true);
  }

  #flowItems(node: SequenceNode): SequenceNode {
    this.#flowParts('flow-sequence-end', 'A comma or ] is missing in this list.', () => {
      const start = this.#peek();
      // `[a: 1]` is a list of a mapping.
      const pair = this.#take('key') && this.#flowPair('flow-sequence-end');
      node.items.push(
        pair ? { kind: 'mapping', pairs: [pair], ...placeOf(start) } : this.#node(false, false),
      );
    });
    return node;
  }

  #flowPairs(node: MappingNode): MappingNode {
    this.#flowParts('flow-mapping-end', 'A comma or } is missing in this mapping.', () => {
      node.pairs.push(
        this.#take('key')
          ? this.#flowPair('flow-mapping-end')
          : [this.#node(false, false), empty(this.#peek())],
      );
    });
    return node;
  }

  /** Reads the parts of a flow collection up to its end, which may stand behind a last comma. */
  #flowParts(end: Kind, noComma: string, readPart: () => void): void {
    this.#at += 1;
    for (let isFirst = true; !this.#take(end); isFirst = false) {
      if (!isFirst && !this.#take('flow-entry')) throw new YamlProblem(noComma, this.#peek());
      if (this.#take(end)) return;
      readPart();
    }
  }

  /** A key and its value, behind the token of the key. */
  #flowPair(end: Kind): readonly [key: Node, value: Node] {
    const next = this.#peek();
    const isEmpty = next.kind === 'value' || next.kind === 'flow-entry' || next.kind === end;
    // In a list libyaml passes over that token, and so loses the colon.
    if (isEmpty && end === 'flow-sequence-end') this.#at += 1;
    const key = isEmpty ? empty(next) : this.#node(false, false);
    const colon = this.#peek();
    if (!this.#take('value')) return [key, empty(colon)];
    const { kind } = this.#peek();
    return [key, kind === 'flow-entry' || kind === end ? empty(colon) : this.#node(false, false)];
  }
}

const PAIR_PARTS: readonly Kind[] = ['key', 'value'];

/** Why a token is not the key that must stand there. */
function noKey({ kind }: Token): string {
  if (kind === 'value') return 'This line has no key before its colon.';
  return kind === 'scalar'
    ? 'This line has no colon behind its key.'
    : 'This line does not fit the indent of the keys above it.';
}

const placeOf = ({ line, column }: Place): Place => ({ line, column });

const empty = (place: Place): Node => ({
  kind: 'scalar',
  text: '',
  tag: '',
  isImplicit: true,
  ...placeOf(place),
});
