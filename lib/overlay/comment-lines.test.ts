import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/tests/support/text';
import { COMMENT_WIDTH, commentLines } from './print';

const layout = fc.record({ indent: fc.nat({ max: 40 }), hang: fc.nat({ max: 8 }) });
const prose = fc
  .array(fc.oneof(fc.lorem({ maxCount: 3 }), anyText))
  .map((parts) => parts.join(' '));

describe('a comment', () => {
  it('is a comment of at most 80 columns on every line, whatever the text holds', () => {
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

  it('loses no letter, makes none, and keeps their order', () => {
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

  it('breaks at no line end of the text, and only hangs later lines', () => {
    expect(commentLines('a\nb\r\nc\rd\u0085e\u2028f\u2029g\th\u0000\u001b ‘i’ “j”', 2, 2)).toEqual([
      `  # a b c d e f g h 'i' "j"`,
    ]);
    expect(commentLines(`${'x'.repeat(70)} ${'y'.repeat(150)}`, 0, 2)).toEqual([
      `# ${'x'.repeat(70)}`,
      `#   ${'y'.repeat(76)}`,
      `#   ${'y'.repeat(74)}`,
    ]);
  });

  it('is nothing for a text of nothing', () => {
    for (const text of ['', ' ', '\n', '\u0000\t']) expect(commentLines(text, 0)).toEqual([]);
  });
});
