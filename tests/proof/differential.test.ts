import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Path, parsePath } from '@/lib/domain/path';
import { treeOf } from '@/lib/overlay/values';
import { askedKeys } from '@/lib/proof/asked-keys';
import type { Reading } from '@/lib/reading/reading';
import { describeWithHelm, type Helm } from '../helm/helm';
import { type Chart, charts, effects, proofOf, readingFor, textsOf } from './rendering';

/** The same kind of value, and another one. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /^\d/.test(String(value))
    ? String(value).replace(/^\d+/, (digits) => String(Number(digits) + 1))
    : `${value}x`;
}

/** A tree with another value at one place. */
function withOther(values: object, at: Path): object {
  const copy = structuredClone(values);
  const parent = at.slice(0, -1).reduce((node, step) => Reflect.get(node, step), copy); // it has the leaf
  const last = at.at(-1) ?? '';
  Reflect.set(parent, last, other(Reflect.get(parent, last)));
  return copy;
}

/** What each key does, found out by changing it alone. */
async function differential(helm: Helm, chart: Chart, reading: Reading) {
  const values = treeOf(reading.entries);
  const keys = askedKeys(catalog, reading);
  const changed = keys.map(({ path }) => withOther(values, parsePath(path)));
  const found = await effects(helm, chart, values, changed);
  return keys.map((key, index) => ({ ...key, hasEffect: found[index] === true }));
}

/** Charts in which something may hide some values, so that their absence proves nothing. */
const HIDING = ['tpl', 'refuses'];
/** Charts that may hide all of them: in a Secret, or because they refuse the probe. */
const CLOSED = ['sealed', 'refuses'];

describeWithHelm('Helm %s', (_, helm) => {
  test.each(charts)('$name: each verdict is what changing that key alone shows', async (chart) => {
    const reading = readingFor(chart);
    const proof = proofOf(reading, await textsOf(helm, chart, reading));
    const verdicts = (await differential(helm, chart, reading)).map(
      ({ path, probe, listProbe, evidence, hasEffect }) => {
        const { state, reason } = proof.keys[path] ?? {};
        const isTraced = (probe ?? listProbe) !== undefined;
        return { path, isTraced, in: evidence.in, hasEffect, state, reason };
      },
    );
    const without = verdicts.filter(({ hasEffect }) => !hasEffect);
    const having = verdicts.filter(({ hasEffect }) => hasEffect);
    // Never a false one.
    expect(without.filter(({ state }) => state === 'reached' || state === 'differs')).toEqual([]);
    expect(having.filter(({ state }) => state === 'nowhere')).toEqual([]);
    // And with the probe none is left open.
    const isOpen = ({ state }: (typeof verdicts)[number]) =>
      state === 'unknown' || state === 'present';
    if (CLOSED.includes(chart.name)) return;
    expect(having.filter((one) => one.isTraced && isOpen(one))).toEqual([]);
    const hidden = HIDING.includes(chart.name) ? ['configuration', 'environment', 'spread'] : [];
    expect(
      without.filter((one) => one.isTraced && !hidden.includes(one.in) && isOpen(one)),
    ).toEqual([]);
  });

  test('our paths, placed where a chart has them, are reached; one misspelt is nowhere', async () => {
    const flat = charts.find(({ name }) => name === 'flat');
    if (!flat) throw new Error('The chart flat is gone.');
    const reading = readingFor(flat);
    const proof = proofOf(reading, await textsOf(helm, flat, reading));
    const stateAt = (path: string) => proof.keys[path]?.state;
    for (const place of Object.values(flat.map))
      expect([place, stateAt(place)]).toEqual([place, 'reached']);

    const misspelt = { ...flat, map: { ...flat.map, 'api.autoscaling.maxReplicas': 'apiMaximum' } };
    const wrong = readingFor(misspelt);
    const other = proofOf(wrong, await textsOf(helm, misspelt, wrong));
    const changed = Object.entries(other.keys).filter(([path, one]) => stateAt(path) !== one.state);
    expect(changed).toMatchObject([['apiMaximum', { state: 'nowhere', found: 4 }]]);
  });
});
