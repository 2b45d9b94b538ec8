import { expect, it } from 'vitest';
import { plural } from './plural';

it('writes a count with its noun', () => {
  expect(plural(0, 'pod')).toBe('0 pods');
  expect(plural(1, 'pod')).toBe('1 pod');
  expect(plural(1200, 'pod')).toBe('1,200 pods');
  expect(plural(1, 'reply', 'replies')).toBe('1 reply');
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
});
