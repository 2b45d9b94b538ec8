/** Why a text is not what Helm reads, in a sentence, with its place; `line` and `column` count from 1. */
export class YamlProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: { line: number; column: number }) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
