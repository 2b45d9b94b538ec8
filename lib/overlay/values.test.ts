import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import type { Derived } from '@/lib/domain/answer';
import { formatPath } from '@/lib/domain/path';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers } from '@/tests/support/answers';
import { hollows } from '@/tests/support/file-laws';
import { type Entry, treeOf, writtenKeys } from './values';

const entry = (path: Entry['path'], value: Entry['value'], provenance: Derived['provenance']) => ({
  key: { path: '', source: 'a test', provenance, value: () => undefined },
  path,
  at: formatPath(path),
  value,
});

describe('entries', () => {
  const entries = [
    entry(['api', 'min'], 6, 'documented'),
    entry(['config', 'A'], 'x', 'documented'),
    entry(['api', 'a.b'], 'y', 'unverified'),
    entry(['api', 'list'], [{ a: 1, b: [true] }, 'z'], 'unverified'),
  ];

  it('become one tree, in their order', () => {
    const tree = treeOf(entries);
    expect(JSON.stringify(tree)).toBe(
      '{"api":{"min":6,"a.b":"y","list":[{"a":1,"b":[true]},"z"]},"config":{"A":"x"}}',
    );
  });

  it('are known leaf by leaf, lists opened', () => {
    expect(writtenKeys(entries)).toEqual([
      { path: 'api.min', provenance: 'documented' },
      { path: 'config.A', provenance: 'documented' },
      { path: 'api.a\\.b', provenance: 'unverified' },
      { path: 'api.list[0].a', provenance: 'unverified' },
      { path: 'api.list[0].b[0]', provenance: 'unverified' },
      { path: 'api.list[1]', provenance: 'unverified' },
    ]);
  });

  it('hold nothing empty and no null, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers(catalog), (raw) => {
        expect(hollows(treeOf(readAnswers(catalog, raw).entries))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
