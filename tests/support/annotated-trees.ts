import fc from 'fast-check';
import type { YamlValue } from '@/lib/domain/answer';
import { formatPath } from '@/lib/domain/path';
import type { Note } from '@/lib/overlay/print';
import type { Values } from '@/lib/overlay/values';
import { anyText, NASTY_TEXTS, wellFormedText } from './text';

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
export const annotatedTree = tree.chain((values) =>
  fc.record({
    values: fc.constant(values),
    notes: fc
      .dictionary(
        fc.constantFrom(...pathsOf(values)),
        fc.array(anyText, { minLength: 1, maxLength: 3 }),
      )
      .map((texts) => {
        const notes = new Map<string, Note[]>();
        for (const [path, all] of Object.entries(texts)) {
          notes.set(
            path,
            all.map((text, index) => ({ id: `${path} ${index}`, text })),
          );
        }
        return notes;
      }),
  }),
);
