import type { Block, Command, Pipe, Statement, Term } from '../template/template';
import { call } from './functions';
import { EACH } from './place';
import {
  anyField,
  computed,
  entryNames,
  field,
  namesIn,
  nothing,
  other,
  type PossibleValue,
  type Root,
  rootValue,
  signature,
  textValue,
} from './possible-value';
import { Scope } from './scope';
import { type Spot, type UseKind, Uses } from './uses';

/** Statements of one file, such as the body of a `define`. */
export interface Body {
  readonly file: string;
  readonly statements: readonly Statement[];
}

/** All that a chart's files give to be gone through. */
export interface Bodies {
  /** Every named template, and every file by its path. */
  readonly defines: ReadonlyMap<string, readonly Body[]>;
  /** What `tpl` may be given; empty where nothing calls it. */
  readonly texts: readonly Body[];
  /** Whether texts for `tpl` are put together from pieces, so that they can hold anything. */
  readonly isComposing: boolean;
}

interface Frame {
  readonly file: string;
  readonly dot: PossibleValue;
  readonly scope: Scope;
}

/** Steps until a chart counts as too tangled: the largest public ones take a hundredth of it. */
const MOST_STEPS = 2_000_000;
/** How deep templates may call one another. */
const DEEPEST = 60;
/** How often a loop is gone through while what its variables may be still grows; then it counts as too tangled. */
const MOST_ROUNDS = 12;
/** How often it is gone through while only mappings grow, which most loops make again in each turn. */
const MOST_CHANGES = 3;

/** Goes through templates without running them, and notes what they do with the values. */
export class Walker {
  readonly uses = new Uses();
  /** Names of templates that were called and are not defined. */
  readonly missing = new Set<string>();
  readonly #bodies: Bodies;
  /** Calls that were gone through, by name and dot. */
  readonly #done = new Set<string>();
  #steps = 0;
  #depth = 0;
  #changes = 0;

  constructor(bodies: Bodies) {
    this.#bodies = bodies;
  }

  /** Whether it gave up on a part: then nothing can be said to have no reader. */
  get isExhausted(): boolean {
    return this.#steps >= MOST_STEPS;
  }

  /** Goes through a file as Helm renders it. */
  render(file: string, root: Root): void {
    this.#callNamed(file, rootValue(root), { file, line: 1 });
  }

