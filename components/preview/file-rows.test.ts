import { expect, test } from 'vitest';
import { createWizardStore, type PageState } from '@/components/state/wizard-store';
import { catalog } from '@/lib/catalog/registry';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type FileOptions, type FileRow, fileRows, valueStart } from './file-rows';

const WHOLE: FileOptions = { isHeadOpen: false, isOnlyChanges: false };

/** The state of some answers, on a step and with an answer in focus. */
function stateOf(given: Readonly<Record<string, string>>, page: Partial<PageState> = {}) {
  const store = createWizardStore(catalog);
  store.update({ ...page, raw: completeAnswers(catalog, given) });
  return store.get();
}
const rowsOf = (given: Readonly<Record<string, string>>, options = WHOLE) =>
  fileRows(catalog, stateOf(given), options);
const row = (rows: readonly FileRow[], path: string) =>
  rows.find(({ kind, path: at }) => kind === 'key' && at === path);

test('the head comment is left out until it is unfolded, and the numbers are those of the whole file', () => {
  const folded = rowsOf({});
  const whole = rowsOf({}, { ...WHOLE, isHeadOpen: true });
  expect(whole[0]?.number).toBe('1');
  expect(whole[0]?.before).toMatch(/^# values-large\.yaml/);
  expect(folded[0]?.kind).toBe('blank');
  const numbers = whole.slice(-folded.length).map(({ number }) => number);
  expect(folded.map(({ number }) => number)).toEqual(numbers);
});

test('a changed key is marked, with the documented value behind it', () => {
  const rows = rowsOf({ 'api.autoscaling.minReplicas': '8' });
  expect(row(rows, 'api.autoscaling.minReplicas')).toMatchObject({
    before: '    minReplicas: ',
    value: '8',
    behind: 'documented 6',
    change: 'changed',
  });
  expect(rows.filter(({ change }) => change === 'changed')).toHaveLength(1);
});

test('a problem stands at the line of its answer', () => {
  const rows = rowsOf({ 'api.autoscaling.minReplicas': '60' });
  const wrong = { behind: 'has a problem', isWrong: true };
  expect(row(rows, 'api.autoscaling.maxReplicas')).toMatchObject(wrong);
});

test('the lines of a step are marked: a parent only where all that it holds is of the step', () => {
  const page = { step: 'tiers', focusedKey: 'api.autoscaling.minReplicas' } as const;
  const rows = fileRows(catalog, stateOf({}, page), WHOLE);
  const isOfStep = (path: string) => row(rows, path)?.isOfStep;
  expect(isOfStep('api')).toBe(true);
  expect(isOfStep('eventbus')).toBe(false);
  expect(isOfStep('config')).toBe(false); // the bus and the store write there
  expect(rows.filter(({ isInFocus }) => isInFocus)).toEqual([
    row(rows, 'api.autoscaling.minReplicas'),
  ]);
});

test.each([
  ['  cpu: "2"', '"2"'],
  ['api:', ''],
  ['  - maxSkew: 1', '1'],
  ['  - plain item', 'plain item'],
  ['  url: http://host:80/x', 'http://host:80/x'],
])('%j has the value %j', (text, value) => {
  expect(text.slice(valueStart(text))).toBe(value);
});
