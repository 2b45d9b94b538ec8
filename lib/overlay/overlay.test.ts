import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers } from '@/tests/support/answers';
import { brokenLaws, hollows } from '@/tests/support/file-laws';
import { readingOf } from '@/tests/support/reading';
import { textOf } from './overlay';
import { treeOf } from './values';

describe('the file', () => {
  // That it gives back the values is shown of more parsers in tests/yaml-parsers.
  // With sound answers: tests/catalogue/combinations.test.ts.
  it('obeys its laws, however wrong the answers are', () => {
    fc.assert(
      fc.property(anyAnswers(catalog), (raw) => {
        const { lines, limits, entries } = readAnswers(catalog, raw);
        expect(brokenLaws(textOf(lines), limits)).toEqual([]);
        expect(hollows(treeOf(entries))).toEqual([]);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      }),
      { numRuns: 150 },
    );
  });

  it('leads from each line of a key to the answer behind it', () => {
    const { lines } = readingOf();
    const line = lines.find(({ text }) => text.includes('maxReplicas: 50'));
    expect(line?.path).toBe('api.autoscaling.maxReplicas');
    expect(lines.filter(({ kind, path }) => kind === 'key' && path === undefined)).toEqual([]);
  });
});
