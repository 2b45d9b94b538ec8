import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Matches the rest of a text behind a position; `false` sends the search back to its last choice. */
type Rest = (at: number) => boolean;
type Match = (at: number, rest: Rest) => boolean;

/** The alternatives of a pattern, parsed. */
export function parsePattern({ source, flags }: RegExp): AST.Pattern {
  const [unicode, unicodeSets] = [flags.includes('u'), flags.includes('v')];
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets });
}

/** How many single steps a backtracking search takes until a pattern is found in a text, with flag `g` everywhere in it. */
export class StepCounter {
  readonly #match: Match;
  readonly #flags: string;
  #text = '';
  #steps = 0;
  #most = Number.POSITIVE_INFINITY;

  constructor(pattern: RegExp) {
    this.#flags = pattern.flags;
    this.#match = this.#any(parsePattern(pattern).alternatives);
  }

  /** @param most the count at which it gives up */
  count(text: string, most: number): number {
    [this.#text, this.#steps, this.#most] = [text, 0, most];
    try {
      const last = this.#flags.includes('y') ? 0 : text.length;
      for (let at = 0; at <= last; ) {
        let end = -1;
        const isFound = this.#match(at, (to) => {
          end = to;
          return true;
        });
        if (isFound && !this.#flags.includes('g')) break;
        at = isFound ? Math.max(end, at + 1) : at + 1;
      }
    } catch (error) {
      if (error !== TOO_MANY) throw error;
    }
    return this.#steps;
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps > this.#most) throw TOO_MANY;
  }

  #any(alternatives: readonly AST.Alternative[]): Match {
    const each = alternatives.map(({ elements }) => this.#all(elements));
    return (at, rest) => each.some((match) => match(at, rest));
  }

  #all(elements: readonly AST.Element[]): Match {
    return elements
      .map((element) => this.#one(element))
      .reduceRight<Match>(
        (behind, match) => (at, rest) => match(at, (next) => behind(next, rest)),
        (at, rest) => rest(at),
      );
  }

  #one(element: AST.Element): Match {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.#any(element.alternatives);
      case 'Quantifier':
        return this.#repeated(element);
      case 'Assertion':
        return this.#assertion(element);
      case 'Backreference':
        throw new Error(`${element.raw}: no pattern of ours repeats what it found.`);
      default:
        return this.#character(element.raw);
    }
  }

  /** One character or class: the engine itself says whether it fits, once for each character. */
  #character(raw: string): Match {
    const isIn = new RegExp(`^(?:${raw})$`, this.#flags.replace(/[gym]/g, ''));
    const known = new Map<string, boolean>();
    return (at, rest) => {
      this.#step();
      const character = this.#text[at];
      if (character === undefined) return false;
      const fits = known.get(character) ?? isIn.test(character);
      known.set(character, fits);
      return fits && rest(at + 1);
    };
  }

  #repeated({ element, min, max, greedy }: AST.Quantifier): Match {
    const once = this.#one(element);
    if (greedy && SINGLE.includes(element.type)) return this.#repeatedCharacter(once, min, max);
    const from =
      (done: number, rest: Rest): Rest =>
      (at) => {
        this.#step();
        const more = () =>
          done < max && once(at, (next) => (next > at || done < min) && from(done + 1, rest)(next));
        if (done < min) return more();
        return greedy ? more() || rest(at) : rest(at) || more();
      };
    return (at, rest) => from(0, rest)(at);
  }

  /** In a loop: a long text would take too many calls within one another. */
  #repeatedCharacter(once: Match, min: number, max: number): Match {
    return (at, rest) => {
      let end = at;
      while (end - at < max && once(end, () => true)) end += 1;
      for (; end - at >= min; end -= 1) {
        this.#step();
        if (rest(end)) return true;
      }
      return false;
    };
  }

  #assertion(assertion: AST.Assertion): Match {
    if (assertion.kind === 'lookahead') {
      const inside = this.#any(assertion.alternatives);
      return (at, rest) => inside(at, () => true) !== assertion.negate && rest(at);
    }
    if (assertion.kind === 'lookbehind') {
      const inside = this.#any(assertion.alternatives);
      // All that stand here look one character back.
      return (at, rest) =>
        (at > 0 && inside(at - 1, (end) => end === at)) !== assertion.negate && rest(at);
    }
    const holds = new RegExp(assertion.raw, `${this.#flags.replace(/[gy]/g, '')}y`);
    return (at, rest) => {
      this.#step();
      holds.lastIndex = at;
      return holds.test(this.#text) && rest(at);
    };
  }
}

const SINGLE = ['Character', 'CharacterClass', 'CharacterSet', 'ExpressionCharacterClass'];
const TOO_MANY = new Error('more steps than asked for');
