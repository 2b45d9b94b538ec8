import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText, NASTY_TEXTS } from '@/tests/support/text';
import { shellFlag, shellQuote } from './shell-quote';

/** What a shell makes of some words, one process for all of them. */
function wordsOf(words: readonly string[], shell = 'bash'): string[] {
  const script = `for word in ${words.join(' ')}; do printf '%s\\0' "$word"; done`;
  return execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

/** No process can be given a NUL, and no pipe half a surrogate pair. */
const typeable = anyText.map((text) => text.replace(/[\0\p{Cs}]/gu, '?'));

const DANGEROUS = [
  ...["'", "''", "a'b", "'; rm -rf /; '", '$(id)', '`id`', '$HOME', `\${HOME}`, '"', '\\', "\\'"],
  ...['a b', ' ', '\n', '*', '?', '[a]', '{a,b}', '~', '~root', '!!', '#', '&', '|', ';', '<', '>'],
  ...['a=b', '-n', '--', '%s', 'é', '🙂', '(', ')', '\t', '\r', '^', '$((1+1))', "$'a'", 'a\\\nb'],
];

const texts = [
  ...DANGEROUS,
  ...NASTY_TEXTS.map((text) => text.replace(/[\0\p{Cs}]/gu, '?')),
  ...fc.sample(typeable, 500),
];

it.each(['bash', 'sh'])('a quoted text is one word of %s, just as it was', (shell) => {
  expect(wordsOf(texts.map(shellQuote), shell)).toEqual(texts);
});

it('a quoted text stays as it is when there is nothing to quote', () => {
  const plain = ['orders', 'b-1:9092,b-2:9092', 'pulsar://b:6650', 'a_b.c+d%e=f@g'];
  expect(plain.map(shellQuote)).toEqual(plain);
  expect(shellQuote('')).toBe("''");
});

it('an option with its value names a variable to fill in where there is no value', () => {
  for (const blank of [undefined, '']) {
    expect(shellFlag('--stream', blank, 'STREAM')).toBe('--stream "$STREAM"');
  }
});

it('an option with its value is never taken for another option', () => {
  expect(shellFlag('--table-name', 'orders', 'T')).toBe('--table-name orders');
  expect(shellFlag('--table-name', '-rf', 'T')).toBe('--table-name=-rf');
  expect(wordsOf([shellFlag('--x', "a'b c", 'T')])).toEqual(['--x', "a'b c"]);
  expect(wordsOf([shellFlag('--x', "-a'b c", 'T')])).toEqual(["--x=-a'b c"]);
});
