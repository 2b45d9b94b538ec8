import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Attack, attacksOn } from './attacks';
import { StepCounter } from './step-counter';

/** Every pattern that is written in a file. */
function patternsIn(file: string): RegExp[] {
  const found: RegExp[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string }; // ESTree's own
      found.push(new RegExp(pattern, flags));
    } else for (const part of Object.values(node)) walk(part);
  };
  walk(parseSync(file, readFileSync(file, 'utf8')).program);
  return found;
}

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'lib/'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file));

/** Those that are put together when the catalogue is loaded. */
const ofAnswers = catalog.answers.flatMap(({ key, shape }) =>
  shape.type === 'text'
    ? [shape.pattern, shape.listItem].map((pattern) => ({ file: key, pattern }))
    : [],
);

const patterns = [
  ...files.flatMap((file) => patternsIn(file).map((pattern) => ({ file, pattern }))),
  ...ofAnswers,
];

/** What breaks a repetition off: a character that nothing asks for, alone and in a line of its own. */
const ENDS = ['\u0001', '\n\u0001\n\u0001'];

/**
 * How much more work a pattern has with a text that is four times as long: 4 where the work is linear, 16 where it is
 * quadratic. Short texts first; a longer one only where the short ones look bad, as a bounded repetition makes them look.
 */
function growth(counter: StepCounter, { prefix, pump }: Attack, end: string): number {
  const text = (length: number) => prefix + pump.repeat(Math.ceil(length / pump.length)) + end;
  let grown = 4;
  for (const length of [40, 500]) {
    const short = counter.count(text(length), length ** 2);
    grown = counter.count(text(4 * length), 16 * short) / short;
    if (grown < LINEAR) return grown;
  }
  return grown;
}

const LINEAR = 7;

/** An attack under which the work of a pattern grows faster than the text. */
function slowAttack(pattern: RegExp): Attack | undefined {
  const counter = new StepCounter(pattern);
  return attacksOn(pattern).find((attack) =>
    ENDS.some((end) => growth(counter, attack, end) > LINEAR),
  );
}

test('there are patterns', () => expect(patterns.length).toBeGreaterThan(100));

test('the counter knows linear patterns from others', () => {
  for (const linear of [/a[^a]*b/, /:[^\s:@]*@/, /^\s+|\s$/, /x{3}y/g, /\beyJ[\w-]{8,100}\./]) {
    expect(slowAttack(linear), String(linear)).toBeUndefined();
  }
  for (const slow of [/\s+$/, /\beyJ[\w-]{8,}\./, /a.*b/, /^\s*(?:#.*\s*)*$/, /^\d+\.?\d*x/]) {
    expect(slowAttack(slow), String(slow)).toBeDefined();
  }
});

test.each(patterns)('$file $pattern', ({ pattern }) => {
  expect(slowAttack(pattern)).toBeUndefined();
});
