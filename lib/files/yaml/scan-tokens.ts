import { Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor';
import { scanBlockScalar } from './scan-block-scalar';
import { scanPlain, scanQuoted } from './scan-flow-scalars';
import { scanDirective, scanTag } from './scan-tag';
import type { Mark, Place, Token } from './token';
import { YamlProblem } from './yaml-problem';

/** So many tokens are cut in one step, which takes less than a millisecond. */
const TOKENS_A_STEP = 1_000;

/** Characters behind which a key on one line may still have its colon. */
const LONGEST_KEY = 1_024;

/**
 * Cuts a text into tokens, in steps of a millisecond at most. Never throws: where the text stops being YAML the last
 * token is a `problem`. It cuts as libyaml does, which Go's reader follows to the letter; what is no YAML by the book
 * (a tab or a closing bracket at the left edge, a comment right behind a quote) is therefore read as Helm reads it.
 * @param firstLine the line of the file at which the text starts
 */
export function* scanTokens(text: string, firstLine: number): Generator<undefined, Token[]> {
  const scanner = new Scanner(text, firstLine);
  for (let next = TOKENS_A_STEP; scanner.scan(); ) {
    if (scanner.tokens.length < next) continue;
    next = scanner.tokens.length + TOKENS_A_STEP;
    yield;
  }
  return scanner.tokens;
}

/** A place at which a key may have started: known only once its colon is found. */
interface PossibleKey extends Place {
  readonly at: number;
  /** The number of tokens before it. */
  readonly token: number;
  /** Whether nothing but a key can stand there. */
  readonly isRequired: boolean;
  /** Whether it is found too late: see `#beLateAt`. */
  readonly isLate?: true;
}

/** One class, long as it is: every kind of token moves the same indents, keys and cursor. */
class Scanner {
  readonly tokens: Token[] = [];
  readonly #cursor: Cursor;
  /** The indent of the block that is open, -1 at the top; below it those around that block. */
  #indent = -1;
  readonly #outerIndents: number[] = [];
  #isKeyAllowed = true;
  /** For the block, and for each flow collection that is open. */
  readonly #keys: (PossibleKey | undefined)[] = [undefined];
  /** The number of tokens before each of them where nothing in it might have been a key yet, else -1. */
  readonly #hollow: number[] = [-1];

  constructor(text: string, firstLine: number) {
    this.#cursor = new Cursor(text, firstLine);
  }

  /** Cuts the next tokens off; `false` once there are none. */
  scan(): boolean {
    try {
      return this.#next();
    } catch (error) {
      if (!(error instanceof YamlProblem)) throw error;
      const { message, line, column } = error;
      this.tokens.push({ kind: 'problem', message, line, column });
      return false;
    }
  }

  get #isFlow(): boolean {
    return this.#keys.length > 1;
  }

  get #place(): Place {
    return { line: this.#cursor.line, column: this.#cursor.column + 1 };
  }

  #next(): boolean {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#closeBlocks(cursor.column);
    const code = cursor.code();
    if (code === 0) return this.#end();
    if (cursor.column === 0 && cursor.is('%')) return this.#directive();
    if (cursor.isAtDocumentMark()) return this.#documentMark();
    const isLoose = isBlankOrEnd(cursor.code(1));
    switch (cursor.text[cursor.at]) {
      case '[':
        return this.#openFlow('flow-sequence');
      case '{':
        return this.#openFlow('flow-mapping');
      case ']':
        return this.#closeFlow('flow-sequence-end');
      case '}':
        return this.#closeFlow('flow-mapping-end');
      case ',':
        this.#dropKey();
        this.#isKeyAllowed = true;
        return this.#mark('flow-entry', 1);
      case '-':
        return isLoose ? this.#blockEntry() : this.#plain();
      case '?':
        return this.#isFlow || isLoose ? this.#explicitKey() : this.#plain();
      case ':':
        return this.#isFlow || isLoose ? this.#value() : this.#plain();
      case '*':
        return this.#name('alias');
      case '&':
        return this.#name('anchor');
      case '!':
        return this.#tag();
      case '|':
      case '>':
        return this.#isFlow ? this.#noToken() : this.#blockScalar();
      case '"':
      case "'":
        return this.#quoted();
      case '%':
      case '@':
      case '`':
        return this.#noToken();
      default:
        // A tab is left where a key may start: Go takes no tab for an indent.
        return isBlank(code) ? this.#noToken() : this.#plain();
    }
  }

  #noToken(): never {
    const character = this.#cursor.text[this.#cursor.at];
    throw new YamlProblem(
      character === '\t'
        ? 'A tab stands where Helm wants spaces.'
        : `A value cannot start with ${character} unless it is in quotes.`,
      this.#place,
    );
  }

  /** A byte order mark within the text is a letter to Go's reader: it looks for one only where the text begins. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      const mayTab = this.#isFlow || !this.#isKeyAllowed;
      while (cursor.code() === 32 || (mayTab && cursor.code() === 9)) cursor.at += 1;
      if (cursor.is('#')) cursor.skipLine();
      if (!isBreak(cursor.code())) return;
      cursor.readBreak();
      if (!this.#isFlow) this.#isKeyAllowed = true;
    }
  }

  #mark(kind: Mark, length: number, place = this.#place): true {
    this.tokens.push({ kind, ...place });
    this.#cursor.at += length;
    return true;
  }

  #openBlock(kind: Mark, column: number, place: Place, before = this.tokens.length): void {
    if (this.#isFlow || this.#indent >= column) return;
    this.#outerIndents.push(this.#indent);
    this.#indent = column;
    this.tokens.splice(before, 0, { kind, ...place });
  }

  #closeBlocks(column: number): void {
    if (this.#isFlow) return;
    while (this.#indent > column) {
      this.#mark('block-end', 0);
      this.#indent = this.#outerIndents.pop() ?? -1;
    }
  }

  /** Remembers that a key may start here. */
  #saveKey(): void {
    if (!this.#isKeyAllowed) return;
    const { at, column } = this.#cursor;
    this.#dropKey();
    const isRequired = !this.#isFlow && this.#indent === column;
    const token = this.tokens.length;
    this.#keys[this.#keys.length - 1] = { ...this.#place, at, token, isRequired };
    this.#hollow[this.#hollow.length - 1] = -1;
  }

  #dropKey(): void {
    const key = this.#keys.at(-1);
    if (key?.isRequired) throw new YamlProblem('This line has no colon behind its key.', key);
    this.#keys[this.#keys.length - 1] = undefined;
  }

  #closeAll(): void {
    this.#closeBlocks(-1);
    this.#dropKey();
    this.#isKeyAllowed = false;
  }

  #end(): false {
    this.#closeAll();
    this.#mark('stream-end', 0);
    return false;
  }

  #directive(): true {
    this.#closeAll();
    const place = this.#place;
    const directive = scanDirective(this.#cursor);
    const kind = 'version' in directive ? { kind: 'version' as const, ...directive } : undefined;
    this.tokens.push(
      kind
        ? { ...kind, ...place }
        : { kind: 'tag-handle', ...(directive as { handle: string; prefix: string }), ...place }, // the other of the two
    );
    return true;
  }

  #documentMark(): true {
    this.#closeAll();
    return this.#mark(this.#cursor.is('-') ? 'document-start' : 'document-end', 3);
  }

  #openFlow(kind: Mark): true {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#hollow.push(this.tokens.length);
    this.#isKeyAllowed = true;
    return this.#mark(kind, 1);
  }

  #closeFlow(kind: Mark): true {
    this.#dropKey();
    this.#isKeyAllowed = false;
    if (this.#isFlow) {
      this.#keys.pop();
      this.#beLateAt(this.#hollow.pop());
    }
    return this.#mark(kind, 1);
  }

  /**
   * Go waits with a token that may be a key until its colon is found. With `{}` or `[]` it forgets to: such a one is
   * taken by then, and as the first thing in a file it is all of the file (`{}: x` is an empty mapping).
   */
  #beLateAt(token: number | undefined): void {
    const key = this.#keys.at(-1);
    if (key && key.token === token) this.#keys[this.#keys.length - 1] = { ...key, isLate: true };
  }

  #blockEntry(): true {
    if (!this.#isFlow) {
      if (!this.#isKeyAllowed) {
        throw new YamlProblem(
          'A list cannot start here: put its first - in a line of its own.',
          this.#place,
        );
      }
      this.#openBlock('block-sequence', this.#cursor.column, this.#place);
    }
    this.#dropKey();
    this.#isKeyAllowed = true;
    return this.#mark('block-entry', 1);
  }

  #explicitKey(): true {
    if (!this.#isFlow) {
      if (!this.#isKeyAllowed) throw new YamlProblem('A key cannot start here.', this.#place);
      this.#openBlock('block-mapping', this.#cursor.column, this.#place);
    }
    this.#dropKey();
    this.#isKeyAllowed = !this.#isFlow;
    return this.#mark('key', 1);
  }

  #value(): true {
    const cursor = this.#cursor;
    const key = this.#keys.at(-1);
    const isOnTime = key && key.line === cursor.line && key.at + LONGEST_KEY >= cursor.at;
    if (isOnTime) {
      const before = () => (key.isLate ? this.tokens.length : key.token);
      this.tokens.splice(before(), 0, { kind: 'key', line: key.line, column: key.column });
      this.#openBlock('block-mapping', key.column - 1, key, before());
      this.#keys[this.#keys.length - 1] = undefined;
      this.#isKeyAllowed = false;
      return this.#mark('value', 1);
    }
    if (key?.isRequired) this.#dropKey(); // which says what is missing
    if (!this.#isFlow) {
      if (!this.#isKeyAllowed) {
        throw new YamlProblem(
          'A second colon stands in this line. Put a text that holds a colon and a space in quotes.',
          this.#place,
        );
      }
      this.#openBlock('block-mapping', cursor.column, this.#place);
    }
    this.#isKeyAllowed = !this.#isFlow;
    return this.#mark('value', 1);
  }

  #name(kind: 'alias' | 'anchor'): true {
    this.#saveKey();
    this.#isKeyAllowed = false;
    const place = this.#place;
    const name = this.#cursor.match(/[*&]([\w-]+)/y)?.[1];
    if (name === undefined || !(isBlankOrEnd(this.#cursor.code()) || this.#isNameEnd())) {
      throw new YamlProblem(
        'A value cannot start with * or & unless it is in quotes, or names an anchor in letters, digits, _ and -.',
        place,
      );
    }
    this.tokens.push({ kind, name, ...place });
    return true;
  }

  #isNameEnd(): boolean {
    return '?:,]}%@`'.includes(this.#cursor.text[this.#cursor.at] ?? '');
  }

  #tag(): true {
    this.#saveKey();
    this.#isKeyAllowed = false;
    const place = this.#place;
    this.tokens.push({ kind: 'tag', tag: scanTag(this.#cursor), ...place });
    return true;
  }

  #blockScalar(): true {
    this.#dropKey();
    this.#isKeyAllowed = true;
    const place = this.#place;
    const text = scanBlockScalar(this.#cursor, this.#indent);
    this.tokens.push({ kind: 'scalar', text, isPlain: false, ...place });
    return true;
  }

  #quoted(): true {
    this.#saveKey();
    this.#isKeyAllowed = false;
    const place = this.#place;
    this.tokens.push({ kind: 'scalar', text: scanQuoted(this.#cursor), isPlain: false, ...place });
    return true;
  }

  #plain(): true {
    this.#saveKey();
    this.#isKeyAllowed = false;
    const place = this.#place;
    const { value, isLineEnded } = scanPlain(this.#cursor, this.#indent + 1, this.#isFlow);
    if (isLineEnded) this.#isKeyAllowed = true;
    this.tokens.push({ kind: 'scalar', text: value, isPlain: true, ...place });
    return true;
  }
}
