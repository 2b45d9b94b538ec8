import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { expect, it } from 'vitest';
import { anyText, NASTY_TEXTS, notesEverywhere, trees, wellFormedText } from '@/tests/support/text';
import { textOf } from './overlay';
import { COMMENT_WIDTH, commentLines, printValues } from './print';

/** Keys that YAML, JavaScript or this printer could misread. An empty key has no path. */
const key = fc
  .oneof(
    wellFormedText,
    fc.constantFrom('a', 'b', '1', '- x', '? y', 'true', '<<', '__proto__', 'long '.repeat(210)),
  )
  .filter((text) => text !== '');

const scalar = fc.oneof(
  wellFormedText,
  fc.constantFrom(...NASTY_TEXTS.map((text) => text.replace(/\p{Cs}/gu, '?'))),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
);

it('a printed tree is read back as it was, by a reader of YAML 1.1 too, whatever stands in it and above it', () => {
  fc.assert(
    fc.property(trees(key, scalar), fc.array(anyText, { maxLength: 3 }), (values, texts) => {
      const lines = printValues(values, notesEverywhere(texts));
      expect(load(textOf(lines))).toEqual(values);
      expect(load(textOf(lines), { schema: YAML11_SCHEMA })).toEqual(values);
      for (const { text } of lines) expect(text).not.toMatch(/[\n\r]/);
      const bare = lines.filter(({ kind }) => kind !== 'comment');
      expect(bare).toEqual(printValues(values));
    }),
    { numRuns: 300 },
  );
});

it('a printed tree gives each line the path and the id of its key', () => {
  const notes = new Map([['a.b\\.c', [{ id: 'why', text: 'because' }]]]);
  expect(printValues({ a: { 'b.c': 1 }, d: [{ e: 2, f: 3 }] }, notes)).toEqual([
    { id: 'blank a', kind: 'blank', text: '' },
    { id: 'a', kind: 'key', text: 'a:', path: 'a' },
    { id: 'why 0', kind: 'comment', text: '  # because', path: 'a.b\\.c' },
    { id: 'a.b\\.c', kind: 'key', text: '  b.c: 1', path: 'a.b\\.c' },
    { id: 'blank d', kind: 'blank', text: '' },
    { id: 'd', kind: 'key', text: 'd:', path: 'd' },
    { id: 'd 1', kind: 'key', text: '  - e: 2', path: 'd' },
    { id: 'd 2', kind: 'key', text: '    f: 3', path: 'd' },
  ]);
});

const layout = fc.record({ indent: fc.nat({ max: 40 }), hang: fc.nat({ max: 8 }) });
const prose = fc
  .array(fc.oneof(fc.lorem({ maxCount: 3 }), anyText))
  .map((parts) => parts.join(' '));

it('a comment has at most 80 columns on every line, whatever the text holds', () => {
  expect(COMMENT_WIDTH).toBe(80);
  fc.assert(
    fc.property(prose, layout, (text, { indent, hang }) => {
      commentLines(text, indent, hang).forEach((line, index) => {
        expect(line.length).toBeLessThanOrEqual(80);
        expect(line.slice(0, indent + 2)).toBe(`${' '.repeat(indent)}# `);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]|\s$/u);
        const hangs = index === 0 ? /^\S/ : new RegExp(`^ {${hang}}\\S`);
        expect(line.slice(indent + 2)).toMatch(hangs);
      });
    }),
    { numRuns: 200 },
  );
});

it('a comment loses no letter, makes none, and keeps their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z0-9.:,=]{1,120}$/)),
      layout,
      (words, { indent, hang }) => {
        const lines = commentLines(words.join(' '), indent, hang);
        const letters = lines.map((line) => line.slice(indent + 2)).join('');
        expect(letters.replaceAll(' ', '')).toBe(words.join(''));
      },
    ),
    { numRuns: 200 },
  );
});

it('a comment breaks at no line end of the text, and only hangs later lines', () => {
  expect(commentLines('a\nb\r\nc\rd\u0085e\u2028f\u2029g\th\u0000\u001b ‘i’ “j”', 2, 2)).toEqual([
    `  # a b c d e f g h 'i' "j"`,
  ]);
  expect(commentLines(`${'x'.repeat(70)} ${'y'.repeat(150)}`, 0, 2)).toEqual([
    `# ${'x'.repeat(70)}`,
    `#   ${'y'.repeat(76)}`,
    `#   ${'y'.repeat(74)}`,
  ]);
});

it('a comment is nothing for a text of nothing', () => {
  for (const text of ['', ' ', '\n', '\u0000\t']) expect(commentLines(text, 0)).toEqual([]);
});
