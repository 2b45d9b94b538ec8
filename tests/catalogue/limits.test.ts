import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog, registry } from '@/lib/catalog/registry';
import { readAnswers } from '@/lib/reading/reading';
import { anyAnswers, validAnswers } from '../support/answers';
import { type Given, limitIds, readingOf } from '../support/reading';

/** The rows of limits.txt, which says how they are read. */
const ROWS = readFileSync(new URL('limits.txt', import.meta.url), 'utf8')
  .split(/^(?=(?:limit|caution) )/m)
  .slice(1)
  .map((block) => {
    const [title = '', ...lines] = block.split('\n').filter((line) => !line.startsWith('#'));
    const [severity, id = '', ofAll] = title.split(' ');
    const after = (sign: string) =>
      lines.flatMap((line) => (line.startsWith(sign) ? [line.slice(sign.length)] : []));
    return {
      ...{ id, severity, isOfAll: ofAll !== undefined },
      on: after('  + ').map((line) => {
        const [given = '', rest = ''] = line.split(' -> ');
        const [keys = '', ...words] = rest.split(' | ');
        return { given: answersOf(given), keys: keys === '-' ? [] : keys.split(', '), words };
      }),
      off: after('  - ').flatMap((line) => line.split(' ; ').map(answersOf)),
    };
  });

function answersOf(text: string): Given {
  if (text === '(defaults)') return {};
  const optional = registry.tiers
    .filter((tier) => tier.optional)
    .map(({ enabled }) => enabled?.key);
  const pairs = text.split(' & ').flatMap((pair) => {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    return key === '(optional tiers)' ? optional.map((one) => [one, value]) : [[key, value]];
  });
  return Object.fromEntries(pairs);
}

it('has every documented limit, with the documented severity', () => {
  const declared = catalog.allLimits.map(({ id, severity }) => `${severity} ${id}`);
  expect(ROWS.length).toBeGreaterThan(45);
  expect(declared).toEqual(
    expect.arrayContaining(ROWS.map(({ id, severity }) => `${severity} ${id}`)),
  );
});

const limitOf = (given: Given, id: string) =>
  readingOf(given).limits.find((limit) => limit.id === id);

it.each(ROWS.flatMap(({ on, ...row }) => on.map((one) => ({ ...row, ...one }))))(
  '$id applies to $given',
  ({ id, severity, isOfAll, given, keys, words }) => {
    const limit = limitOf(given, id);
    expect(limit?.severity).toBe(severity);
    expect(limit?.keys).toEqual(isOfAll ? expect.arrayContaining(keys) : keys);
    for (const word of words) expect(limit?.message).toContain(word);
    expect(limit?.source).toMatch(/^\S.{3,}\S$/);
    // A whole sentence, which is true and useful alone.
    expect(limit?.short).toMatch(/^\S.{25,}\.$/);
  },
);

it.each(ROWS.flatMap(({ id, off }) => off.map((given) => ({ id, given }))))(
  '$id does not apply to $given',
  ({ id, given }) => {
    expect(limitOf(given, id)).toBeUndefined();
  },
);

it('names each threshold of Postgres that the plan passes, and none that it only meets', () => {
  const PLAN = ['plan.activeCustomers', 'plan.writesPerSecond', 'plan.multiRegion'];
  const message = (...answers: readonly string[]) => {
    const plan = Object.fromEntries(PLAN.map((key, index) => [key, answers[index] ?? '']));
    return limitOf({ 'interactionStore.backend': 'pg', ...plan }, 'pg-store-at-scale')?.message;
  };
  expect(message('500000', '1000', 'false')).not.toContain('Past the');
  expect(message('10000000000', '1001', 'true')).toMatch(
    /Past the.*10,000,000,000 active.*1,001 writes\/s.*region/,
  );
});

/** What a sentence made of answers must never hold: a hole where a word should be, or someone else's choice. */
const HOLES =
  /undefined|null|NaN|Infinity|\[object|your backend|\$\{|\s{2}|\s[.,;:](?:\s|$)|!|\(\)/;

/** Every sentence about some answers. Names that the operator may choose freely are taken for others: `null` is one. */
const wordsOf = (given: Given) => {
  const raw = { ...given };
  for (const { key, shape } of catalog.answers) {
    if ('example' in shape && raw[key]) raw[key] = shape.example;
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
