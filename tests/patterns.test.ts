import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';

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

/** Those that are put together when the catalogue is loaded. */
const ofAnswers = catalog.answers.flatMap(({ key, shape }) =>
  shape.type === 'text'
    ? [shape.pattern, shape.listItem].map((pattern) => ({ file: key, pattern }))
    : [],
);
const patterns = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .flatMap((file) => patternsIn(`lib/${file}`).map((pattern) => ({ file, pattern })))
  .concat(ofAnswers);

/**
 * What the library finds in a pattern, and in the same with a search from every place in front. The library sees that
 * only up to one letter and not with `{8,}`, so a word is its first letter here.
 */
function slowTexts({ source, flags }: RegExp) {
  const short = source
    .replaceAll('\\b', '')
    .replace(/\{[1-9]\d*,\}/g, '+')
    .replace(/(\\u[\dA-F{}]+|\\.|[A-Za-z])[A-Za-z]*/g, '$1');
  const search = short.startsWith('^') ? short : `^[^]*(?:${short})`;
  return [source, search].flatMap((one) => analyse(new RegExp(one, flags)).reports);
}

test('there are patterns', () => expect(patterns.length).toBeGreaterThan(100));

test.each([/\s+$/, /\beyJ[\w-]{8,}\./, /a.*b/, /^\s*(?:#.*\s*)*$/, /^\d+\.?\d*x/])(
  '%s is known to be slow',
  (slow) => expect(slowTexts(slow)).not.toEqual([]),
);

test.each(patterns)('$file $pattern is fast on any text', ({ pattern }) => {
  expect(slowTexts(pattern)).toEqual([]);
});
