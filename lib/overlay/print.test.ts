import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { annotatedTree } from '@/tests/support/annotated-trees';
import { textOf } from './overlay';
import { type Note, printValues } from './print';
import type { Values } from './values';

const NONE = { notes: new Map<string, Note[]>() };
const printed = (values: Values) => textOf(printValues(values, NONE));

describe('a printed tree', () => {
  it('is read back as it was, whatever stands in it and above it', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        expect(load(textOf(printValues(values, { notes })))).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back by a reader of YAML 1.1, which Helm is', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        expect(load(textOf(printValues(values, { notes })), { schema: YAML11_SCHEMA })).toEqual(
          values,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is the same with and without comments but for the comments', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        const bare = printValues(values, { notes }).filter(({ kind }) => kind !== 'comment');
        expect(bare).toEqual(printValues(values, NONE));
      }),
    );
  });

  it('is the same every time, also after thousands of others', () => {
    const first = printed({ a: { b: '012', c: ['x', { d: 1 }] } });
    for (let index = 0; index < 3000; index++) printed({ [`key ${index}`]: index });
    expect(printed({ a: { b: '012', c: ['x', { d: 1 }] } })).toBe(first);
  });

  it('has one line for each line, none with an end of its own', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        for (const { text } of printValues(values, { notes })) expect(text).not.toMatch(/[\n\r]/);
      }),
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

  it('quotes what a reader would take for something else', () => {
    expect(printed({ a: '012', b: 'yes', c: '4', d: '4Gi', e: 'null', f: '1e3', g: '1:30' })).toBe(
      '\na: "012"\n\nb: "yes"\n\nc: "4"\n\nd: 4Gi\n\ne: "null"\n\nf: "1e3"\n\ng: "1:30"\n',
    );
  });
});
