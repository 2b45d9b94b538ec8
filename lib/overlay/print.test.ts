import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { annotatedTree } from '@/tests/support/annotated-trees';
import { textOf } from './overlay';
import { type Note, printValues } from './print';

describe('a printed tree', () => {
  it('is read back as it was, by a reader of YAML 1.1 too, whatever stands in it and above it', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        const lines = printValues(values, { notes });
        expect(load(textOf(lines))).toEqual(values);
        expect(load(textOf(lines), { schema: YAML11_SCHEMA })).toEqual(values);
        for (const { text } of lines) expect(text).not.toMatch(/[\n\r]/);
        const bare = lines.filter(({ kind }) => kind !== 'comment');
        expect(bare).toEqual(printValues(values, { notes: new Map<string, Note[]>() }));
      }),
      { numRuns: 300 },
    );
  });

  it('gives each line the path and the id of its key', () => {
    const notes = new Map([['a.b\\.c', [{ id: 'why', text: 'because' }]]]);
    expect(printValues({ a: { 'b.c': 1 }, d: [{ e: 2, f: 3 }] }, { notes })).toEqual([
      { id: 'blank a', kind: 'blank', text: '' },
      { id: 'a', kind: 'key', text: 'a:', path: 'a' },
      { id: 'why 0', kind: 'comment', text: '  # because', path: 'a.b\\.c' },
      { id: 'a.b\\.c', kind: 'key', text: '  b.c: 1', path: 'a.b\\.c' },
      { id: 'blank d', kind: 'blank', text: '' },
      { id: 'd', kind: 'key', text: 'd:', path: 'd' },
      { id: 'd 1', kind: 'key', text: '  - e: 2', path: 'd' },
      { id: 'd 2', kind: 'key', text: '    f: 3', path: 'd' },
    ]);
  });
});
