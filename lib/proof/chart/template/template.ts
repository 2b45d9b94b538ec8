/** What a template does, reduced to what decides which values it reads. Texts between the actions are left out. */
export type Statement =
  | { readonly kind: 'print'; readonly pipe: Pipe }
  | Block
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly pipe: Pipe | undefined;
      readonly line: number;
    };

/** Statements that stand between an action and its `end`. */
export interface Block {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `$x := command | command` */
export interface Pipe {
  readonly variables: readonly string[];
  /** `=` rather than `:=`. */
  readonly isAssignment: boolean;
  readonly commands: readonly Command[];
}

/** A function with its arguments, or a value. */
export type Command = readonly [Term, ...Term[]];

/** One operand, with the fields behind it: `$x.a.b` */
export interface Term {
  readonly head:
    | { readonly kind: 'dot' }
    | { readonly kind: 'variable' | 'word' | 'text'; readonly value: string }
    | { readonly kind: 'pipe'; readonly pipe: Pipe };
  readonly fields: readonly string[];
  readonly line: number;
}

/** A file of templates. */
export interface Template {
  readonly body: readonly Statement[];
  /** What it defines for others, by name. */
  readonly defines: readonly { readonly name: string; readonly body: readonly Statement[] }[];
  /** Texts in quotes that hold a template themselves, which `tpl` may be given. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
  /** Whether it puts an action together from pieces, so that a text for `tpl` may read anything. */
  readonly isComposing: boolean;
}

/** Why a template cannot be read. It does not leave `lib/proof/chart`. */
export class TemplateProblem extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
