import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { isToSettle } from '@/lib/domain/limit-kind';
import type { UserFiles } from '@/lib/domain/user-files';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { anyAnswers } from '@/tests/support/answers';
import { type Given, readingOf } from '@/tests/support/reading';
import { stillAccepted } from './limits';
import { type Reading, readAnswers } from './reading';

it('a reading is made of any text, and is the same every time', () => {
  fc.assert(
    fc.property(anyAnswers(catalog), (raw) => {
      // Functions are made again each time.
      const plain = (value: object) => JSON.stringify(value);
      expect(plain(readAnswers(catalog, { ...raw }))).toBe(plain(readAnswers(catalog, raw)));
    }),
    { numRuns: 200 },
  );
});

it('a reading has no place for an answer that is wrong, and keeps the rest', () => {
  const { entries, lines, link, faults } = readingOf({
    'api.autoscaling.minReplicas': '6.0',
    'plan.zones': '5',
  });
  expect(faults.map(({ key }) => key)).toEqual(['api.autoscaling.minReplicas']);
  expect(entries.map(({ key }) => key.path)).not.toContain('api.autoscaling.minReplicas');
  expect(entries.map(({ key }) => key.path)).toContain('api.autoscaling.maxReplicas');
  expect(link).toBe('v=1&plan.zones=5');
  const at = lines.findIndex(({ isInvalid }) => isInvalid);
  expect(lines.slice(at - 1, at + 2).map(({ text }) => text)).toEqual([
    '    enabled: true',
    '    minReplicas: # cannot be read',
    '    maxReplicas: 50',
  ]);
});

/** All that follows from some answers and what a person's own files add to them. */
const reading = (given: Given = {}, userFiles: UserFiles = {}): Reading =>
  readAnswers(catalog, completeAnswers(catalog, given), userFiles);

it('left to the chart, a switch leaves its branch as the documented overlay has it', () => {
  const tree = treeOf(reading({ 'stream.enabled': '', 'mlWorker.enabled': '' }).entries);
  expect(tree.stream).toBeUndefined();
  expect(tree.mlWorker).toMatchObject({ autoscaling: { minReplicas: 2 } });
  expect(tree.mlWorker).not.toHaveProperty('enabled');
});

const given = { 'redis.cluster': 'false' };
const accepted = { 'redis-single-node': 'A test cluster', 'design-targets': 'No caution' };

it('an accepted caution carries its reason into the head and the link, and no limit can be accepted', () => {
  const { limits, lines, link } = reading(given, { accepted });
  const of = (id: string) => limits.find((limit) => limit.id === id);
  expect(of('redis-single-node')?.accepted).toBe('A test cluster');
  expect(of('design-targets')?.accepted).toBeUndefined();
  expect(textOf(lines)).toContain('\n# [accepted] redis-single-node: A test cluster\n');
  expect(link).toBe('v=1&redis.cluster=false&accept.redis-single-node=A+test+cluster');
  expect(limits.filter(isToSettle).map(({ id }) => id)).not.toContain('redis-single-node');
});

it('an accepted caution comes back when its condition changes', () => {
  const accepted = { 'api-below-zones': 'Two zones are enough' };
  const few = reading({ 'api.autoscaling.minReplicas': '2' }, { accepted });
  const other = reading({ 'api.autoscaling.minReplicas': '2', 'redis.cluster': 'false' });
  const fewer = reading({ 'api.autoscaling.minReplicas': '1' });
  const kept = (now: Reading) => stillAccepted({ accepted }, few.limits, now.limits);
  expect(kept(other)).toEqual(accepted);
  expect(kept(fewer)).toEqual({});
  expect(kept(reading())).toEqual({});
});
