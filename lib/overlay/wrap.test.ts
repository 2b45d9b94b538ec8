import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SLOW } from '@/tests/support/slow';
import { anyText } from '@/tests/support/text';
import { COMMENT_WIDTH, commentLines } from './wrap';

vi.setConfig({ testTimeout: SLOW });

/** The words of a text as a reader of a comment sees them: no control characters, plain quotation marks. */
const wordsOf = (text: string) =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .split(' ')
    .filter(Boolean);

const layout = fc.record({ indent: fc.nat({ max: 40 }), hang: fc.nat({ max: 8 }) });
const prose = fc
  .array(fc.oneof(fc.lorem({ maxCount: 3 }), anyText))
  .map((parts) => parts.join(' '));

describe('a comment', () => {
  it('stays within 100 columns', () => {
    expect(COMMENT_WIDTH).toBe(100);
    fc.assert(
      fc.property(prose, layout, (text, { indent, hang }) => {
        for (const line of commentLines(text, indent, hang))
          expect(line.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word and makes none', () => {
    fc.assert(
      fc.property(prose, layout, (text, { indent, hang }) => {
        const said = commentLines(text, indent, hang).map((line) => line.slice(indent + 2).trim());
        // A word wider than the line is broken, so that only the letters can be compared.
        expect(said.join('').replaceAll(' ', '')).toBe(wordsOf(text).join(''));
        const room = 100 - indent - 2 - hang;
        if (wordsOf(text).every(({ length }) => length <= room)) {
          expect(said.join(' ').split(' ').filter(Boolean)).toEqual(wordsOf(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is a comment on every line, whatever the text holds', () => {
    fc.assert(
      fc.property(prose, layout, (text, { indent, hang }) => {
        commentLines(text, indent, hang).forEach((line, index) => {
          expect(line.slice(0, indent + 2)).toBe(`${' '.repeat(indent)}# `);
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]|\s$/u);
          expect(line.slice(indent + 2)).toMatch(
            index === 0 ? /^\S/ : new RegExp(`^ {${hang}}\\S`),
          );
        });
      }),
      { numRuns: 500 },
    );
  });

  it('uses the room that there is', () => {
    const words = 'ab '.repeat(200);
    for (const line of commentLines(words, 4).slice(0, -1)) expect(line.length).toBeGreaterThan(97);
  });

  it('breaks at every kind of line end, and only hangs later lines', () => {
    expect(commentLines('a\nb\r\nc\rd\u0085e\u2028f\u2029g\th', 2, 2)).toEqual([
      '  # a b c d e f g h',
    ]);
    expect(commentLines(`${'x'.repeat(90)} ${'y'.repeat(20)}`, 0, 2)).toEqual([
      `# ${'x'.repeat(90)}`,
      `#   ${'y'.repeat(20)}`,
    ]);
    expect(commentLines('x'.repeat(150), 0, 2)).toEqual([
      `# ${'x'.repeat(98)}`,
      `#   ${'x'.repeat(52)}`,
    ]);
  });

  it('is nothing for a text of nothing', () => {
    for (const text of ['', ' ', '\n', '\u0000\t']) expect(commentLines(text, 0)).toEqual([]);
  });
});
