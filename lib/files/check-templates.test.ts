import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { runToEnd } from '@/lib/domain/run-to-end';
import type { ChartLeaf, PathMap, Reader } from '@/lib/domain/user-files';
import { type ChartCheck, checkInSteps } from './check-chart';
import { bestMatches } from './suggestions';

const at = { file: 'templates/a.yaml', line: 1 };

/** A chart whose templates read some paths surely, and none of the others. */
function check(
  values: string,
  read: readonly string[],
  unlisted: readonly ChartLeaf[] = [],
  map: PathMap = {},
): ChartCheck {
  const of = (path: string): Reader =>
    read.includes(path) ? { state: 'read', ...at } : { state: 'none' };
  const checked = runToEnd(checkInSteps(catalog, values, map, { of, unlisted }));
  if ('fault' in checked) throw new Error(checked.fault.message);
  return checked;
}

const MAXIMUM: ChartLeaf = {
  path: 'worker.hpa.maximum',
  type: 'null',
  shown: 'not listed, read in templates/a.yaml line 1',
  isUnlisted: true,
};
const KEY = 'worker.keda.maxReplicaCount';

test('a path that only templates know is suggested, and one that nobody reads is not', () => {
  const listed = 'worker: { hpa: { maximum: 3 } }';
  expect(check(listed, []).chart[KEY]?.suggestions).toEqual([]);
  expect(check(listed, ['worker.hpa.maximum']).chart[KEY]?.suggestions).toMatchObject([
    { path: 'worker.hpa.maximum', type: 'number' },
  ]);
  const { chart, readers } = check('{}', ['worker.hpa.maximum'], [MAXIMUM]);
  expect(chart[KEY]?.suggestions).toMatchObject([{ path: 'worker.hpa.maximum', isUnlisted: true }]);
  expect(readers?.['worker.hpa.maximum']).toEqual({ state: 'read', ...at });
  expect(readers?.[KEY]).toEqual({ state: 'none' });
});

test('a key that is listed and read by nobody has suggestions as well', () => {
  const values = 'worker: { keda: { maxReplicaCount: 3 }, hpa: { maximum: 3 } }';
  const { chart } = check(values, ['worker.hpa.maximum']);
  expect(chart[KEY]).toMatchObject({
    status: 'confirmed',
    suggestions: [{ path: 'worker.hpa.maximum' }],
  });
  expect(check(values, [KEY, 'worker.hpa.maximum']).chart[KEY]?.suggestions).toEqual([]);
});

test('a best match is for keys that nobody reads, never for one that is read', () => {
  const values = 'api: { hpa: { maxReplicas: 3 } }';
  const [key, theirs] = ['api.autoscaling.maxReplicas', 'api.hpa.maxReplicas'];
  const unread = check(values, [theirs]);
  expect(bestMatches(unread.chart, unread.readers).get(key)?.path).toBe(theirs);
  const read = check(values, [key, theirs]);
  expect(bestMatches(read.chart, read.readers).has(key)).toBe(false);
});

test('a chosen path is kept where templates read it, listed or not', () => {
  const map = { [KEY]: 'worker.hpa.maximum' };
  expect(check('{}', ['worker.hpa.maximum'], [], map)).toMatchObject({ map, dropped: [] });
  expect(check('{}', [], [], map)).toMatchObject({ map: {}, dropped: [KEY] });
});
