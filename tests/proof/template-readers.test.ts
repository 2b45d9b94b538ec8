import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { formatPath, type Path } from '@/lib/domain/path';
import { leavesOf } from '@/lib/files/leaves';
import type { Mapping } from '@/lib/files/yaml-mapping';
import { describeWithHelm } from '../helm/helm';
import { readersOfFolder } from './chart-folders';
import { withOther } from './other-value';
import { type Chart, effects } from './rendering';

const folder = fileURLToPath(new URL('./template-charts/', import.meta.url));
const shapes: readonly Chart[] = ['awkward', 'parent'].map((name) => ({
  name,
  folder: path.join(folder, name),
  map: {},
}));

describeWithHelm('Helm %s', (_, helm) => {
  test.each(shapes)('$name: no value that has an effect is without a reader', async (chart) => {
    const readers = readersOfFolder(chart.folder);
    const values = load(readers.values) as Mapping; // a file of ours, with keys at its top
    const paths = scalarPaths(values).map(({ at }) => at);
    const found = await effects(
      helm,
      chart,
      values,
      paths.map((at) => withOther(values, at)),
    );
    const verdicts = paths.map((at, index) => ({
      path: formatPath(at),
      hasEffect: found[index],
      state: readers.of(formatPath(at)).state,
    }));
    expect(verdicts.filter(({ hasEffect, state }) => hasEffect && state === 'none')).toEqual([]);
    const unread = verdicts.filter(({ state }) => state === 'none').map(({ path: at }) => at);
    expect(unread).toEqual(UNREAD[chart.name]);
  });
});

/** What no template reads, found by reading them by eye. */
const UNREAD: Readonly<Record<string, readonly string[]>> = {
  awkward: [
    'plain.unread',
    'named.other.unread',
    'dug.a.unread',
    'plucked.b',
    'looped.api.unread',
    'looped.worker.unread',
    'variable.a.unread',
    'reassigned.unread.b',
    'merged.unread',
    'passed.unread',
    'commented.a',
    'length.unread',
    'unread.a.b',
    'unread.d',
  ],
  parent: ['global.unread', 'first.own', 'child.size', 'size'],
};

function scalarPaths(values: Mapping): { at: Path }[] {
  return leavesOf(values).flatMap(({ path: at, value }) =>
    typeof value === 'object' ? [] : [{ at }],
  );
}
