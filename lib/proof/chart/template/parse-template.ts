import {
  type Command,
  type Pipe,
  type Statement,
  type Template,
  TemplateProblem,
  type Term,
} from './template';
import { type Action, actionsOf, type Token } from './tokens';

/** How deep blocks and brackets may stand in one another. */
const DEEPEST = 200;

/**
 * Reads a Go template, reduced to what decides which values it reads.
 * @returns a TemplateProblem where Go would refuse it as well
 */
export function parseTemplate(text: string): Template | TemplateProblem {
  try {
    return new Parser(actionsOf(text)).template();
  } catch (problem) {
    if (problem instanceof TemplateProblem) return problem;
    throw problem;
  }
}

/** Where another text is put into one: it may hold templates as well. */
const SLOT = '{{ tpl "" . }}';

/** Whether no action begins in a text and ends in another one. */
function hasWholeActions(text: string): boolean {
  try {
    actionsOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Functions that only look at a text: a template in it is not put together. */
const LOOKING = new Set(
  'tpl include contains hasPrefix hasSuffix regexMatch fail eq ne default quote'.split(' '),
);

class Parser {
  readonly #actions: readonly Action[];
  #next = 0;
  /** Tokens of the present action that are not read yet, the next one last. */
  #left: Token[] = [];
  #depth = 0;
  readonly #defines: { name: string; body: readonly Statement[] }[] = [];
  readonly #texts: { text: string; line: number }[] = [];
  #isComposing = false;

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
  }

  template(): Template {
    const body = this.#body();
    const stray = this.#actions[this.#next];
    if (stray) throw problem(stray, 'There is an end or else without a beginning');
    return {
      body,
      defines: this.#defines,
      texts: this.#texts,
      isComposing: this.#isComposing,
    };
  }

  /** Statements up to an `end` or `else`, which stays. */
  #body(): Statement[] {
    const statements: Statement[] = [];
    for (let action = this.#actions[this.#next]; action; action = this.#actions[this.#next]) {
      const word = keyword(action);
      if (word === 'end' || word === 'else') break;
      this.#next += 1;
      statements.push(...this.#statement(action, word));
    }
    return statements;
  }

  #statement(action: Action, word: string): Statement[] {
    const line = lineOf(action);
    switch (word) {
      case 'if':
      case 'with':
      case 'range': {
        const pipe = this.#pipe(action.slice(1), line);
        return [{ kind: word, pipe, ...this.#block(action) }];
      }
      case 'define':
      case 'block': {
        const { body } = this.#block(action);
        this.#defines.push({ name: nameIn(action), body });
        return word === 'block' ? [this.#call(action)] : [];
      }
      case 'template':
        return [this.#call(action)];
      case 'break':
      case 'continue':
        if (action.length === 1) return [];
    }
    return [{ kind: 'print', pipe: this.#pipe(action, line) }];
  }

  #call(action: Action): Statement {
    const line = lineOf(action);
    const name = nameIn(action);
    const pipe = action.length > 2 ? this.#pipe(action.slice(2), line) : undefined;
    return { kind: 'call', name, line, pipe };
  }

  /** What stands between an action and its `end`. */
  #block(opening: Action): { body: Statement[]; otherwise: Statement[] } {
    this.#enter(opening);
    const body = this.#body();
    const closing = this.#actions[this.#next];
    this.#next += 1;
    if (!closing) throw problem(opening, 'A block has no end');
    let otherwise: Statement[] = [];
    if (keyword(closing) === 'else') {
      // `else if` is an `if` within `else` that shares its `end`.
      otherwise =
        closing.length > 1
          ? this.#statement(closing.slice(1), closing[1]?.value ?? '')
          : this.#block(opening).body;
    }
    this.#depth -= 1;
    return { body, otherwise };
  }

  #pipe(tokens: readonly Token[], line: number): Pipe {
    const at = tokens.findIndex(({ kind, value }) => kind === 'symbol' && /^:?=$/.test(value));
    const variables = tokens.slice(0, Math.max(at, 0)).filter(({ kind }) => kind === 'variable');
    this.#left = tokens.slice(at + 1).reverse();
    const commands = this.#commands(line);
    if (this.#left.length > 0) throw new TemplateProblem(line, 'A bracket is not opened');
    return {
      variables: variables.map(({ value }) => value),
      isAssignment: tokens[at]?.value === '=',
      commands,
    };
  }

  #commands(line: number): Command[] {
    const commands = [this.#command(line)];
    while (this.#take('|')) commands.push(this.#command(line));
    return commands;
  }

  #command(line: number): Command {
    const terms: Term[] = [];
    for (let term = this.#term(); term; term = this.#term()) terms.push(term);
    const [first, ...rest] = terms;
    if (!first) throw new TemplateProblem(line, 'A command is missing');
    this.#noteTexts([first, ...rest]);
    return [first, ...rest];
  }

  /** The next operand, if one is next. */
  #term(): Term | undefined {
    const next = this.#left.at(-1);
    if (!next || (next.kind === 'symbol' && next.value !== '(')) return undefined;
    this.#left.pop();
    const { kind, value, line } = next;
    if (kind === 'symbol') {
      this.#enter([next]);
      const commands = this.#commands(line);
      this.#depth -= 1;
      if (!this.#take(')')) throw new TemplateProblem(line, 'A bracket is not closed');
      const pipe = { variables: [], isAssignment: false, commands };
      return { head: { kind: 'pipe', pipe }, fields: this.#fields(), line };
    }
    if (kind === 'field') {
      const first = value === '' ? [] : [value];
      return { head: { kind: 'dot' }, fields: [...first, ...this.#fields()], line };
    }
    const head = { kind: kind === 'number' ? 'text' : kind, value };
    return { head, fields: this.#fields(), line };
  }

  /** The fields directly behind an operand. */
  #fields(): string[] {
    const fields: string[] = [];
    for (;;) {
      const next = this.#left.at(-1);
      if (next?.kind !== 'field' || !next.isJoined || next.value === '') return fields;
      fields.push(next.value);
      this.#left.pop();
    }
  }

  /** Goes past a symbol, if it is the next one. */
  #take(symbol: string): boolean {
    const next = this.#left.at(-1);
    const isNext = next?.kind === 'symbol' && next.value === symbol;
    if (isNext) this.#left.pop();
    return isNext;
  }

  /** Texts that hold templates, as `tpl` may be given them. */
  #noteTexts([first, ...rest]: Command): void {
    const isMaking = first.head.kind === 'word' && !LOOKING.has(first.head.value);
    const texts = [first, ...rest].flatMap(({ head }) => (head.kind === 'text' ? head.value : []));
    if (!texts.some((text) => text.includes('{{'))) return;
    const { line } = first;
    if (!isMaking) {
      this.#texts.push(...texts.map((text) => ({ text, line })));
    } else if (texts.every(hasWholeActions)) {
      // `cat "{{ with .x }}" .y "{{ end }}"`: what comes between is a text that may hold templates too.
      this.#texts.push({ text: texts.join(SLOT).replace(/%[sv]/g, SLOT), line });
    } else {
      this.#isComposing = true;
    }
  }

  #enter(action: Action): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw problem(action, 'Too much stands in one another');
  }
}

const keyword = ([first]: Action): string => (first?.kind === 'word' ? first.value : '');

function nameIn(action: Action): string {
  if (action[1]?.kind !== 'text') throw problem(action, 'A template has no name');
  return action[1].value;
}

const lineOf = (action: Action): number => action[0]?.line ?? 0;

const problem = (action: Action, message: string) => new TemplateProblem(lineOf(action), message);
