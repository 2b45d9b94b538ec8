import { describe, expect, test } from 'vitest';
import { overlaySamples, type Sample, treeSamples } from './corpus';
import { parsers } from './parsers';

const overlays = overlaySamples();
const trees = treeSamples(400);

test('the corpus has every free-text answer, and trees of every kind', () => {
  expect(overlays.length).toBeGreaterThan(150);
  expect(new Set(overlays.map(({ text }) => text)).size).toBe(overlays.length);
  expect(trees.some(({ text }) => text.includes('\\L'))).toBe(true);
});

describe.each(parsers.map((parser) => [parser.name, parser] as const))('%s', (_, parser) => {
  const { absent, read } = parser;
  const check = (samples: readonly Sample[]) => {
    const seen = read(samples.map(({ text }) => text));
    expect(seen).toHaveLength(samples.length);
    samples.forEach(({ text, values }, index) => {
      expect(seen[index], text).toEqual(values);
    });
  };

  test.skipIf(absent)(
    'reads from overlays the values that were meant',
    () => check(overlays),
    60_000,
  );
  test.skipIf(absent)('reads from trees of any text what was printed', () => check(trees), 60_000);
});
