import { expect, it } from 'vitest';
import { sound } from '@/tests/support/reading';
import { type FileFault, MOST_BYTES, textOfFile } from './file-text';
import { type ReadYaml, readYaml } from './read-yaml';

function faultOf(text: string): FileFault {
  const read = readYaml(text);
  if (!('fault' in read)) throw new Error('It was read.');
  return read.fault;
}

const readOf = (text: string) => sound<ReadYaml>(readYaml(text));
const valuesOf = (text: string) => readOf(text).values;
const said = (text: string) => readOf(text).remarks.map(({ message }) => message);

// What Helm reads of these, tests/helm/read-yaml.test.ts asks Helm.
it.each([
  ['', /empty/],
  ['# only a comment\n', /empty/],
  ['---\n', /empty/],
  ['- a\n', /list at the top/],
  ['just text', /single value/],
  ['a'.repeat(MOST_BYTES + 1), /longer than 1,000,000/],
  ['a: &a [*a]\n', /alias holds itself/],
  ['a: *b\n', /not above it/],
  ['a: .inf\n', /infinite/],
  [`a: ${'['.repeat(80)}${']'.repeat(80)}\n`, /more than 64 deep/],
  [bomb(), /unfold/],
  ['a: 1\n---\n- b\n', /list at the top/],
  ['a: \u0007\n', /control character, and here stands U\+0007/],
])('a file that cannot be read is reported in a sentence: %#', (text, message) => {
  expect(faultOf(text).message).toMatch(message);
  expect(faultOf(text).message).toMatch(/\.$/);
});

it.each([
  ['a: 1\n\tb: 2\n', 2, /^A tab stands where/],
  ['a: 1\nb: "\\/"\n', 2, /escape \\\//],
  ['a: 1\nnull: 2\n', 2, /key that is null/],
  ['a: 1\n: 2\n', 2, /key that is null/],
  ['a: 1\n? [b]\n: 2\n', 2, /key cannot be a mapping or a list/],
  ['a: 1\nb: !!int x\n', 2, /as !!int/],
  ['a: 1\nb: @c\n', 2, /cannot start with @/],
  ['a:\n  - b\n c: 1\n', 3, /does not fit the indent/],
  ['a: 1\nb: c: d\n', 2, /second colon/],
  ['a: 1\nb\n', 2, /no colon/],
  ['a: [1\n', 2, /closing bracket/],
  ['%YAML 1.2\n---\na: 1\n', 1, /starts with %/],
  ['a: 1\n--- b: 2\n', 2, /starts with ---/],
  ['a: 1\n---\na: 2\n', 3, /choose which/],
  ['a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n', 2, /merge conflict/],
])('a file that cannot be read is reported with its line: %j', (text, line, message) => {
  expect(faultOf(text)).toMatchObject({ line, column: expect.any(Number) });
  expect(faultOf(text).message).toMatch(message);
});

it.each([
  ['a: 1\nb: {{ .Values.x }}\nc: 2\n', 2],
  ['a:\n  - {{ x }}\n', 2],
  ['a: 1\n{{- if x }}\nb: 2\n{{- end }}\n', 2],
  ['a: {b: {{ x }}}\n', 1],
])('a template is named, with its line: %j', (text, line) => {
  const message = `Line ${line} has {{ … }} without quotes. Helm does not fill in templates in a values file: put the text in quotes, or write the value itself.`;
  expect(faultOf(text)).toMatchObject({ message, line });
  expect(faultOf('a: "{{ x }}"\nb: c: d\n').message).not.toContain('{{');
});

it.each([
  [[0x89, 0x50, 0x4e, 0x47, 0], /binary/],
  [[0xff, 0x41], /UTF-8/],
  [[0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], /UTF-32/],
  [[0, 0, 0xfe, 0xff, 0, 0, 0, 0x61], /UTF-32/],
  [[0x61, 0, 0x3a, 0], /UTF-16 without its mark/],
  [[0xff, 0xfe, 0x61], /UTF-8/],
  [Array(5_000_000).fill(0), /5,000,000 bytes/],
  [[0xef, 0xbb, 0xbf, 0x61], /^a$/],
  [[0xff, 0xfe, 0x61, 0, 0x3a, 0], /^a:$/],
  [[0xfe, 0xff, 0, 0x61, 0, 0x3a], /^a:$/],
])('a file that cannot be read may be bytes, which are text or named: %#', (bytes, says) => {
  const text = textOfFile(Uint8Array.from(bytes));
  expect('fault' in text ? text.fault.message : text.text).toMatch(says);
});

/** Aliases of aliases, ten times as many in each line. */
function bomb(): string {
  const line = (_: unknown, n: number) =>
    `a${n}: &a${n} [${Array(10).fill(n === 0 ? 'x' : `*a${n - 1}`)}]`;
  return Array.from({ length: 9 }, line).join('\n');
}

it('a file has merge keys resolved in the order of the file, and says what they replace', () => {
  const text = 'd: &d {c: 1, e: 2}\nb: {<<: *d, e: 3}\na:\n  e: 4\n  <<: *d\n';
  expect(valuesOf(text)).toMatchObject({ a: { c: 1, e: 2 }, b: { c: 1, e: 3 } });
  expect(said(text)).toEqual([
    'A merge key << stands after a.e and sets it again. Helm takes the merged value: what line 4 says is lost.',
  ]);
});

it('a file may have merge keys as yq writes them, and a text that ends in a question mark', () => {
  expect(valuesOf('d: &d {c: 1}\nb:\n  !!merge <<: *d\n')).toEqual({ d: { c: 1 }, b: { c: 1 } });
  expect(valuesOf('a: 0 0 * * ?\n\nb: 1\n')).toEqual({ a: '0 0 * * ?', b: 1 });
});

it('a file has the last of equal keys, and says which lines were lost', () => {
  const text = 'a: 1\nb: {x: 1, w: 2, z: 3}\na: 3\nb: {w: 2, z: 4}\nc: 5\nc: 5\n';
  expect(valuesOf(text)).toEqual({ a: 3, b: { w: 2, z: 4 }, c: 5 });
  expect(said(text)).toEqual([
    'a stands in line 1 and again in line 3. Helm takes the last: what line 1 says is lost.',
    'b stands in line 2 and again in line 4. Helm takes the last: what line 2 says is lost.',
  ]);
});

it('a file has of several documents the one that holds values, or asks for one', () => {
  const text = 'a: 1\nb: {x: 1}\n---\nb: {x: 2}\nc: 3\n';
  expect(faultOf(text).choices).toEqual([
    { id: '1', title: 'Line 1: a, b' },
    { id: '4', title: 'Line 4: b, c' },
  ]);
  expect(readYaml(text, '4')).toMatchObject({ values: { b: { x: 2 }, c: 3 } });
  expect(readOf('---\na: 1\n---\n')).toEqual({ values: { a: 1 }, remarks: [] });
  expect(readOf('# c\n---\na: 1\n')).toEqual({ values: { a: 1 }, remarks: [] });
  expect(said('---\n# c\n---\na: 1\n')[0]).toContain('Helm 3 reads no other one');
});
