import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { anyAnswers } from '@/tests/support/answers';
import { completeAnswers, evaluate } from './evaluate';

const answerAt = (key: string) => {
  const answer = catalog.answerOf.get(key);
  if (!answer) throw new Error(`The catalogue has no answer ${key}.`);
  return answer;
};
it('completed answers are every answer and nothing else, none from a prototype', () => {
  const others = Object.create({ 'plan.zones': '9' }) as Record<string, string>;
  Object.assign(others, { 'redis.cluster': 'x', 'plan.peakRps': undefined, __proto__x: '1' });
  const defaults = Object.fromEntries(catalog.answers.map((one) => [one.key, one.default]));
  const raw = completeAnswers(catalog, others);
  expect(raw).toEqual({ ...defaults, 'redis.cluster': 'x' });
  expect(Object.keys(raw)).toEqual(Object.keys(defaults));
});

it('answers are understood without a throw, and report each fault once with words', () => {
  fc.assert(
    fc.property(anyAnswers(catalog), (raw) => {
      const { faults, read, isAsked } = evaluate(catalog, raw);
      const alone = faults.filter((fault) => fault.with.length === 0);
      expect(new Set(alone.map(({ key }) => key)).size).toBe(alone.length);
      for (const { key, message } of faults) {
        expect(isAsked(answerAt(key))).toBe(true);
        expect(message).toMatch(/\S/);
      }
      for (const { key } of alone) expect(read(answerAt(key))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
