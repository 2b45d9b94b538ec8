import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers } from '@/tests/support/answers';
import { brokenLaws, hollows } from '@/tests/support/file-laws';
import { fileOf, readingOf } from '@/tests/support/reading';
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

  it('is the same bytes for the same answers, and knows nothing of the time', () => {
    const given = { 'eventbus.backend': 'kinesis', 'plan.peakRps': '5000' };
    expect(fileOf(given)).toBe(fileOf(Object.fromEntries(Object.entries(given).reverse())));
    expect(fileOf()).not.toMatch(/\b20\d\d\b/);
  });

  it('begins with what it is, how it is applied and the answers that it was made from', () => {
    const head = fileOf({ 'redis.cluster': 'false' }).split('\n\n')[0]?.split('\n') ?? [];
    expect(head[0]).toBe('# values-large.yaml: the KaireonAI overlay for large-scale clusters.');
    // As a shell reads it: a line that ends in a backslash goes on below.
    const shown = head.filter((line) => line.startsWith('#   ')).slice(0, 4);
    expect(
      shown
        .join('\n')
        .replaceAll('#   ', '')
        .replace(/ \\\n +/g, ' '),
    ).toBe(
      'helm upgrade --install kaireon ./helm -n kaireon --create-namespace -f helm/values.yaml -f helm/values-large.yaml -f values-large.yaml',
    );
    expect(head).toContain('# answers: v=1&redis.cluster=false');
    expect(fileOf()).toContain('\n# answers: defaults\n');
    const long = fileOf({ 'kafka.brokers': `${'b'.repeat(60)}:9092` });
    expect(long).toContain(`\n# answers:\n# v=1&kafka.brokers=${'b'.repeat(60)}%3A9092\n#\n`);
  });

  it('leads from each line of a key to the answer behind it', () => {
    const { lines } = readingOf();
    const line = lines.find(({ text }) => text.includes('maxReplicas: 50'));
    expect(line?.path).toBe('api.autoscaling.maxReplicas');
    expect(lines.filter(({ kind, path }) => kind === 'key' && path === undefined)).toEqual([]);
  });
});
