import fc from 'fast-check';
import type { YamlValue } from '@/lib/domain/answer';
import type { Note } from '@/lib/overlay/print';
import type { Values } from '@/lib/overlay/values';

/** Strings that have broken parsers of links, YAML or regular expressions before. */
export const NASTY_TEXTS: readonly string[] = [
  '¦ ¦\n¦\r\n¦a\u0085b\u2028c\u2029d¦\t# not a comment¦# a¦a # b¦: ¦- ¦? ¦---¦...¦|¦>-¦!!str¦&a¦*a',
  '{{ .Values.x }}¦{}¦[]¦<<¦=¦null¦~¦yes¦Off¦012¦0o7¦0x1F¦1_000¦1:30¦190:20:30¦.inf¦.NaN¦1e400',
  '2001-12-14t21:59:43.10-05:00¦%¦%E0%A4%A¦%00¦%2525¦&&==¦constructor¦__proto__¦toString',
  'it\'s "so" `said`¦\\¦\\u0000¦\u0000¦\u001b[31m¦\ufeff¦\ufffd¦\ufffe¦\ud800¦\udfff x¦\u202eabc',
  'e\u0301¦🙂👩‍👩‍👧¦٣¦６¦block\nscalar\n¦  indented\n first line¦kept\n\n\n¦a\n\nb\n # c\n\td',
].flatMap((line) => line.split('¦'));

/** A single UTF-16 code unit: half a pair as often as not. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Any string that JavaScript can hold: Unicode, unpaired surrogates, control characters, known trouble. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: codeUnit }),
);

/** Any string that UTF-8, and so a file, can hold: as {@link anyText} without halves of surrogate pairs. */
export const wellFormedText: fc.Arbitrary<string> = anyText.map((text) =>
  text.replace(/\p{Cs}/gu, '\ufffd'),
);

/** Trees with such keys and scalars, nested in mappings and lists. */
export const trees = (key: fc.Arbitrary<string>, scalar: fc.Arbitrary<YamlValue>) =>
  fc.letrec<{ value: YamlValue; tree: Values }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      tie('tree'),
      fc.array(scalar, { minLength: 1, maxLength: 4 }),
      fc.array(tie('tree'), { minLength: 1, maxLength: 2 }),
    ),
    tree: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  })).tree;

/** These texts as comments above every key. */
export const notesEverywhere = (texts: readonly string[]): ReadonlyMap<string, Note[]> =>
  Object.assign(new Map(), { get: () => texts.map((text, at) => ({ id: `note ${at}`, text })) });
