import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers, validAnswers } from '../support/answers';
import { limitIds, readingOf } from '../support/reading';

/** What a sentence made of answers must never hold: a hole where a word should be, or someone else's choice. */
const HOLES =
  /undefined|null|NaN|Infinity|\[object|your backend|\$\{|\s{2}|\s[.,;:](?:\s|$)|!|\(\)/;

/** Every sentence about some answers. Names that the operator may choose freely are taken for others: `null` is one. */
const wordsOf = (given: Readonly<Record<string, string>>) => {
  const raw = { ...given };
  for (const { key, shape } of catalog.answers) {
    if (shape.type === 'text' && raw[key]) raw[key] = shape.example;
  }
  const reading = readAnswers(catalog, raw);
  return [
    ...reading.limits.flatMap(({ message, short, source }) => [message, short, source]),
    ...reading.faults.map(({ message }) => message),
  ];
};

it('has no hole in a sentence, ends it, and keeps it on one line, whatever the answers', () => {
  fc.assert(
    fc.property(fc.oneof(validAnswers(catalog), anyAnswers(catalog)), (raw) => {
      expect(wordsOf(raw).find((text) => HOLES.test(text))).toBeUndefined();
      const { limits, faults } = readAnswers(catalog, raw);
      for (const { message, short } of limits)
        for (const text of [message, short]) expect(text).toMatch(/^[^\n\r]*\S\.$/);
      for (const { message } of faults) expect(message).toMatch(/^[A-Z0-9.+-].*\.$/);
    }),
    { numRuns: 400 },
  );
});

it('keeps every limit whose own answers are sound while another answer is wrong', () => {
  const broken = { 'worker.keda.listLength': 'x', 'outboxPublisher.pollIntervalMs': 'x' };
  expect(readingOf(broken).faults.length).toBe(2);
  expect(limitIds(broken)).toEqual(limitIds());
});

it('has words for what is left to the chart, wherever a tier or a datastore says a figure', () => {
  const blank = readingOf(Object.fromEntries(catalog.answers.map(({ key }) => [key, ''])));
  expect(blank.faults).toEqual([]);
  for (const { id, facts, workload } of catalog.options) {
    const said = [...(facts?.(blank.read) ?? []), workload?.note?.(blank.read) ?? ''].join('; ');
    expect(said, id).not.toMatch(HOLES);
    expect(said, id).not.toContain('?');
  }
});