  #callNamed(name: string, dot: PossibleValue, spot: Spot): void {
    const bodies = this.#bodies.defines.get(name);
    if (bodies) {
      this.#run(name, bodies, dot, spot);
    } else {
      this.missing.add(name);
      this.uses.add(dot, 'unfollowed', spot);
    }
  }

  /** `include`: where the name is computed, any template may be the one. */
  #include(name: PossibleValue, dot: PossibleValue, spot: Spot): void {
    const names = namesIn(name);
    for (const one of names ?? []) this.#callNamed(one, dot, spot);
    if (names) return;
    const maybe = computed(dot);
    for (const [one, bodies] of this.#bodies.defines) this.#run(one, bodies, maybe, spot);
  }

  /** `tpl`: any of the texts may be the one. */
  #tpl(dot: PossibleValue, spot: Spot): void {
    const maybe = computed(dot);
    if (this.#bodies.isComposing) this.uses.add(maybe, 'unfollowed', spot);
    this.#run('tpl', this.#bodies.texts, maybe, spot);
  }

  #run(name: string, bodies: readonly Body[], dot: PossibleValue, spot: Spot): void {
    dot.isShared = true;
    const id = `${name} ${signature(dot)}`;
    if (this.#done.has(id) || this.isExhausted) return;
    if (this.#depth >= DEEPEST) {
      this.uses.add(dot, 'unfollowed', spot);
      return;
    }
    this.#done.add(id);
    this.#depth += 1;
    const before = this.#changes;
    for (const { file, statements } of bodies) {
      const scope = new Scope();
      scope.declare('$', dot);
      this.#statements(statements, { file, dot, scope });
    }
    this.#depth -= 1;
    // It changed this one mapping: another one like it has to be changed as well.
    if (this.#changes !== before) this.#done.delete(id);
  }

  #statements(statements: readonly Statement[], frame: Frame): void {
    for (const one of statements) this.#statement(one, frame);
  }

  #statement(statement: Statement, frame: Frame): void {
    const { file, dot, scope } = frame;
    switch (statement.kind) {
      case 'print': {
        const value = this.#pipe(statement.pipe, frame);
        if (statement.pipe.variables.length > 0) assign(statement.pipe, [value], scope);
        else this.uses.add(value, 'value', spotOf(statement.pipe, file));
        break;
      }
      case 'call': {
        const given = statement.pipe ? this.#pipe(statement.pipe, frame) : nothing();
        this.#callNamed(statement.name, given, { file, line: statement.line });
        break;
      }
      case 'range':
        this.#range(statement, frame);
        break;
      default: {
        const inner = new Scope(scope);
        const value = this.#pipe(statement.pipe, frame);
        this.uses.add(value, 'test', spotOf(statement.pipe, file));
        assign(statement.pipe, [value], inner);
        const there = statement.kind === 'with' ? value : dot;
        this.#statements(statement.body, { file, dot: there, scope: inner });
        this.#statements(statement.otherwise, { file, dot, scope: new Scope(inner) });
      }
    }
  }

  #range({ pipe, body, otherwise }: Block, frame: Frame): void {
    const { file, dot, scope } = frame;
    const all = this.#pipe(pipe, frame);
    this.uses.add(all, 'names', spotOf(pipe, file));
    const item = anyField(all, EACH);
    const values = pipe.variables.length > 1 ? [nameOfItem(all), item] : [item];
    // What one turn leaves in a variable or a mapping the next one finds there.
    let before = '';
    for (let round = 1; ; round++) {
      const inner = new Scope(scope);
      assign(pipe, values, inner);
      const changes = this.#changes;
      this.#statements(body, { file, dot: item, scope: inner });
      const after = scope.signature();
      if (after === before && (changes === this.#changes || round >= MOST_CHANGES)) break;
      before = after;
      if (round >= MOST_ROUNDS) this.#steps = MOST_STEPS;
      if (this.isExhausted) break;
    }
    this.#statements(otherwise, { file, dot, scope: new Scope(scope) });
  }

  /** What a pipe gives: each command has what the one before gave as its last argument. */
  #pipe({ commands }: Pipe, frame: Frame): PossibleValue {
    let given: PossibleValue | undefined;
    for (const command of commands) given = this.#command(command, frame, given);
    return given ?? other();
  }

  #command(
    [first, ...rest]: Command,
    frame: Frame,
    piped: PossibleValue | undefined,
  ): PossibleValue {
    const args = rest.map((term) => this.#term(term, frame));
    if (piped) args.push(piped);
    const spot = { file: frame.file, line: first.line };
    if (first.head.kind === 'word' && first.fields.length === 0) {
      return this.#call(first.head.value, args, spot);
    }
    const value = this.#term(first, frame);
    // `.Capabilities.APIVersions.Has "…"`: a method of something that is not of the values.
    for (const one of args) this.uses.add(one, 'value', spot);
    return value;
  }

  #term({ head, fields, line }: Term, frame: Frame): PossibleValue {
    if (this.isExhausted) return other();
    this.#steps += 1;
    return fields.reduce(field, this.#head(head, line, frame));
  }

  #head(head: Term['head'], line: number, frame: Frame): PossibleValue {
    switch (head.kind) {
      case 'dot':
        return frame.dot;
      case 'variable':
        return frame.scope.get(head.value);
      case 'text':
        return textValue(head.value);
      case 'word':
        if (LITERALS.has(head.value)) return nothing();
        return this.#call(head.value, [], { file: frame.file, line });
      case 'pipe':
        return this.#pipe(head.pipe, frame);
    }
  }

  #call(name: string, args: readonly PossibleValue[], spot: Spot): PossibleValue {
    if (this.isExhausted) return other();
    const use = (value: PossibleValue, kind: UseKind) => this.uses.add(value, kind, spot);
    if (name === 'include' || name === 'tpl') {
      const [first = other(), dot = nothing()] = args;
      use(first, 'value');
      if (name === 'tpl') this.#tpl(dot, spot);
      else this.#include(first, dot, spot);
      return other();
    }
    const changed = () => {
      this.#changes += 1;
    };
    return call(name, args, { use, changed });
  }
}

const LITERALS = new Set(['true', 'false', 'nil']);

function assign(
  { variables, isAssignment }: Pipe,
  values: readonly PossibleValue[],
  scope: Scope,
): void {
  for (const [at, name] of variables.entries()) {
    const value = values[at] ?? other();
    if (isAssignment) scope.assign(name, value);
    else scope.declare(name, value);
  }
}

/** The first variable of `range $name, $item := …`: known where the templates made the mapping. */
function nameOfItem(value: PossibleValue): PossibleValue {
  const names = entryNames(value);
  return names ? nothing({ texts: new Set(names) }) : other();
}

const spotOf = ({ commands }: Pipe, file: string): Spot => ({
  file,
  line: commands[0]?.[0].line ?? 0,
});
