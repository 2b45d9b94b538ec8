import { expect, it } from 'vitest';
import { brokenLaws, hollows, keyLines } from './file-laws';
import { fileOf, readingOf } from './reading';

const { limits } = readingOf();
const file = fileOf();

/** The default file with one thing changed, and what the laws must report. */
const SPOILED: readonly (readonly [what: string, spoil: (text: string) => string, says: RegExp])[] =
  [
    ['CRLF', (text) => text.replaceAll('\n', '\r\n'), /no place/],
    ['a BOM', (text) => `\ufeff${text}`, /no place/],
    ['a tab', (text) => text.replace('# values', '#\tvalues'), /no place/],
    ['half a pair', (text) => text.replace('# values', '# \ud800values'), /no place/],
    ['a trailing space', (text) => text.replace('worker:\n', 'worker: \n'), /trailing space/],
    ['no newline', (text) => text.trimEnd(), /one newline/],
    ['two newlines', (text) => `${text}\n`, /one newline/],
    ['a wide comment', (text) => text.replace('# It', `# ${'x '.repeat(50)}It`), /wider than 80/],
    ['a limit less', (text) => text.replace('[limit] cron-count', 'cron-count'), /head limits/],
    ['a limit more', (text) => text.replace('\n\n', '\n# [limit] more: So.\n\n'), /head limits/],
    ['another severity', (text) => text.replace('# [caution]', '# [limit]'), /head limits/],
    ['no answers', (text) => text.replace('# answers: defaults\n', ''), /answers line/],
    ['no command', (text) => text.replace('helm upgrade', 'helm'), /no helm command/],
    ['no note', (text) => text.replace(/ +# Limit cron-count.*\n/, ''), /no note of cron-count/],
    [
      'a note elsewhere',
      (text) => text.replace(/( +# Limit cron-count.*\n)(.*\n)/, '$2$1'),
      /no note of cron-count/,
    ],
    [
      'a long note',
      (text) =>
        text.replace(/( +)# Limit zone-strict-pending.*\n/, '$&$1#   more\n$1#   and more\n'),
      /long note: api.topologySpreadConstraints/,
    ],
    [
      'a mark less',
      (text) => text.replace(/# unverified path\n(?=worker:)/, ''),
      /not marked as unverified: worker.keda.enabled/,
    ],
    [
      'a mark too many',
      (text) => text.replace('\nredis:', '\n# unverified path\nredis:'),
      /part of it is documented: redis/,
    ],
  ];

it('finds nothing wrong with the default file', () => {
  expect(brokenLaws(file, limits)).toEqual([]);
});

it.each(SPOILED)('sees %s', (_, spoil, says) => {
  const spoiled = spoil(file);
  expect(spoiled).not.toBe(file);
  expect(brokenLaws(spoiled, limits).join('\n')).toMatch(says);
});

it('finds hollow places', () => {
  expect(hollows({ a: { b: null, c: {} }, d: [{}, 1], e: '' })).toEqual(['/a/b', '/a/c', '/d/0']);
});

it('reads the lines of a file', () => {
  const text =
    '# head\n\n# one\n# two\n"a b":\n  c: 1\n  # three\n  d:\n    - e: x\n      f: y\n    - e: z\n';
  expect(keyLines(text)).toEqual([
    { path: ['a b'], isLeaf: false, comments: ['# one', '# two'] },
    { path: ['a b', 'c'], isLeaf: true, comments: [] },
    { path: ['a b', 'd'], isLeaf: false, comments: ['# three'] },
    { path: ['a b', 'd', '0', 'e'], isLeaf: true, comments: [] },
    { path: ['a b', 'd', '0', 'f'], isLeaf: true, comments: [] },
    { path: ['a b', 'd', '1', 'e'], isLeaf: true, comments: [] },
  ]);
});
