import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Face, fitText, joinParts, textWidth } from './text-width';

describe('textWidth', () => {
  it('is never below what DejaVu Sans takes, one of the widest system fonts', () => {
    // Measured in Chromium.
    const measured: [text: string, size: number, face: Face, width: number][] = [
      ['6 to 50 pods · 2 CPU, 4Gi each', 12, 'sans', 183.2],
      ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 12, 'sans', 209.7],
      ['abcdefghijklmnopqrstuvwxyz0123456789', 12, 'sans', 252.1],
      ['abcdefghijklmnopqrstuvwxyz0123456789', 12, 'bold', 282],
      ['WWWW mmmm @@%%', 12, 'bold', 159.4],
      ['.,:;-/()=<>&', 12, 'sans', 73],
      ['Outbox publisher', 13, 'bold', 126.7],
      ['kaireon-interactions', 12, 'mono', 144.5],
      ['数据中心', 12, 'mono', 48],
      ['😀😀', 12, 'sans', 25],
    ];
    for (const [text, size, face, width] of measured) {
      expect(textWidth(text, size, face), text).toBeGreaterThanOrEqual(width);
      expect(textWidth(text, size, face), text).toBeLessThan(width * 1.4);
    }
  });

  it('grows with the size', () => {
    expect(textWidth('pods', 24)).toBeCloseTo(2 * textWidth('pods', 12));
  });

  it('gives an emoji more room than a letter', () => {
    expect(textWidth('😀', 10)).toBe(14);
  });
});

describe('fitText', () => {
  it('leaves what fits and shortens what does not, never past the room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 12, max: 300 }),
        (text, room) => {
          const fitted = fitText(text, room, 12);
          expect(textWidth(fitted, 12)).toBeLessThanOrEqual(Math.max(room, textWidth('…', 12)));
          if (textWidth(text, 12) <= room) expect(fitted).toBe(text);
          else expect(text.startsWith(fitted.slice(0, -1))).toBe(true);
        },
      ),
    );
  });

  it('does not cut a letter in two', () => {
    expect(fitText('😀😀😀', 40, 12)).toBe('😀…');
  });
});

describe('joinParts', () => {
  it('puts as many on a line as fit', () => {
    expect(joinParts(['one', 'two', 'three'], 70, 12)).toEqual(['one · two', 'three']);
    expect(joinParts([], 70, 12)).toEqual([]);
  });
});
