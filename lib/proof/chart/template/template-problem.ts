/** Why a template cannot be read. It does not leave `lib/proof/chart`. */
export class TemplateProblem extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
