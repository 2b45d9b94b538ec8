import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '../support/reading';
import { LIMITS } from './limits-table';

it('has every documented limit, with the documented severity', () => {
  const declared = catalog.allLimits.map(({ id, severity }) => `${id} ${severity}`);
  const documented = LIMITS.map(({ id, severity }) => `${id} ${severity}`);
  expect(declared).toEqual(expect.arrayContaining(documented));
});

it('has those that always apply', () => {
  const always = catalog.allLimits.filter(({ when }) => when === 'always').map(({ id }) => id);
  expect(always).toEqual(
    expect.arrayContaining(['worker-double-consume', 'design-targets', 'vendor-overlay-beneath']),
  );
});

const limitOf = (given: Given, id: string) =>
  readingOf(given).limits.find((limit) => limit.id === id);

it.each(
  LIMITS.flatMap(({ on, ...row }) =>
    on.map(([given, keys, ...words]) => ({ ...row, given, keys, words })),
  ),
)('$id applies to $given', ({ id, severity, ofAll, given, keys, words }) => {
  const limit = limitOf(given, id);
  expect(limit?.severity).toBe(severity);
  expect(limit?.keys).toEqual(ofAll ? expect.arrayContaining([...keys]) : keys);
  for (const word of words) expect(limit?.message).toContain(word);
  expect(limit?.source).toMatch(/^\S.{3,}\S$/);
  // A whole sentence, which is true and useful alone.
  expect(limit?.short).toMatch(/^\S.{25,}\.$/);
});

it.each(LIMITS.flatMap(({ id, off }) => off.map((given) => ({ id, given }))))(
  '$id does not apply to $given',
  ({ id, given }) => {
    expect(limitOf(given, id)).toBeUndefined();
  },
);

it('names each threshold of Postgres that the plan passes, and none that it only meets', () => {
  const message = (...[customers, writes, regions]: readonly string[]) =>
    limitOf(
      {
        'interactionStore.backend': 'pg',
        'plan.activeCustomers': customers ?? '',
        'plan.writesPerSecond': writes ?? '',
        'plan.multiRegion': regions ?? '',
      },
      'pg-store-at-scale',
    )?.message;
  expect(message('500000', '1000', 'false')).not.toContain('Your plan');
  expect(message('10000000000', '1001', 'true')).toMatch(
    /Your plan.*10,000,000,000 active.*1,001 writes\/s.*region/,
  );
});
