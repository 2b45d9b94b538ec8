import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { anyAnswers, partialAnswers } from '@/tests/support/answers';
import { completeAnswers, evaluate } from './evaluate';

const answerAt = (key: string) => {
  const answer = catalog.answer.get(key);
  if (!answer) throw new Error(`The catalogue has no answer ${key}.`);
  return answer;
};
describe('completing answers', () => {
  it('gives every answer, the default where none was given, and nothing else', () => {
    fc.assert(
      fc.property(partialAnswers(catalog), (given) => {
        const raw = completeAnswers(catalog, given);
        expect(Object.keys(raw)).toEqual(catalog.answers.map(({ key }) => key));
        for (const { key, default: fallback } of catalog.answers) {
          expect(raw[key]).toBe(Object.hasOwn(given, key) ? given[key] : fallback);
        }
      }),
    );
  });

  it('takes nothing from a prototype, and no value that is not text', () => {
    const strange = Object.create({ 'plan.zones': '9' }) as Record<string, string>;
    expect(completeAnswers(catalog, strange)['plan.zones']).toBe('3');
    expect(completeAnswers(catalog, { 'plan.zones': undefined })['plan.zones']).toBe('3');
  });
});

describe('understanding answers', () => {
  it('never throws, and reports each fault once with words', () => {
    fc.assert(
      fc.property(anyAnswers(catalog), (raw) => {
        const { faults, read, isActive } = evaluate(catalog, raw);
        const alone = faults.filter((fault) => fault.with.length === 0);
        expect(new Set(alone.map(({ key }) => key)).size).toBe(alone.length);
        for (const { key, message } of faults) {
          expect(isActive(answerAt(key))).toBe(true);
          expect(message).toMatch(/\S/);
        }
        for (const { key } of alone) expect(read(answerAt(key))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
