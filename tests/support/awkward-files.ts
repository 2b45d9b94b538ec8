import fc from 'fast-check';
import { seededRandom } from '@/tests/support/seeded-random';
import files from './awkward-files.json';
import { spoiled } from './spoiled-files';

/** Files that people were seen to bring, or that YAML parsers disagree on: scalars, tabs, merges, numbers, tags, layouts. */
export const AWKWARD: readonly string[] = files;

/** Words with `¦` between them, because most of them hold quotes. */
const words = (text: string) => fc.constantFrom(...text.split('¦'));

const key = fc.oneof(
  { weight: 6, arbitrary: words('a¦b¦c d¦e.f¦"q"¦\'s\'¦1¦2') },
  { weight: 1, arbitrary: words('on¦? e¦<<¦&k f¦!!str g¦~') },
);
const plainScalar = words(
  '1¦0x1f¦012¦1.50¦yes¦null¦¦~¦text¦two words¦"dq"¦\'sq\'¦a#b¦"a\\nb"¦!!str 12¦!Ref r¦on # c¦{}¦[]¦1_0¦1:30¦.5¦-1¦&x 1¦"open\n  end"¦plain\n   more',
);
const oddScalar = words(
  '*x¦|\n   l1\n    l2\n¦>-\n   f1\n   f2\n¦x: y¦- i¦{¦[¦{{ t }}¦@at¦-¦?¦"\\/"¦{a: &x {b: 1}, <<: *x}¦!!int x',
);
const scalar = fc.oneof({ weight: 5, arbitrary: plainScalar }, { weight: 1, arbitrary: oddScalar });
const flow: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    plainScalar,
    key,
    fc
      .tuple(fc.array(fc.tuple(key, tie('any')), { maxLength: 3 }), gap(), gap())
      .map(
        ([pairs, open, close]) =>
          `{${open}${pairs.map(([k, v]) => `${k}: ${v}`).join(`,${open}`)}${close}}`,
      ),
    fc
      .tuple(fc.array(tie('any'), { maxLength: 3 }), gap(), gap())
      .map(([items, open, close]) => `[${open}${items.join(`,${close}`)}${close}]`),
  ),
})).any;

function gap(): fc.Arbitrary<string> {
  return fc.constantFrom('', ' ', '\n', '\n  ', '\t', ' # c\n');
}

const line = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: words('  ¦    ¦ ¦\t¦- ¦  - ') },
    ),
    fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: scalar }),
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(': ') },
      { weight: 1, arbitrary: words(':\n¦:¦ : ¦:\t¦') },
    ),
    fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 2, arbitrary: flow }),
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('\n') },
      { weight: 1, arbitrary: words(' # c\n¦\r\n¦\n\n¦\n---\n¦\t\n¦\n...\n') },
    ),
  )
  .map((parts) => parts.join(''));

/** Files of a few lines, nearly all with some fault, and spoiled files. Each is a text that a file can hold. */
export const awkwardFile: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('')),
    fc.tuple(flow, line).map(([one, other]) => `top: ${one}\n${other}`),
    fc
      .tuple(fc.constantFrom(...AWKWARD), fc.integer())
      .map(([text, seed]) => spoiled(text, seededRandom(seed))),
  )
  .map((text) => Buffer.from(text).toString());
