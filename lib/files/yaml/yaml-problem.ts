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
