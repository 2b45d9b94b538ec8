import { Cursor, isBlankOrEnd, isBreak } from './cursor';
import { scanBlockScalar } from './scan-block-scalar';
import { scanPlain, scanQuoted } from './scan-flow-scalars';
import { scanDirective, scanTag } from './scan-tag';
import type { Mark, Place, Token } from './token';
import { YamlProblem } from './yaml-problem';

/** How many tokens are cut in one step, which takes less than a millisecond. */
const TOKENS_A_STEP = 1_000;

/** How many characters a key may have before its colon. */
const LONGEST_KEY = 1_024;

/**
 * Cuts a text into tokens, in steps of a millisecond at most. Never throws: where the text stops being YAML the last
 * token is a `problem`. It cuts as libyaml does, which Go follows to the letter: what the specification refuses (a tab
 * or a closing bracket at the left edge, a comment right behind a quote) is therefore read as Helm reads it.
 * @param firstLine the line of the file at which the text starts
 */
export function* scanTokens(text: string, firstLine: number): Generator<undefined, Token[]> {
  const scanner = new Scanner(text, firstLine);
  try {
    for (let next = TOKENS_A_STEP; scanner.scan(); ) {
      if (scanner.tokens.length < next) continue;
      next = scanner.tokens.length + TOKENS_A_STEP;
      yield;
    }
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    const { message, line, column } = error;
    scanner.tokens.push({ kind: 'problem', message, line, column });
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
  /** Whether Go finds it too late: see `#closeFlow`. */
  isLate: boolean;
}

/** The block, or one of the flow collections that are open. */
interface Level {
  key: PossibleKey | undefined;
  /** The number of tokens before it where nothing in it might have been a key yet, else -1. */
  hollow: number;
}

/** One long class, because every kind of token moves the same indents, keys and cursor. */
class Scanner {
  readonly tokens: Token[] = [];
  readonly #cursor: Cursor;
  /** The indent of the block that is open, -1 at the top. */
  #indent = -1;
  readonly #outerIndents: number[] = [];
  #isKeyAllowed = true;
  #level: Level = { key: undefined, hollow: -1 };
  readonly #outerLevels: Level[] = [];

  constructor(text: string, firstLine: number) {
    this.#cursor = new Cursor(text, firstLine);
  }

  get #isFlow(): boolean {
    return this.#outerLevels.length > 0;
  }

  /** Cuts the next tokens off; `false` once there are none. */
  scan(): boolean {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#closeBlocks(cursor.column);
    const isEnded = cursor.code() === 0;
    const isDirective = cursor.column === 0 && cursor.is('%');
    if (!isEnded && !isDirective && !cursor.isAtDocumentMark()) return this.#scanToken(cursor);
    this.#closeBlocks(-1);
    this.#dropKey();
    this.#isKeyAllowed = false;
    if (isEnded) return !this.#mark('stream-end', 0);
    if (isDirective) return this.#add(scanDirective);
    return this.#mark(cursor.is('-') ? 'document-start' : 'document-end', 3);
  }

  /** Returns `true` for "more may follow", as each method that adds a token does. */
  #scanToken(cursor: Cursor): true {
    const isLoose = isBlankOrEnd(cursor.code(1));
    switch (cursor.character) {
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
      case '&':
        return this.#addPossibleKey(scanName);
      case '!':
        return this.#addPossibleKey(scanTag);
      case '|':
      case '>':
        return this.#isFlow ? this.#noToken() : this.#blockScalar();
      case '"':
      case "'":
        return this.#addPossibleKey((cursor, place) => quotedOrBlock(scanQuoted(cursor), place));
      case '%':
      case '@':
      case '`':
        return this.#noToken();
      default:
        // A tab is left over where a key may start: Go accepts no tab as an indent.
        return cursor.is('\t') ? this.#noToken() : this.#plain();
    }
  }

  #noToken(): never {
    const { character, place } = this.#cursor;
    throw new YamlProblem(
      character === '\t'
        ? 'A tab stands where Helm wants spaces.'
        : `A value cannot start with ${character} unless it is in quotes.`,
      place,
    );
  }

  /** A byte order mark within the text is a letter to Go, which looks for one only where the text begins. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      const mayTab = this.#isFlow || !this.#isKeyAllowed;
      while (cursor.code() === 32 || (mayTab && cursor.code() === 9)) cursor.at += 1;
      if (cursor.is('#')) cursor.readLine();
      if (!isBreak(cursor.code())) return;
      cursor.readBreak();
      if (!this.#isFlow) this.#isKeyAllowed = true;
    }
  }

  #mark(kind: Mark, length: number): true {
    this.tokens.push({ kind, ...this.#cursor.place });
    this.#cursor.at += length;
    return true;
  }

  #add(scan: (cursor: Cursor, place: Place) => Token): true {
    const cursor = this.#cursor;
    this.tokens.push(scan(cursor, cursor.place));
    return true;
  }

  /** A token that a key may start with. */
  #addPossibleKey(scan: (cursor: Cursor, place: Place) => Token): true {
    this.#saveKey();
    this.#isKeyAllowed = false;
    return this.#add(scan);
  }

  #openBlock(kind: Mark, { line, column }: Place, before = this.tokens.length): void {
    if (this.#isFlow || this.#indent >= column - 1) return;
    this.#outerIndents.push(this.#indent);
    this.#indent = column - 1;
    this.tokens.splice(before, 0, { kind, line, column });
  }

  /** Opens a block at a sign that stands only where a key may start, except in flow collections. */
  #openBlockHere(kind: Mark, refusal: string): void {
    const { place } = this.#cursor;
    if (!this.#isFlow && !this.#isKeyAllowed) throw new YamlProblem(refusal, place);
    this.#openBlock(kind, place);
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
    const { at, line, column } = this.#cursor;
    this.#dropKey();
    const isRequired = !this.#isFlow && this.#indent === column;
    const token = this.tokens.length;
    this.#level.key = { line, column: column + 1, at, token, isRequired, isLate: false };
    this.#level.hollow = -1;
  }

  #dropKey(): void {
    const { key } = this.#level;
    if (key?.isRequired) throw new YamlProblem('This line has no colon behind its key.', key);
    this.#level.key = undefined;
  }

  #openFlow(kind: Mark): true {
    this.#saveKey();
    this.#outerLevels.push(this.#level);
    this.#level = { key: undefined, hollow: this.tokens.length };
    this.#isKeyAllowed = true;
    return this.#mark(kind, 1);
  }

  /**
   * Go waits with a token that may be a key until its colon is found. With `{}` or `[]` it forgets to: such a token is
   * taken by then, and as the first thing in a file it is all of the file (`{}: x` is an empty mapping).
   */
  #closeFlow(kind: Mark): true {
    this.#dropKey();
    this.#isKeyAllowed = false;
    const { hollow } = this.#level;
    const outer = this.#outerLevels.pop();
    if (outer) {
      this.#level = outer;
      if (outer.key?.token === hollow) outer.key.isLate = true;
    }
    return this.#mark(kind, 1);
  }

  #blockEntry(): true {
    this.#openBlockHere(
      'block-sequence',
      'A list cannot start here: put its first - in a line of its own.',
    );
    this.#dropKey();
    this.#isKeyAllowed = true;
    return this.#mark('block-entry', 1);
  }

  #explicitKey(): true {
    this.#openBlockHere('block-mapping', 'A key cannot start here.');
    this.#dropKey();
    this.#isKeyAllowed = !this.#isFlow;
    return this.#mark('key', 1);
  }

  #value(): true {
    const { line, at } = this.#cursor;
    const { key } = this.#level;
    const isOnTime = key && key.line === line && key.at + LONGEST_KEY >= at;
    if (isOnTime) {
      const before = () => (key.isLate ? this.tokens.length : key.token);
      this.tokens.splice(before(), 0, { kind: 'key', line: key.line, column: key.column });
      this.#openBlock('block-mapping', key, before());
      this.#level.key = undefined;
    } else {
      this.#dropKey(); // may report that a colon is missing
      this.#openBlockHere(
        'block-mapping',
        'A second colon stands in this line. Put a text that holds a colon and a space in quotes.',
      );
    }
    this.#isKeyAllowed = !isOnTime && !this.#isFlow;
    return this.#mark('value', 1);
  }

  #blockScalar(): true {
    this.#dropKey();
    this.#isKeyAllowed = true;
    return this.#add((cursor, place) =>
      quotedOrBlock(scanBlockScalar(cursor, this.#indent), place),
    );
  }

  #plain(): true {
    return this.#addPossibleKey((cursor, place) => {
      const { value, isLineEnded } = scanPlain(cursor, this.#indent + 1, this.#isFlow);
      this.#isKeyAllowed = isLineEnded;
      return { kind: 'scalar', text: value, isPlain: true, ...place };
    });
  }
}

const quotedOrBlock = (text: string, place: Place): Token => ({
  kind: 'scalar',
  text,
  isPlain: false,
  ...place,
});

/** An alias `*name` or an anchor `&name`. */
function scanName(cursor: Cursor, place: Place): Token {
  const kind = cursor.is('*') ? 'alias' : 'anchor';
  const name = cursor.match(/[*&]([\w-]+)/y)?.[1];
  const isEnded = isBlankOrEnd(cursor.code()) || '?:,]}%@`'.includes(cursor.character);
  if (name !== undefined && isEnded) return { kind, name, ...place };
  throw new YamlProblem(
    'A value cannot start with * or & unless it is in quotes, or names an anchor in letters, digits, _ and -.',
    place,
  );
}
