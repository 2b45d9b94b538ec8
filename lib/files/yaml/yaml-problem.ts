import type { Place } from './token';

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
