import { expect, it } from 'vitest';
import { brokenLaws } from './file-laws';
import { fileOf, readingOf } from './reading';

const { limits } = readingOf();
const file = fileOf();

/** What is replaced in the default file, by what, and what the laws must report. */
const SPOILED: readonly (readonly [RegExp, string, RegExp])[] = [
  [/\n/g, '\r\n', /no place/],
  [/^/, '\ufeff', /no place/],
  [/# values/, '# \ud800values', /no place/],
  [/worker:\n/, 'worker: \n', /trailing space/],
  [/\n$/, '', /one newline/],
  [/$/, '\n', /one newline/],
  [/# Keys/, `# ${'x '.repeat(50)}`, /wider than 80/],
  [/\[limit\] cron-count/, 'cron-count', /head limits/],
  [/\n\n/, '\n# [limit] more: So.\n\n', /head limits/],
  [/# \[caution\]/, '# [limit]', /head limits/],
  [/# answers: defaults\n/, '', /answers line/],
  [/helm upgrade/, 'helm', /no helm command/],
  [/ +# Limit cron-count.*\n/, '', /no note of cron-count/],
  [/( +)# Limit zone-strict-pending.*\n/, '$&$1#   a\n$1#   b\n', /long note: api.topologySpread/],
  [/# unverified path\n(?=worker:)/, '', /not marked as unverified: worker.keda.enabled/],
  [/\nredis:/, '\n# unverified path\nredis:', /part of it is documented: redis/],
];

it('finds nothing wrong with the default file', () => {
  expect(brokenLaws(file, limits)).toEqual([]);
});

it.each(SPOILED)('sees %s become %j', (found, put, says) => {
  const spoiled = file.replace(found, put);
  expect(spoiled).not.toBe(file);
  expect(brokenLaws(spoiled, limits).join('\n')).toMatch(says);
});
