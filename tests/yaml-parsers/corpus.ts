import fc from 'fast-check';
import { catalog } from '@/lib/catalog/registry';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { printValues } from '@/lib/overlay/print';
import { treeOf, type Values } from '@/lib/overlay/values';
import { readAnswers } from '@/lib/reading/reading';
import { openLink } from '@/tests/support/reading';
import { expectedLink, expectedNames } from '../expected/expected-overlay.mjs';
import { validAnswers } from '../support/answers';
import { askedWith } from '../support/choices';
import { anyText, NASTY_TEXTS, notesEverywhere, trees, wellFormedText } from '../support/text';

/** A YAML text and what whoever reads it must get. */
interface Sample {
  readonly text: string;
  readonly values: Values;
}

/** Texts that some parser takes for a number, a date, a truth, a key or a comment, beside those that break parsers. */
const MISLEADING = [
  'y¦N¦true¦True¦NULL¦Null¦on¦No¦NO¦nan¦inf¦Infinity¦.NAN¦.NaN¦.inf¦-.inf¦+.INF¦4Gi¦500m¦2k¦1E¦1Ei',
  '+1¦-0¦-0.0¦0b1¦0b+1¦0b-1¦-0b1¦0B11¦0o17¦0O17¦0o8¦-0o7¦+0o7¦0X1F¦-0X1f¦0x_1¦0x1p-2¦017¦007¦08¦089',
  '1.¦5.¦.5¦+.5¦.5_0¦+.5_0¦1e3¦1E-3¦1e+3_0¦1e400¦1_0¦1_000¦_1¦1_¦1__0¦+_1¦12e03¦685_230.15¦6.8e+5',
  '09_2024¦2024-01-01¦2024-1-1¦12:30:45¦1:30¦190:20:30¦2024-01-01T00:00:00Z¦10.0.0.1:9042¦.¦..¦+',
  '9999999999999999999¦0x1FFFFFFFFFFFFFFFFF¦0x¦- a¦-¦--- a¦?¦? a¦:¦a:¦:a¦: a¦a: b¦a #b¦#¦@a¦`a¦%a¦!a',
  '!!int 1¦&a b¦*a¦|¦>¦\'¦"¦\'\'¦""¦\'a¦"a¦a"¦\\¦\\n¦{¦}¦[¦]¦,¦{a: b}¦[a, b]¦a, b¦~¦<<¦=¦...',
  '{{ .Values.a }}¦$(a)¦é¦e\u0301¦Zürich¦北京¦🙂¦👩🏽¦\u00a0a\u00a0b¦a\u3000b¦\u0660',
].flatMap((line) => line.split('¦'));

/** The golden overlays, those of any valid answers, and with each of the free-text answers holding each nasty text that it takes. */
export function overlaySamples(): Sample[] {
  const candidates = [...MISLEADING, ...NASTY_TEXTS, ...fc.sample(anyText, { numRuns: 60 })];
  const nasty = catalog.answers.flatMap((answer) => {
    if (answer.shape.type !== 'text' || answer.writes === false) return [];
    const branch = askedWith(answer);
    const texts = new Set(
      candidates.filter((text) => text !== '' && answer.schema.safeParse(text).success),
    );
    return [...texts].map((text) => completeAnswers(catalog, { ...branch, [answer.key]: text }));
  });
  const golden = expectedNames().map(
    (name) => openLink(catalog, expectedLink(name)).raw, // the file of which is that one
  );
  return [...golden, ...nasty, ...fc.sample(validAnswers(catalog), 60)].map((raw) => {
    const { lines, entries } = readAnswers(catalog, raw);
    return { text: textOf(lines), values: treeOf(entries) };
  });
}

/** All that numbers, dates and times are spelled with, in YAML 1.1, YAML 1.2 and Go. */
const SPELLING = [...'0123456789abcdefxo_.+-E:ny'];
/** How many names one text holds. */
const NAMES = 1_000;

/** Names that look like numbers, as values and as keys. `npm run fuzz` has every one of up to four characters. */
export function numberLikeSamples(): Sample[] {
  const longer = (names: string[]) => names.flatMap((name) => SPELLING.map((one) => name + one));
  const [two, unit] = [longer(SPELLING), fc.constantFrom(...SPELLING)];
  const spelled =
    process.env.FUZZ_RUNS === undefined
      ? fc.sample(fc.string({ unit, minLength: 1, maxLength: 4 }), 3_000)
      : [...SPELLING, ...two, ...longer(two), ...longer(longer(two))];
  const all = [...new Set([...MISLEADING, ...spelled])];
  return Array.from({ length: Math.ceil(all.length / NAMES) }, (_, index) => {
    const names = all.slice(index * NAMES, (index + 1) * NAMES);
    // Not written as a key is `<<`, on which Helm 3 fails where the chart has a schema: it writes the key without quotes.
    const keys = names.filter((name) => name !== '<<').map((name) => [name, 'kept']);
    const values = { names, keys: Object.fromEntries(keys) };
    return { text: textOf(printValues(values)), values };
  });
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
  return fc.sample(trees(fc.constantFrom(...KEYS), scalar), { numRuns: count }).map((values) => {
    const notes = notesEverywhere(['a: b # "c" \'d\' {{ e }} \u2028 - f']);
    return { text: textOf(printValues(values, notes)), values };
  });
}
