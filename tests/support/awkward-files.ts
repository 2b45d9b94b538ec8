import fc from 'fast-check';
import { seededRandom } from '@/tests/support/seeded-random';
import { spoiled } from './spoiled-files';

/** Plain scalars on which YAML parsers disagree. */
const SCALARS = [
  ...['y', 'Y', 'n', 'N', 'yes', 'No', 'on', 'ON', 'Off', 'true', 'True', 'FALSE', 'tRue'],
  ...[
    '012',
    '0o12',
    '0x1F',
    '0X1f',
    '0b11',
    '1_000',
    '1__0',
    '_1',
    '0.1_0',
    '08',
    '09.5',
    '-012',
    '+5',
    '-0x10',
  ],
  ...[
    '1:30',
    '190:20:30.15',
    '1e3',
    '1.5e3',
    '1E+3',
    '1e',
    '.5',
    '5.',
    '-.5',
    '+.5e1',
    '0o8',
    '0x',
    '0b2',
  ],
  ...[
    '2001-01-01',
    '2001-01-01T00:00:00Z',
    '2001-12-14 21:59:43.10 -5',
    'null',
    '~',
    'Null',
    'NULL',
    'nuLL',
    '=',
  ],
  ...['1.0', '1e400', '1.2.3', '4Gi', '500m', '10.0.0.1'],
];

const SCALAR_FILE = `plain:\n${SCALARS.map((scalar) => `  - ${scalar}\n`).join('')}quoted: ["on", '012', "null"]
base: &base { kept: 1, changed: 1 }
merged: { <<: *base, changed: 2 }
list: { <<: [*base, { kept: 3, more: 4 }] }
alias: *base
empty:
folded: >-
  a
  b
`;

