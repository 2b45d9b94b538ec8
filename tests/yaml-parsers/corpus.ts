import fc from 'fast-check';
import { catalog } from '@/lib/catalog/catalog';
import type { Answer, YamlValue } from '@/lib/domain/answer';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { printValues } from '@/lib/overlay/print';
import { treeOf, type Values } from '@/lib/overlay/values';
import { readAnswers } from '@/lib/reading/reading';
import { anyText, NASTY_TEXTS, wellFormedText } from '../support/text';

/** A YAML text and what whoever reads it must get. */
export interface Sample {
  readonly text: string;
  readonly values: Values;
}

/** Texts that some parser takes for a number, a date, a truth, a key or a comment, beside those that break parsers. */
const MISLEADING = [
  'y¦N¦true¦True¦NULL¦Null¦on¦NO¦nan¦.NAN¦-.inf¦+1¦-0¦0b1¦0o17¦017¦089¦1.¦.5¦1e3¦1E-3',
  '1_0¦12e03¦685_230.15¦6.8e+5¦2024-01-01¦2024-1-1¦12:30:45¦2024-01-01T00:00:00Z',
  '9999999999999999999¦0x¦- a¦-¦--- a¦?¦? a¦:¦a:¦:a¦: a¦a: b¦a #b¦#¦@a¦`a¦%a¦!a¦!!int 1',
  '&a b¦*a¦|¦>¦\'¦"¦\'\'¦""¦\'a¦"a¦a"¦\\¦\\n¦{¦}¦[¦]¦,¦{a: b}¦[a, b]¦a, b¦<<¦=¦...',
  '{{ .Values.a }}¦$(a)¦é¦e\u0301¦Zürich¦北京¦🙂¦👩🏽¦\u00a0a\u00a0b¦a\u3000b¦\u0660',
].flatMap((line) => line.split('¦'));

/** Overlays with each of the free-text answers holding each nasty text that it takes. */
export function overlaySamples(): Sample[] {
  const candidates = [...MISLEADING, ...NASTY_TEXTS, ...fc.sample(anyText, { numRuns: 300 })];
  return catalog.answers.flatMap((answer) => {
    if (answer.shape.type !== 'text' || answer.writes === false) return [];
    const branch = branchOf(answer);
    const texts = new Set(
      candidates.filter((text) => text !== '' && answer.schema.safeParse(text).success),
    );
    return [...texts].map((text) => {
      const reading = readAnswers(
        catalog,
        completeAnswers(catalog, { ...branch, [answer.key]: text }),
      );
      return { text: textOf(reading.lines), values: treeOf(reading.entries) };
    });
  });
}

/** A choice under which an answer counts. */
function branchOf(answer: Answer): Record<string, string> {
  const branches = catalog.answers.flatMap(({ key, shape }) =>
    shape.type === 'choice' ? shape.choices.map(({ value }) => ({ [key]: value })) : [],
  );
  const branch = [{}, ...branches].find((given) =>
    readAnswers(catalog, completeAnswers(catalog, given)).isActive(answer),
  );
  if (!branch) throw new Error(`No single choice leads to ${answer.key}.`);
  return branch;
}

/** Keys come from the catalogue: these are of its kind, and ones that a parser may misread. */
const KEYS = ['a¦bC¦d_e¦kaireon.ai/tier¦on¦y¦No¦null¦~¦012¦1e3¦1.5¦a b'].flatMap((line) =>
  line.split('¦'),
);

/** Trees of any text that a file can hold, with a comment above every key. */
export function treeSamples(count: number): Sample[] {
  const scalar = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(wellFormedText, fc.constantFrom(...MISLEADING)) },
    { weight: 1, arbitrary: fc.oneof(fc.boolean(), fc.integer()) },
  );
  const key = fc.constantFrom(...KEYS);
  const { tree } = fc.letrec<{ tree: Values; value: YamlValue }>((tie) => ({
    tree: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar,
      fc.array(scalar, { minLength: 1, maxLength: 4 }),
      tie('tree'),
    ),
  }));
  return fc.sample(tree, { numRuns: count }).map((values) => {
    const notes = { get: () => [{ id: 'note', text: 'a: b # "c" \'d\' {{ e }} \u2028 - f' }] };
    const lines = printValues(values, { notes: notes as unknown as ReadonlyMap<string, never> }); // only get is called
    return { text: textOf(lines), values };
  });
}
