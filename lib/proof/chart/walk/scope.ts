import { oneOf, other, signature, type Thing } from './thing';

/** The variables of a block and of those around it. */
export class Scope {
  readonly #variables = new Map<string, Thing>();
  readonly #around: Scope | undefined;

  constructor(around?: Scope) {
    this.#around = around;
  }

  /** What a variable is, of this block or of one around it; something unknown where none has that name. */
  get(name: string): Thing {
    return this.#variables.get(name) ?? this.#around?.get(name) ?? other();
  }

  /** Makes a variable of this very block. From here on the thing is known under more than one name. */
  declare(name: string, thing: Thing): void {
    thing.isShared = true;
    this.#variables.set(name, thing);
  }

  /** Gives a variable another value. It keeps the earlier one too: whether this is done depends on a condition. */
  assign(name: string, thing: Thing): void {
    const there = this.#variables.get(name);
    if (there || !this.#around) this.declare(name, oneOf([there, thing]));
    else this.#around.assign(name, thing);
  }

  /** What all the variables may be, as a text. */
  signature(): string {
    const own = [...this.#variables].map(([name, thing]) => `${name}=${signature(thing)}`);
    return `${own.join()}/${this.#around?.signature() ?? ''}`;
  }
}