/** Files that people were seen to bring, or that YAML parsers disagree on. */
export const AWKWARD: readonly string[] = [
  SCALAR_FILE,
  // what closes at or left of its parent's indent
  'a: {\n  b: 1\n}\n',
  'a:\n  b: [\n1,\n2\n]\nc: 3\n',
  'a: "one\ntwo"\nb: 1\n',
  "a:\n  b: 'one\n\n two'\n",
  'a:\n    - {x: 1,\n  y: 2\n}\n',
  'a: {b: {c: [\n]\n}\n}\n',
  'a: one\n  two\nb: 1\n',
  // tabs
  'a: {\tb: 1,\t\tc:\t2 }\n',
  'a: [\n\t1,\n\t2\n]\n',
  'a:\t1\nb: 2\t\n',
  'a: 1\t# comment\n',
  'a:\t# comment\n  b: 1\n',
  '\t# comment\na: 1\n',
  'a:\n\tb: 1\n',
  'a:\n  b: 1\n\t# comment\n  c: 2\n',
  'a:\n  - 1\n\t- 2\n',
  'a: "x\n\ty"\n',
  'a: x\n\ty\n',
  '-\ta\n',
  'a: |\n\tx\n',
  'a: |\n  x\n\ty\n',
  '\n\t\na: 1\n',
  // merges
  'd: &d {m: 1}\na: {m: 9, <<: *d}\n',
  'd: &d {m: 1}\na: {<<: *d, m: 9}\n',
  'd: &d {m: 1}\na: {<<: *d, <<: {m: 3, n: 4}}\n',
  'd: &d {m: 1, n: 2}\na: {<<: [*d, {m: 3, o: 5}], n: 6}\n',
  'd: &d {m: 1}\ne: &e {<<: *d, n: 2}\na: {<<: *e, n: 3}\nb: {n: 3, <<: *e}\n',
  'd: &d {m: {x: 1, y: 2}}\na: {m: {z: 3}, <<: *d}\n',
  'd: &d {m: 1}\na: {"<<": *d}\n',
  "d: &d {m: 1}\na: {'<<': *d}\n",
  'd: &d {m: 1}\na:\n  !!merge <<: *d\n',
  'd: &d [1]\na: {<<: *d}\n',
  'a: {<<: 1}\n',
  'a: {<<: null}\n',
  'a: {<<: {<<: {b: 1}}}\n',
  '<<: {a: 1}\nb: 2\n',
  'd: &d {m: 1}\na: {? <<: *d}\n',
  // numbers
  'a: [0x1F, 0X1f, 0o17, 0O17, 017, 0b11, 0B11, -0x1F, +0o7, 0b-1, 0b+1, -0b11, -0b-1, 0_1, 1_0, _1]\n',
  'a: 0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045\n',
  'a: [0x10000000000000000, 0o7777777777777777777777, 0b11111111111111111111111111111111111111111111111111111111111111111]\n',
  'a: [1e3, 1.5e3, 1E+3, 1e, .5, 5., -.5, +.5e1, .5_0, ._5, 1e400, 1e-400, .5e400, 0.0, -0, -0.0, 08, 09.5]\n',
  'a: [1:30, 190:20:30.15, 2001-01-01, 2001-01-01T00:00:00Z, 10.0.0.1, 4Gi, 500m, 1.2.3, 1_000.5, 0x1p-2]\n',
  'a: [y, Y, n, N, yes, No, on, OFF, tRue, ~, Null, nuLL, =, "y", \'~\']\n',
  'a: .inf\n',
  'a: .nan\n',
  'a: 1\na: .inf\na: 2\n',
  // keys
  '1: a\n2.5: b\n0x10: c\ntrue: d\nno: e\n1e7: f\n0.1: g\n123456789.5: h\n1e-7: i\n2001-01-01: j\n.inf: k\n-1: l\n1e5: m\n100000.5: n\n',
  'null: 1\n',
  '~: 1\n',
  ': 1\n',
  '"": 1\n',
  '"null": 1\n',
  '18446744073709551615: x\n',
  '? a\n: 1\n? b\n',
  '? {a: 1}\n: 2\n',
  '? [a]\n: 2\n',
  '{a: 1}: 2\n',
  'a: {b, c: , d: ~}\n',
  'a: {"b":1, "c":[2], d:e}\n',
  'a: {? b : 1, ? c, : 2}\n',
  'a: [b: 1, {c: 2}, ? d : 3, "e":4]\n',
  'a: [? : 1]\n',
  'a: 1\nb: 2\na: 3\n',
  'a: {x: 1, y: 2}\na: {y: 3}\n',
  'yes: 1\ntrue: 2\n',
  'a b c: 1\n"a: b": 2\na:b: 3\n',
  '&k a: 1\n*k : 2\n',
  '&k a: 1\nb: *k\n',
  `${'k'.repeat(1_100)}: 1\n`,
  `a: {"${'k'.repeat(1_020)}": 1}\n`,
  `? ${'k'.repeat(1_100)}\n: 1\n`,
  // tags
  'a: !!str 12\nb: !!int "3"\nc: !!float 3\nd: !!bool "yes"\ne: !!null ""\n',
  'a: !!binary aGVsbG8=\nb: !!binary |\n  aGVs\n  bG8=\n',
  'a: !!binary "/w=="\n',
  'a: !!binary x\n',
  'a: !!set {b, c}\nb: !!omap [x: 1]\nc: !!seq [1]\nd: !!map {e: 1}\n',
  'a: !Ref b\nc: !Sub "d"\ne: !GetAtt f.g\nh: !Join [",", [i]]\n',
  'a: !!int 3.5\n',
  'a: !!int x\n',
  'a: !!float 0x10\n',
  'a: !!timestamp 2001-01-01\nb: !!timestamp "2001-12-14 21:59:43.10"\n',
  'a: !!timestamp 12\n',
  'a: !!null x\n',
  'a: ! 12\nb: !x 012\nc: !<tag:yaml.org,2002:int> "4"\nd: !!unknown 5\n',
  'a: !e!x 1\n',
  '%TAG !e! tag:example.com,2000:\n---\na: !e!x 1\n',
  '%YAML 1.1\n---\na: 1\n',
  '%YAML 1.2\n---\na: 1\n',
  '%FOO\n---\na: 1\n',
  'a: !!str\nb: !!int\n',
  'a: !!str &x 1\nb: &y !!str 2\nc: *x\n',
  // quotes and escapes
  'a: "\\/"\n',
  'a: "\\x41\\u00e9\\U0001F600\\n\\t\\0\\e\\_\\N\\L\\P\\\'"\n',
  'a: "\\ud83d\\ude00"\n',
  'a: "\\q"\n',
  'a: "one \\\n  two\\\n\n  three"\n',
  "a: 'it''s'\nb: ''\n",
  'a: "x"y\n',
  'a: "x" #c\nb: "y"#d\n',
  "a: 'x'#c\n",
  'a: x#y\nb: x #y\n',
  'a: "--- x\n--- y"\n',
  'a: "x\n---\ny"\n',
  'a: @x\n',
  'a: `x`\n',
  'a: %x\n',
  'a: *x\n',
  'a: &x\nb: *x\n',
  'a: &a.b 1\n',
  'a: &x [1]\nb: &x [2]\nc: *x\n',
  'a: &x {b: *x}\n',
  // templates
  'a: {{ .Values.x }}\n',
  'a: {{ include "x" . }}\nb: 1\n',
  'a: "{{ .Values.x }}"\nb: x {{ y }}\n',
  '{{- if x }}\na: 1\n{{- end }}\n',
  'a:\n  - {{ x }}\n',
  // documents
  'a: 1\n---\n',
  '---\na: 1\n',
  '---\na: 1\n...\n',
  'a: 1\n...\n@@\n',
  'a: 1\nb: {x: 1, z: 2}\n---\nb: {x: 2}\nc: 3\n',
  'a: 1\n---\na: 1\n',
  '# c\n---\na: 1\n',
  '---\n---\na: 1\n',
  'a: 1\n--- # x\na: 2\n',
  '--- {a: 1}\n',
  '---#x\na: 1\n',
  '---# a: 1\n',
  'a: 1\n---\n---\na: 2\n',
  'a: { ~: 1, 18446744073709551615: 2 }\na: 3\n',
  'a: { b: { ~: 1 } }\nc: { a: { b: { ~: 1 } }, <<: { a: 4 } }\n',
  'c: { a: { b: { ~: 1 } }, <<: { a: 4 } }\n',
  'a: { ~: *x }\na: 3\n',
  'a: 1\n--- #\n# c\n--- \nb: 2\n',
  'a: "x\n---y"\n',
  'a: 1\n  \n---\n---\n',
  '---\n---\n',
  'a: |\r\n  x\r\n  y\r\nb: "x\r\n  y"\r\n',
  'a: >+\n  x\n\n  ',
  '--- a: 1\n',
  'a: 1\n---\n- b\n',
  'a: 1\n---\nb: [\n',
  'a: |\n  x\n---\nb: 1\n',
  'a: {x: 1}\n---\na: null\n',
  '{a: 1} }\n',
  '{a: 1}\nb: 2\n',
  'a: 1\n---\n# nothing\n',
  '---\r\na: 1\r\n',
  // block texts
  'a: |\n  x\n   y\n\n  z\n\n\nb: >\n  x\n  y\n\n   z\n  w\n',
  'a: |2\n   x\nb: |+\n  x\n\nc: >-\n  x\n\n',
  'a: |-1\n x\nb: |1-\n x\n',
  'a: |\n\n\n  x\n',
  'a: |\n     \n  x\n',
  'a: | # c\n  x\nb: >x\n',
  'a: |\nb: 1\n',
  'a: |\n  x',
  '- |\n x\n',
  'a:\n  - |\n    x\n  - >\n    y\n',
  // layout
  'a:\n- 1\n- 2\nb:\n  - - 3\n    - 4\n  -\n    c: 5\n',
  'a: - 1\n',
  'a: b: c\n',
  'a:\n  b: 1\n c: 2\n',
  'a:\n   b: 1\n  c: 2\n',
  'a: 1\n b: 2\n',
  'a\n',
  'a: 1\nb\n',
  'a: [1, 2\nb: 3\n',
  'a: [1,, 2]\n',
  'a: [1, 2,]\nb: {c: 1,}\n',
  'a: [,]\n',
  'a: ]\n',
  'a: {b: 1]\n',
  'a: [a?b, c]\nd: a?b\n',
  'a: [http://x:1, a:b]\nb: http://x\n',
  'a: [-1, - 2]\n',
  'a: ?x\nb: -x\nc: :x\n',
  'a: x\u2028y\nb: "x\u2028 y"\nc: |\n  x\u2028  y\n',
  'a: x\u0085  y\n',
  'a: \u00a0x\u00a0\n',
  '\uFEFFa: 1\n',
  'a: 1\n\uFEFFb: 2\n',
  'a: 1\n\uFEFF\n',
  'a: 1\n\uFEFF# c\n',
  'a:\n\uFEFF  b: 2\n',
  'a: x\uFEFFy\n',
  '# c\n\uFEFFa: 1\n',
  '~a: \n\n\uFEFF\n  |',
  'a: 1\r\nb: 2\rc: 3\n',
  'a: 1 # \u0007\n',
  '',
  '# only\n',
  '- a\n',
  'text\n',
  'null\n',
  '{}\n',
  // An empty collection where a key belongs.
  '{}: x\n',
  '{ }: x\nb: 1\n',
  '[]: x\nb: 1\n',
  '# c\n---\n{} : {a: 1}\n',
  '--- {}: x\n',
  'b: 1\n{}: x\n',
  'a:\n{}: x\n',
  'a:\n  {}: x\n',
  'a:\n- {}: x\n',
  'a: {{}: x}\n',
  'a: [{}: x]\n',
  '{{}: x}\n',
  '[[]: x]: y\n',
  '? {}\n: x\n',
  '&a {}: x\n',
  '!!map {}: x\n',
  '{}: x: y\n',
  '{}: [\n',
  '{}: *q\n',
  '{} x: 1\n',
  '{?}: x\n',
  '{:}: x\n',
  '{? }: x\nb: 1\n',
  '{? a}: x\n',
  '{}: x\n---\nb: 2\n',
  'b: 2\n---\n{}: x\n',
  '{}\n: x\n',
  // neighbours of what people brought: documents, tags, templates
  'a: 1\n---\nb: 2\n---\nc: 3\n',
  'a: 1\n---\na: 1\n---\na: 1\nb: 2\n',
  '---\n# nothing\n---\na: 1\n',
  '# nothing\n---\n# nor here\n---\na: 1\n',
  'a: 1\n...\n---\nb: 2\n...\n',
  'a: 1\n...\n',
  'a: 1\n--- # comment\n',
  '%YAML 1.1\n---\na: yes\nb: 012\n',
  'a: !!binary "!!"\n',
  'a: !!set {? b, ? c}\n',
  'a: !!omap\n- x: 1\n- y: 2\n',
  'a: !!float 3\nb: !!str 3\nc: !!int "3"\n',
  'a: !<tag:yaml.org,2002:str> 012\n',
  'a: !Ref\n  - b\n',
  '{{ .Values.x }}: 1\n',
  'a: [{{ .Values.x }}, 1]\n',
  'a: {b: {{ .Values.x }}}\n',
  'a: 1\n{{- if .Values.x }}\nb: 2\n{{- end }}\n',
];

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
