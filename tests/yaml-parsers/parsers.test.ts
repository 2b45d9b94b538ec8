import { describe, expect, test } from 'vitest';
import { numberLikeSamples, overlaySamples, treeSamples } from './corpus';
import { parsers } from './parsers';

const corpus = {
  'overlays, the values that were meant': overlaySamples(),
  'trees of any text, what was printed': treeSamples(200),
  'names that look like numbers, what was typed': numberLikeSamples(),
};

test('the corpus has overlays with every free text, and trees of every kind', () => {
  const [overlays = [], trees = []] = Object.values(corpus);
  expect(overlays.length).toBeGreaterThan(150);
  expect(trees.some(({ text }) => text.includes('\\L'))).toBe(true);
});

describe.each(parsers)('$name', ({ absent, read }) => {
  test.skipIf(absent).each(Object.entries(corpus))(
    'reads from %s',
    async (_, samples) => {
      const seen = await read(samples.map(({ text }) => text));
      expect(seen).toHaveLength(samples.length);
      samples.forEach(({ text, values }, index) => {
        expect(seen[index], text).toEqual(values);
      });
    },
    600_000, // `npm run fuzz` has hundreds of thousands of names
  );
});
