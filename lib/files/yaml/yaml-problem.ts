/** Where something stands in a file; `line` and `column` count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not what Helm reads, in a sentence, with its place. */
export class YamlProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: Place) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
