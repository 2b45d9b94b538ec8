import { expect, test } from 'vitest';
import { diffLines, withParents } from './line-diff';
import type { Line } from './print';

const key = (path: string, text: string): Line => ({ id: path, kind: 'key', text, path });
const note = (id: string, path: string, text: string): Line => ({
  id,
  kind: 'comment',
  text,
  path,
});

const was = [
  key('api', 'api:'),
  key('api.min', '  min: 6'),
  note('note a', 'api.max', '  # A limit.'),
  key('api.max', '  max: 50'),
  key('kafka', 'kafka:'),
  key('kafka.enabled', '  enabled: true'),
];
const is = [
  key('api', 'api:'),
  key('api.min', '  min: 8'),
  note('note a', 'api.max', '  # A limit.'),
  key('api.max', '  max: 50'),
  key('kinesis', 'kinesis:'),
  key('kinesis.enabled', '  enabled: true'),
];

test('what changed has both texts, and what goes stands before what comes', () => {
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
  const same = was.slice(0, 4);
  const deeper = [same[0] as Line, same[1] as Line, key('api.max', '  max: 60')];
  expect(withParents(diffLines(same, deeper)).map(({ kind, line }) => [kind, line.text])).toEqual([
    ['same', 'api:'],
    ['removed', '  # A limit.'],
    ['changed', '  max: 60'],
  ]);
});

test('equal files have no difference', () => {
  expect(withParents(diffLines(was, was))).toEqual([]);
});
