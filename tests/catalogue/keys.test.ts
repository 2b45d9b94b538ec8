import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import type { Answer } from '@/lib/domain/answer';
import { type Bounds, VALUES_KEYS } from './values-keys';

const answerAt = (key: string): Answer => {
  const answer = catalog.answer.get(key);
  if (!answer) throw new Error(`The catalogue has no answer ${key}.`);
  return answer;
};
const accepts = (key: string, raw: string) => answerAt(key).schema.safeParse(raw).success;
const problem = (key: string, raw: string) =>
  answerAt(key).schema.safeParse(raw).error?.issues[0]?.message;

const isRange = (bounds: Bounds): bounds is readonly [number, number] =>
  typeof bounds[0] === 'number';
const isChoice = (bounds: Bounds): bounds is readonly string[] =>
  Array.isArray(bounds) && !isRange(bounds);

it('asks every documented key, in the documented order', () => {
  const documented = VALUES_KEYS.map(([key]) => key);
  const asked = catalog.answers.map(({ key }) => key);
  expect(asked.filter((key) => documented.includes(key))).toEqual(documented);
});

it.each(catalog.answers)(
  'says of $key what it is, what to know, and where that comes from',
  (answer) => {
    const { label, help, source } = answer;
    expect(label).toMatch(/^\S.{2,60}\S$/);
    expect(help).toMatch(/^\S.{10,}\.$/);
    expect(source).toMatch(/^\S.{3,}\S$/);
    expect(`${label} ${help} ${source}`).not.toMatch(/undefined|null|NaN|!|\n| {2}/);
    expect(accepts(answer.key, answer.default)).toBe(true);
  },
);

describe.each(VALUES_KEYS)('%s', (key, fallback, bounds, provenance) => {
  it(`is ${fallback || 'blank'} unless answered`, () => {
    expect(answerAt(key).default).toBe(fallback);
  });

  it(`has provenance ${provenance}`, () => {
    if (provenance === '-') expect(answerAt(key).writes).toBe(false);
    else {
      expect(answerAt(key).writes).not.toBe(false);
      expect(answerAt(key).provenance).toBe(provenance === 'D' ? 'documented' : 'unverified');
    }
  });

  it(`takes ${String(bounds)}`, () => {
    if (isRange(bounds)) {
      const [min, max] = bounds;
      expect(answerAt(key).shape).toMatchObject({ type: 'whole-number', min, max });
      for (const inside of [min, min + 1, max - 1, max])
        expect(accepts(key, `${inside}`)).toBe(true);
      for (const outside of [min - 1, max + 1]) expect(accepts(key, `${outside}`)).toBe(false);
      // What would be right: the bounds, with commas where they are too long to count zeros in.
      const figures = [min, max].map((bound) =>
        bound < 100_000 ? `${bound}` : bound.toLocaleString('en-US'),
      );
      expect(problem(key, `${max + 1}`)).toContain(figures.join(' to '));
      expect(accepts(key, '')).toBe(fallback === '');
    } else if (isChoice(bounds)) {
      const { shape } = answerAt(key);
      const members = shape.type === 'choice' ? shape.choices.map(({ value }) => value) : [];
      expect(members.filter((value) => bounds.includes(value))).toEqual(bounds);
      for (const member of bounds) {
        expect(accepts(key, member)).toBe(true);
        expect(problem(key, 'neither')).toContain(member);
      }
      for (const other of ['', 'neither', `${bounds[0]} `, `${bounds[0]?.toUpperCase()}`]) {
        expect(accepts(key, other)).toBe(false);
      }
    } else if (bounds === 'switch') {
      expect(answerAt(key).shape.type).toBe('switch');
      for (const other of ['', 'yes', 'on', 'True', '1']) expect(accepts(key, other)).toBe(false);
      expect(accepts(key, 'true') && accepts(key, 'false')).toBe(true);
    } else if (bounds === 'text') {
      expect(answerAt(key).shape.type).toBe('text');
      expect(accepts(key, '')).toBe(true);
    } else {
      expect(answerAt(key).shape).toEqual({ type: 'quantity', resource: bounds });
      expect(accepts(key, '')).toBe(fallback === '');
    }
  });
});

it('gives each member of a choice a label and a line on what it is', () => {
  for (const { shape } of catalog.answers) {
    if (shape.type !== 'choice') continue;
    for (const { label, summary } of shape.choices) {
      expect(label).toMatch(/\S/);
      expect(summary).toMatch(/^\S.{10,}\.$/);
    }
  }
});

it('gives a right example for each free text', () => {
  for (const { key, shape } of catalog.answers) {
    if (shape.type !== 'text') continue;
    expect(accepts(key, shape.example), `${key} ${shape.example}`).toBe(true);
    for (const one of shape.suggestions ?? []) expect(accepts(key, one), one).toBe(true);
  }
});
