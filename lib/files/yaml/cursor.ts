import type { Place } from './token';

/** Whether a character ends a line. YAML 1.1, which Go reads, counts NEL, LS and PS among them. */
export const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;

/** Whether a character is a space or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Whether a character ends a word; `0` is the end of the text. */
export const isBlankOrEnd = (code: number): boolean => code === 0 || isBlank(code) || isBreak(code);

/** What is wrong with a tab in an indent. */
export const TAB_INDENT = 'A tab stands where spaces must indent this line.';

/** A position in a text. Lines count from `firstLine`. */
export class Cursor {
  readonly text: string;
  at = 0;
  line: number;
  #lineStart = 0;

  constructor(text: string, firstLine: number) {
    this.text = text;
    this.line = firstLine;
  }

  /** Counts from 0. */
  get column(): number {
    return this.at - this.#lineStart;
  }

  get place(): Place {
    return { line: this.line, column: this.column + 1 };
  }

  /** The character here; `''` past the end. */
  get character(): string {
    return this.text.charAt(this.at);
  }

  /** The code of the character here, or some characters further on; `0` past the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead) | 0; // NaN past the end
  }

  /** Whether this character stands here, or some characters further on; never past the end. */
  is(character: string, ahead = 0): boolean {
    return this.text[this.at + ahead] === character;
  }

  /** Finds a sticky pattern here and passes over it. */
  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  /** Passes over a line break and returns it as YAML reads it. */
  readBreak(): string {
    const code = this.code();
    this.at += code === 13 && this.code(1) === 10 ? 2 : 1;
    this.line += 1;
    this.#lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** Passes over the rest of the line, not over its line break, and returns it. */
  readLine(): string {
    const start = this.at;
    for (let code = this.code(); code !== 0 && !isBreak(code); code = this.code()) this.at += 1;
    return this.text.slice(start, this.at);
  }

  /** Passes over spaces and tabs, not over line breaks. */
  skipBlanks(): void {
    while (isBlank(this.code())) this.at += 1;
  }

  /** Whether a line starts here with `---` or `...`. */
  isAtDocumentMark(): boolean {
    const mark = this.column === 0 ? this.text.slice(this.at, this.at + 3) : '';
    return (mark === '---' || mark === '...') && isBlankOrEnd(this.code(3));
  }
}
