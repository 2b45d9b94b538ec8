import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { Answer } from '@/lib/domain/answer';
import { CREDENTIAL_REFUSED } from '@/lib/domain/credential';
import { parseAnswer } from '@/lib/domain/declare';
import { valuesOf } from '../support/reading';
import { VALUES_KEYS } from './values-keys';

const answerAt = (key: string): Answer => {
  const answer = catalog.answerOf.get(key);
  if (!answer) throw new Error(`The catalogue has no answer ${key}.`);
  return answer;
};
const problem = (key: string, raw: string) => {
  const parsed = parseAnswer(answerAt(key), raw);
  return 'fault' in parsed ? parsed.fault : undefined;
};

it('asks every documented key, in the documented order', () => {
  const documented = VALUES_KEYS.map(([key]) => key);
  const asked = catalog.answers.map(({ key }) => key);
  expect(asked.filter((key) => documented.includes(key))).toEqual(documented);
});

it.each(VALUES_KEYS)('%s has its documented default %j, bounds and provenance', (...row) => {
  const [key, fallback, bounds, provenance] = row;
  const { shape, ...answer } = answerAt(key);
  expect(answer.default).toBe(fallback);
  if (provenance === '-') expect(answer.writes).toBe(false);
  else {
    expect(answer.writes).not.toBe(false);
    expect(answer.provenance).toBe(provenance === 'D' ? 'documented' : 'unverified');
  }
  expect(problem(key, 'user:password@host')).toBe(CREDENTIAL_REFUSED);
  // Blank is left to the chart.
  for (const right of [fallback, '']) expect(problem(key, right)).toBeUndefined();

  if (bounds === 'switch' || bounds === 'text') {
    expect(shape.type).toBe(bounds);
    if (bounds === 'switch') expect(problem(key, 'True')).toBe('Choose true or false.');
  } else if (bounds === 'cpu' || bounds === 'memory')
    expect(shape).toEqual({ type: 'quantity', resource: bounds });
  else if (typeof bounds[0] === 'number') {
    const [min, max] = bounds as readonly [number, number]; // the only bounds that are numbers
    expect(shape).toMatchObject({ type: 'whole-number', min, max });
    for (const inside of [min, min + 1, max - 1, max]) {
      expect(problem(key, `${inside}`)).toBeUndefined();
    }
    // What would be right: the bounds, with commas where they are too long to count zeros in.
    const figures = [min, max].map((bound) =>
      bound < 100_000 ? `${bound}` : bound.toLocaleString('en-US'),
    );
    for (const outside of [min - 1, max + 1]) {
      expect(problem(key, `${outside}`)).toContain(figures.join(' to '));
    }
  } else {
    const documented = bounds as readonly string[]; // nothing else is left
    const members = shape.type === 'choice' ? shape.choices.map(({ value }) => value) : [];
    expect(members.filter((value) => documented.includes(value))).toEqual(documented);
    for (const member of documented) expect(problem(key, 'neither')).toContain(member);
    for (const other of [`${bounds[0]} `, `${bounds[0]}`.toUpperCase()]) {
      expect(problem(key, other)).toMatch(/^Choose /);
    }
  }
});

// What else a change of answers adds and takes away is in tests/expected.
const JOBS = VALUES_KEYS.map(([key]) => key).filter((key) => key.startsWith('cron.schedules.'));
it.each(JOBS)('writes %s only to switch the job off', (key) => {
  const name = key.split('.')[2] ?? '';
  expect(valuesOf({ [key]: 'true' })).toEqual(valuesOf());
  expect(valuesOf({ [key]: 'false' }).cron).toEqual({
    ...(valuesOf().cron as object), // a tier
    schedules: { [name]: { enabled: false } },
  });
});

it('says of each key what it is, what to know, and where that comes from', () => {
  for (const { key, label, help, source, shape } of catalog.answers) {
    expect(label, key).toMatch(/^\S.{2,60}\S$/);
    expect(help, key).toMatch(/^\S.{10,}\.$/);
    expect(source, key).toMatch(/^\S.{3,}\S$/);
    expect(`${label} ${help} ${source}`, key).not.toMatch(/undefined|null|NaN|!|\n| {2}/);
    if ('example' in shape) expect(problem(key, shape.example), key).toBeUndefined();
    if (shape.type !== 'choice') continue;
    for (const choice of shape.choices) {
      expect(choice.label, key).toMatch(/\S/);
      expect(choice.summary, key).toMatch(/^\S.{10,}\.$/);
    }
  }
});
