import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { YamlValue } from '@/lib/domain/answer';
import { formatPath } from '@/lib/domain/path';
import { anyText, NASTY_TEXTS, wellFormedText } from '@/tests/support/text';
import { textOf } from './overlay';
import { type Note, printValues } from './print';
import type { Values } from './values';

/** Keys that YAML, JavaScript or this printer could misread. An empty key has no path. */
const key = fc
  .oneof(
    wellFormedText,
    fc.constantFrom('a', 'b', '1', '- x', '? y', 'true', '<<', '__proto__', 'long '.repeat(210)),
  )
  .filter((text) => text !== '');

const scalar = fc.oneof(
  wellFormedText,
  fc.constantFrom(...NASTY_TEXTS.map((text) => text.replace(/\p{Cs}/gu, '?'))),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
);

const { tree } = fc.letrec<{ value: YamlValue; tree: Values }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    tie('tree'),
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
    fc.array(tie('tree'), { minLength: 1, maxLength: 2 }),
  ),
  tree: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
}));

/** Every mapping's keys with their paths; a list's items belong to the list's own line. */
function pathsOf(values: Values, above: readonly string[] = []): string[] {
  return Object.entries(values).flatMap(([step, value]) => {
    const path = [...above, step];
    const isMapping = typeof value === 'object' && !Array.isArray(value);
    return [formatPath(path), ...(isMapping ? pathsOf(value as Values, path) : [])];
  });
}

/** A tree with comments above some of its keys. */
const annotatedTree = tree.chain((values) =>
  fc.record({
    values: fc.constant(values),
    notes: fc
      .dictionary(
        fc.constantFrom(...pathsOf(values)),
        fc.array(anyText, { minLength: 1, maxLength: 3 }),
      )
      .map(
        (texts) =>
          new Map<string, Note[]>(
            Object.entries(texts).map(([path, all]) => [
              path,
              all.map((text, index) => ({ id: `${path} ${index}`, text })),
            ]),
          ),
      ),
  }),
);

describe('a printed tree', () => {
  it('is read back as it was, by a reader of YAML 1.1 too, whatever stands in it and above it', () => {
    fc.assert(
      fc.property(annotatedTree, ({ values, notes }) => {
        const lines = printValues(values, notes);
        expect(load(textOf(lines))).toEqual(values);
        expect(load(textOf(lines), { schema: YAML11_SCHEMA })).toEqual(values);
        for (const { text } of lines) expect(text).not.toMatch(/[\n\r]/);
        const bare = lines.filter(({ kind }) => kind !== 'comment');
        expect(bare).toEqual(printValues(values));
      }),
      { numRuns: 300 },
    );
  });

  it('gives each line the path and the id of its key', () => {
    const notes = new Map([['a.b\\.c', [{ id: 'why', text: 'because' }]]]);
    expect(printValues({ a: { 'b.c': 1 }, d: [{ e: 2, f: 3 }] }, notes)).toEqual([
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
