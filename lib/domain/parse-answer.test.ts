import { expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import type { Answer } from './answer';
import { completeAnswers, evaluate } from './evaluate';
import { parseAnswer } from './parse-answer';

const zones = catalog.answer.get('plan.zones') as Answer<number>; // a whole number by its declaration

it('gives the value, or what would be right', () => {
  expect(parseAnswer(zones, '4')).toEqual({ value: 4 });
  expect(parseAnswer(zones, 'x')).toEqual({ fault: expect.stringContaining('whole number') });
});

it('parses again only the answer that changes, also where another one is wrong', () => {
  const raw = completeAnswers(catalog, { 'api.autoscaling.minReplicas': 'x' });
  evaluate(catalog, raw);
  const parses = catalog.answers.map(({ key, schema }) => ({
    key,
    spy: vi.spyOn(schema, 'safeParse'),
  }));
  const { read } = evaluate(catalog, { ...raw, 'plan.peakRps': '4321' });
  for (const answer of catalog.answers) read(answer);
  const parsed = parses.filter(({ spy }) => spy.mock.calls.length > 0);
  expect(parsed.map(({ key, spy }) => [key, spy.mock.calls.length])).toEqual([['plan.peakRps', 1]]);
});
