import { oneOf, other, type PossibleValue, signature } from './possible-value';

/** The variables of a block and of those around it. */
export class Scope {
  readonly #variables = new Map<string, PossibleValue>();
  readonly #around: Scope | undefined;

  constructor(around?: Scope) {
    this.#around = around;
  }

  /** What a variable is, of this block or of one around it; something unknown where there is no such name. */
  get(name: string): PossibleValue {
    return this.#variables.get(name) ?? this.#around?.get(name) ?? other();
  }

  /** Makes a variable of this block. From then on the value is known under more than one name. */
  declare(name: string, value: PossibleValue): void {
    value.isShared = true;
    this.#variables.set(name, value);
  }

  /** Gives a variable another value. It keeps the earlier one too: whether this is done depends on a condition. */
  assign(name: string, value: PossibleValue): void {
    const there = this.#variables.get(name);
    if (there || !this.#around) this.declare(name, oneOf([there, value]));
    else this.#around.assign(name, value);
  }

  /** What all the variables may be, as a text. */
  signature(): string {
    const own = [...this.#variables].map(([name, value]) => `${name}=${signature(value)}`);
    return `${own.join()}/${this.#around?.signature() ?? ''}`;
  }
}
