import { describe, expect, it } from 'vitest';
import type { OverlayKey } from '@/lib/domain/answer';
import { formatPath } from '@/lib/domain/path';
import { type Entry, treeOf, writtenKeys } from './values';

const entry = (
  path: Entry['path'],
  value: Entry['value'],
  provenance: OverlayKey['provenance'],
) => ({
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
});
