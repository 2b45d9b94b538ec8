import { expect, it } from 'vitest';
import { inFigures, plural } from './plural';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-12_345, '-12,345'],
  [9_007_199_254_740_991, '9,007,199,254,740,991'],
  [1_234_567.5, '1,234,567.5'],
  [0.126, '0.13'],
])('%d is grouped by three and has no trailing zeros: %s', (value, text) => {
  expect(inFigures(value)).toBe(text);
});

it('has as many places as asked for', () => {
  expect(inFigures(57.25, 1)).toBe('57.3');
});

it('writes a count with its noun', () => {
  expect(plural(0, 'pod')).toBe('0 pods');
  expect(plural(1, 'pod')).toBe('1 pod');
  expect(plural(1200, 'pod')).toBe('1,200 pods');
  expect(plural(1, 'reply', 'replies')).toBe('1 reply');
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
});
