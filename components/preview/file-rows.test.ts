import { expect, test } from 'vitest';
import { createWizardStore } from '@/components/state/wizard-store';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { countChanged } from './documented-lines';
import { type FileOptions, type FileRow, fileRows, type MarkedPaths } from './file-rows';
import { pathsOfStep } from './line-places';

const WHOLE: FileOptions = { isHeadOpen: false, isOnlyChanges: false };
const NO_MARKS: MarkedPaths = { ofStep: new Set<string>(), inFocus: [] };

const storeOf = (given: Readonly<Record<string, string>>) =>
  createWizardStore(catalog, completeAnswers(catalog, given));
const rowsOf = (given: Readonly<Record<string, string>>, options = WHOLE, marks = NO_MARKS) =>
  fileRows(catalog, storeOf(given).get(), options, marks);
const row = (rows: readonly FileRow[], path: string) =>
  rows.find(({ kind, path: at }) => kind === 'key' && at === path);

test('the head comment is left out until it is unfolded, and the numbers are those of the whole file', () => {
  const folded = rowsOf({});
  const whole = rowsOf({}, { ...WHOLE, isHeadOpen: true });
  expect(whole[0]?.number).toBe('1');
  expect(whole[0]?.text).toMatch(/^# values-large\.yaml/);
  expect(folded[0]?.kind).toBe('blank');
  expect(folded.map(({ number }) => number)).toEqual(
    whole.slice(whole.length - folded.length).map(({ number }) => number),
  );
});

test('a changed key is marked, with the documented value behind it', () => {
  const rows = rowsOf({ 'api.autoscaling.minReplicas': '8' });
  expect(row(rows, 'api.autoscaling.minReplicas')).toMatchObject({
    text: '    minReplicas: 8',
    behind: 'documented 6',
    className: 'line key changed',
  });
  expect(rows.filter(({ className }) => className.includes('changed'))).toHaveLength(1);
});

test('only changes: each below its parents, and what only the documented file has struck out', () => {
  const rows = rowsOf({ 'eventbus.backend': 'kinesis' }, { ...WHOLE, isOnlyChanges: true });
  expect(rows.map(({ className, text, behind }) => [className, text, behind])).toEqual([
    ['line key', 'eventbus:', ''],
    ['line key changed', '  backend: kinesis', 'documented kafka'],
    ['line key removed', 'kafka:', ''],
    ['line key removed', '  enabled: true', ''],
    ['line key added', 'kinesis:', ''],
    ['line key added', '  enabled: true', ''],
    ['line key', 'config:', ''],
    ['line key changed', '  EVENT_PUBLISHER: kinesis', 'documented kafka'],
  ]);
  expect(row(rows, 'kafka')?.number).toBe('');
});

test('as many keys are counted as are marked', () => {
  expect(countChanged(catalog, storeOf({}).get().lines)).toBe(0);
  expect(countChanged(catalog, storeOf({ 'eventbus.backend': 'kinesis' }).get().lines)).toBe(6);
});

test('a problem stands at the line of its answer', () => {
  const rows = rowsOf({ 'api.autoscaling.minReplicas': '60' });
  expect(row(rows, 'api.autoscaling.maxReplicas')).toMatchObject({
    behind: 'has a problem',
    className: 'line key wrong',
  });
});

test('the lines of a step: a parent only where all that it holds is of the step', () => {
  const { entries } = storeOf({}).get().reading;
  const tiers = pathsOfStep(catalog, entries, 'tiers');
  expect(tiers).toContain('api');
  expect(tiers).toContain('api.autoscaling.minReplicas');
  expect(tiers).not.toContain('eventbus');
  expect(tiers).not.toContain('config'); // the bus and the store write there
  const rows = rowsOf({}, WHOLE, { ofStep: tiers, inFocus: ['api.autoscaling.minReplicas'] });
  expect(row(rows, 'api.autoscaling.minReplicas')?.className).toBe('line key of-step in-focus');
});
