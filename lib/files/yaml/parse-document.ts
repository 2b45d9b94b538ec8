import type { MappingNode, Node, SequenceNode } from './node';
import type { WrittenTag } from './scan-tag';
import type { Place, Token } from './token';
import { YamlProblem } from './yaml-problem';

/** Values may be nested so deep. */
export const MOST_DEPTH = 64;

/** What handles stand for where no line `%TAG` says otherwise. */
const HANDLES: readonly (readonly [handle: string, prefix: string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/**
 * The first document of a text, `undefined` where there is none. Whatever follows it is not looked at, as in Go.
 * @throws YamlProblem where the tokens are no document
 */
export function parseDocument(tokens: readonly Token[]): Node | undefined {
  return new Parser(tokens).document();
}

/** One class, long as it is: it reads block and flow collections within one another. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  readonly #handles = new Map<string, string>(HANDLES);
  readonly #anchors = new Map<string, Node>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  document(): Node | undefined {
    let token = this.#peek();
    if (token.kind === 'stream-end') return undefined;
    const isMarked =
      token.kind === 'version' || token.kind === 'tag-handle' || token.kind === 'document-start';
    if (!isMarked) return this.#closed(this.#node(true, false));
    this.#directives();
    token = this.#peek();
    if (token.kind !== 'document-start') {
      throw new YamlProblem('A line that starts with % needs a line --- below it.', token);
    }
    this.#at += 1;
    token = this.#peek();
    const isEmpty =
      token.kind === 'version' ||
      token.kind === 'tag-handle' ||
      token.kind === 'document-start' ||
      token.kind === 'document-end' ||
      token.kind === 'stream-end';
    return this.#closed(isEmpty ? empty(token) : this.#node(true, false));
  }

  /** Go looks at one token more, to see that the document has ended. */
  #closed(root: Node): Node {
    this.#peek();
    return root;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at] ?? { kind: 'stream-end', line: 1, column: 1 };
    if (token.kind === 'problem') throw new YamlProblem(token.message, token);
    return token;
  }

  /** Passes over a token if it is of this kind. */
  #take(kind: Token['kind']): boolean {
    if (this.#peek().kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #directives(): void {
    let hasVersion = false;
    const given = new Set<string>();
    for (let token = this.#peek(); ; token = this.#peek()) {
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
        return;
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
    if (start.kind === 'alias') {
      const target = this.#anchors.get(start.name);
      if (!target) throw new YamlProblem('This alias names an anchor that is not above it.', start);
      this.#at += 1;
      return { kind: 'alias', name: start.name, target, ...placeOf(start) };
    }
    const { anchor, tag } = this.#properties();
    const token = this.#peek();
    const place = placeOf(start);
    const named = <N extends Node>(node: N): N => {
      if (anchor !== undefined) this.#anchors.set(anchor, node);
      return node;
    };
    if (mayLackIndent && token.kind === 'block-entry') {
      return this.#blockItems(named({ kind: 'sequence', items: [], ...place }), true);
    }
    if (token.kind === 'scalar') {
      this.#at += 1;
      const isImplicit = tag === '!' || (tag === '' && token.isPlain);
      return named({ kind: 'scalar', text: token.text, tag, isImplicit, ...place });
    }
    if (token.kind === 'flow-sequence') {
      return this.#flowItems(named({ kind: 'sequence', items: [], ...place }));
    }
    if (token.kind === 'flow-mapping') {
      return this.#flowPairs(named({ kind: 'mapping', pairs: [], ...place }));
    }
    if (isBlock && token.kind === 'block-sequence') {
      this.#at += 1;
      return this.#blockItems(named({ kind: 'sequence', items: [], ...place }), false);
    }
    if (isBlock && token.kind === 'block-mapping') {
      return this.#blockPairs(named({ kind: 'mapping', pairs: [], ...place }));
    }
    if (anchor !== undefined || tag !== '') {
      return named({ kind: 'scalar', text: '', tag, isImplicit: tag === '', ...place });
    }
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
    for (;;) {
      const entry = this.#peek();
      if (!this.#take('block-entry')) break;
      const { kind } = this.#peek();
      const isEmpty =
        kind === 'block-entry' ||
        kind === 'block-end' ||
        (isAtKey && (kind === 'key' || kind === 'value'));
      node.items.push(isEmpty ? empty(entry) : this.#node(true, false));
    }
    if (isAtKey || this.#take('block-end')) return node;
    throw new YamlProblem(
      'This line is indented like a list but does not start with -.',
      this.#peek(),
    );
  }

  #blockPairs(node: MappingNode): MappingNode {
    this.#at += 1;
    for (;;) {
      const token = this.#peek();
      if (this.#take('block-end')) return node;
      if (!this.#take('key')) {
        throw new YamlProblem(noKey(token), token);
      }
      const key = this.#blockPart(token);
      const colon = this.#peek();
      node.pairs.push([key, this.#take('value') ? this.#blockPart(colon) : empty(colon)]);
    }
  }

  #blockPart(before: Token): Node {
    const { kind } = this.#peek();
    const isEmpty = kind === 'key' || kind === 'value' || kind === 'block-end';
    return isEmpty ? empty(before) : this.#node(true, true);
  }

  #flowItems(node: SequenceNode): SequenceNode {
    this.#at += 1;
    for (let isFirst = true; ; isFirst = false) {
      if (this.#take('flow-sequence-end')) return node;
      if (!isFirst && !this.#take('flow-entry')) {
        throw new YamlProblem('A comma or ] is missing in this list.', this.#peek());
      }
      if (this.#take('flow-sequence-end')) return node;
      const start = this.#peek();
      node.items.push(this.#take('key') ? this.#pairInList(start) : this.#node(false, false));
    }
  }

  /** `[a: 1]` is a list of a mapping. */
  #pairInList(start: Token): MappingNode {
    const next = this.#peek();
    const isEmpty = ['value', 'flow-entry', 'flow-sequence-end'].includes(next.kind);
    if (isEmpty) this.#at += 1; // libyaml passes over it, and so loses its colon
    const key = isEmpty ? empty(next) : this.#node(false, false);
    return {
      kind: 'mapping',
      pairs: [[key, this.#flowValue('flow-sequence-end')]],
      ...placeOf(start),
    };
  }

  #flowPairs(node: MappingNode): MappingNode {
    this.#at += 1;
    for (let isFirst = true; ; isFirst = false) {
      if (this.#take('flow-mapping-end')) return node;
      if (!isFirst && !this.#take('flow-entry')) {
        throw new YamlProblem('A comma or } is missing in this mapping.', this.#peek());
      }
      if (this.#take('flow-mapping-end')) return node;
      if (this.#take('key')) {
        const next = this.#peek();
        const isEmpty = ['value', 'flow-entry', 'flow-mapping-end'].includes(next.kind);
        const key = isEmpty ? empty(next) : this.#node(false, false);
        node.pairs.push([key, this.#flowValue('flow-mapping-end')]);
      } else {
        const key = this.#node(false, false);
        node.pairs.push([key, empty(this.#peek())]);
      }
    }
  }

  #flowValue(end: Token['kind']): Node {
    const colon = this.#peek();
    if (!this.#take('value')) return empty(colon);
    const { kind } = this.#peek();
    return kind === 'flow-entry' || kind === end ? empty(colon) : this.#node(false, false);
  }
}

/** Why what stands where a key is wanted is none. */
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
