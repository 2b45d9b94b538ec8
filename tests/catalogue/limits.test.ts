import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { readingOf } from '../support/reading';
import { LIMITS } from './limits-table';

it('has every documented limit, with the documented severity', () => {
  const declared = catalog.allLimits.map(({ id, severity }) => `${id} ${severity}`);
  const documented = LIMITS.map(({ id, severity }) => `${id} ${severity}`);
  expect(declared).toEqual(expect.arrayContaining(documented));
});

it('says when the documented ones always apply', () => {
  expect(catalog.allLimits.filter(({ when }) => when === 'always').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['worker-double-consume', 'design-targets']),
  );
});

describe.each(LIMITS)('$id', ({ id, severity, on, off, ofAll }) => {
  const limitOf = (given: Readonly<Record<string, string>>) =>
    readingOf(given).limits.find((limit) => limit.id === id);

  const cases = on.map(([given, keys, ...words]) => ({ given, keys, words }));

  it.each(cases)('applies to $given', ({ given, keys, words }) => {
    const limit = limitOf(given);
    expect(limit?.severity).toBe(severity);
    expect(limit?.keys).toEqual(ofAll ? expect.arrayContaining([...keys]) : keys);
    for (const word of words) expect(limit?.message).toContain(word);
  });

  it.each(off)('does not apply to %j', (given) => {
    expect(limitOf(given)).toBeUndefined();
  });

  it('names its source, and what it says in a line', () => {
    const limit = limitOf(on[0]?.[0] ?? {});
    expect(limit?.source).toMatch(/^\S.{3,}\S$/);
    expect(limit?.short).toMatch(/^\S.{15,}\.$/);
  });
});

it('names each threshold that the plan passes, and none that it only meets', () => {
  const message = (plan: Readonly<Record<string, string>>) =>
    readingOf({ 'interactionStore.backend': 'pg', ...plan }).limits.find(
      ({ id }) => id === 'pg-store-at-scale',
    )?.message ?? '';
  const met = {
    'plan.activeCustomers': '500000',
    'plan.writesPerSecond': '1000',
    'plan.multiRegion': 'false',
  };
  expect(message(met)).not.toContain('Your plan');
  const passed = message({
    'plan.activeCustomers': '10000000000',
    'plan.writesPerSecond': '1001',
    'plan.multiRegion': 'true',
  });
  for (const word of ['Your plan', '10,000,000,000 active', '1,001 writes/s', 'region']) {
    expect(passed).toContain(word);
  }
});

it('lists cautions first, then what this choice brings, then what is always true', () => {
  const { limits } = readingOf({ 'cron.enabled': 'false', 'eventbus.backend': 'pulsar' });
  const ranks = limits.map(({ severity, always }) => (severity === 'caution' ? 0 : always ? 2 : 1));
  expect(ranks).toEqual([...ranks].sort());
  expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
});
