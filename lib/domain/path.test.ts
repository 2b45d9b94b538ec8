import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '@/tests/support/text';
import { formatPath, isWithin, type Path, parsePath } from './path';

const CASES: readonly (readonly [text: string, path: Path])[] = [
  ['', []],
  ['api', ['api']],
  ['api.autoscaling.maxReplicas', ['api', 'autoscaling', 'maxReplicas']],
  ['api.nodeSelector.kaireon\\.ai/tier', ['api', 'nodeSelector', 'kaireon.ai/tier']],
  ['api.spread[0].maxSkew', ['api', 'spread', 0, 'maxSkew']],
  ['list[10][2]', ['list', 10, 2]],
  ['[0].a', [0, 'a']],
  ['a.0', ['a', '0']],
  ['a\\[0\\]', ['a[0]']],
  ['a\\,b\\=c', ['a,b=c']],
  ['a\\\\.b', ['a\\', 'b']],
];

it.each(CASES)('a path is written and read as helm --set does: %s', (text, path) => {
  expect(formatPath(path)).toBe(text);
  expect(parsePath(text)).toEqual(path);
});

const step = fc.oneof(
  anyText.filter((key) => key !== ''),
  fc.nat({ max: 99 }),
);

it('a path is the same after it was written and read', () => {
  fc.assert(
    fc.property(fc.array(step), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
    { numRuns: 300 },
  );
});

it('a path is read from any text at all', () => {
  fc.assert(fc.property(anyText, (text) => Array.isArray(parsePath(text))));
  expect(parsePath('\\')).toEqual([]);
  expect(parsePath('a[x].b')).toEqual(['a', 'x', 'b']);
});

it('a path lies within itself and whatever holds it, and nothing else', () => {
  for (const parent of ['api', 'api.list', 'api.list[0]']) {
    expect(isWithin('api.list[0].name', parent)).toBe(true);
  }
  expect(isWithin('api', 'api')).toBe(true);
  for (const other of ['apis', 'api.lists', 'ap', 'api.list[0].name.x', 'b']) {
    expect(isWithin('api.list[0].name', other)).toBe(false);
  }
});
