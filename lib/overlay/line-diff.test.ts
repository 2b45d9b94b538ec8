import { expect, test } from 'vitest';
import { diffLines, withParents } from './line-diff';
import { printValues } from './print';
import type { Values } from './values';

const NOTES = new Map([['api.max', [{ id: 'note', text: 'A limit.' }]]]);
const linesOf = (values: Values, notes = NOTES) =>
  printValues(values, notes).filter(({ kind }) => kind !== 'blank');

const api = { min: 6, max: 50 };
const kafka = { enabled: true };
const was = linesOf({ api, kafka });

test('what changed has both texts, and what goes stands before what comes', () => {
  const is = linesOf({ api: { ...api, min: 8 }, kinesis: { enabled: true } });
  expect(diffLines(was, is).map(({ kind, line, was }) => [kind, line.text, was?.text])).toEqual([
    ['same', 'api:', undefined],
    ['changed', '  min: 8', '  min: 6'],
    ['same', '  # A limit.', undefined],
    ['same', '  max: 50', undefined],
    ['removed', 'kafka:', undefined],
    ['removed', '  enabled: true', undefined],
    ['added', 'kinesis:', undefined],
    ['added', '  enabled: true', undefined],
  ]);
});

test('only what differs, below its parents', () => {
  const is = linesOf({ api: { ...api, max: 60 }, kafka }, new Map());
  const lines = withParents(diffLines(was, is));
  expect(lines.map(({ kind, line }) => [kind, line.text])).toEqual([
    ['same', 'api:'],
    ['removed', '  # A limit.'],
    ['changed', '  max: 60'],
  ]);
});
