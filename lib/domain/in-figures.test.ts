import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFigures } from './in-figures';

describe('inFigures', () => {
  it('groups by three and drops trailing zeros', () => {
    expect(inFigures(0)).toBe('0');
    expect(inFigures(999)).toBe('999');
    expect(inFigures(1000)).toBe('1,000');
    expect(inFigures(1_234_567.5)).toBe('1,234,567.5');
    expect(inFigures(-12_345)).toBe('-12,345');
    expect(inFigures(0.126)).toBe('0.13');
    expect(inFigures(57.25, 1)).toBe('57.3');
  });

  it('writes whole numbers as Intl does', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(inFigures(value)).toBe(value.toLocaleString('en-US').replace('-0', '0'));
      }),
    );
  });
});
