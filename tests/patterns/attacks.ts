import type { AST } from '@eslint-community/regexpp';
import { parsePattern } from './step-counter';

/** Characters of which the first two that fit a class stand for it; any other only where none of them fits. */
const CHARACTERS = [...'-a0 \n"#:=./,A\t'];

const MOST_PATHS = 40;
const LONGEST_PUMP = 6;

/** A text that is repeated, and what stands before it. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
}

/**
 * Texts that keep a pattern busy: a way through it, of which any few pieces in a row are repeated. Each of these that is
 * repeated and then broken off shows whether the search starts again, or tries again, for each repetition.
 */
export function attacksOn(pattern: RegExp): Attack[] {
  const { alternatives } = parsePattern(pattern);
  const attacks = new Map<string, Attack>();
  for (const pieces of alternatives.flatMap((one) => waysThrough(one.elements, pattern.flags))) {
    for (let start = 0; start < pieces.length; start++) {
      for (let end = start + 1; end <= Math.min(pieces.length, start + LONGEST_PUMP); end++) {
        const pump = pieces.slice(start, end).join('');
        for (const prefix of ['', pieces.slice(0, start).join('')]) {
          if (pump !== '') attacks.set(`${prefix}\0${pump}`, { prefix, pump });
        }
      }
    }
    const whole = pieces.join('');
    if (whole !== '') attacks.set(`\0${whole}`, { prefix: '', pump: whole });
  }
  return [...attacks.values()];
}

type Way = readonly string[];

function waysThrough(elements: readonly AST.Element[], flags: string): Way[] {
  let ways: Way[] = [[]];
  for (const element of elements) {
    const inside = waysOf(element, flags);
    // Each way of the element at least once, and not each with each where that would be too many.
    const all = ways.flatMap((way) => inside.map((piece) => [...way, ...piece]));
    ways =
      all.length <= MOST_PATHS
        ? all
        : [
            ...ways.map((way, n) => [...way, ...(inside[n % inside.length] ?? [])]),
            ...inside.map((piece) => [...(ways[0] ?? []), ...piece]),
          ].slice(0, MOST_PATHS);
  }
  return ways;
}

function waysOf(element: AST.Element, flags: string): Way[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap((one) => waysThrough(one.elements, flags));
    case 'Quantifier': {
      const once = waysOf(element.element, flags);
      const times = Math.min(Math.max(element.min, 1), 20);
      return once.map((way) => Array.from({ length: times }, () => way).flat());
    }
    case 'Assertion':
    case 'Backreference':
      return [[]];
    case 'Character':
      return [[String.fromCodePoint(element.value)]];
    default: {
      const isIn = new RegExp(`^(?:${element.raw})$`, flags.replace(/[gym]/g, ''));
      const fit = CHARACTERS.filter((one) => isIn.test(one)).slice(0, 2);
      for (let code = 0; fit.length === 0 && code < 0x10000; code++) {
        if (isIn.test(String.fromCharCode(code))) fit.push(String.fromCharCode(code));
      }
      return fit.map((one) => [one]);
    }
  }
}
