import fc from 'fast-check';
import { dump, loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Path, parsePath } from '@/lib/domain/path';
import { treeOf } from '@/lib/overlay/values';
import { askedKeys } from '@/lib/proof/asked-keys';
import type { Proof } from '@/lib/proof/prove';
import type { Reading } from '@/lib/reading/reading';
import { describeWithHelm, type Helm } from '../helm/helm';
import { type Chart, charts, effects, proofOf, readingFor, type Texts, textsOf } from './rendering';

const MAX = 'api.autoscaling.maxReplicas';

type Objects = Record<string, unknown>[];

const objectsOf = (text: string): Objects =>
  loadAll(text).filter((one): one is Record<string, unknown> => one !== null); // our own templates' objects

const stateOf = ({ keys }: Proof) =>
  Object.fromEntries(Object.entries(keys).map(([path, { state }]) => [path, state]));

/** How `kubectl get -o yaml` writes a list: no indent before its items. */
const asKubectlList = (objects: Objects): string =>
  `apiVersion: v1\nitems:\n${objects
    .map((one) => dump(one).trimEnd().replace(/^/gm, '  ').replace(/^ {2}/, '- '))
    .join('\n')}\nkind: List\nmetadata:\n  resourceVersion: ""\n`;

const WRAPPINGS: Readonly<Record<string, (objects: Objects) => string>> = {
  'a list of kubectl': asKubectlList,
  'a list in YAML': (items) => dump({ apiVersion: 'v1', kind: 'List', items }),
  'a list in JSON': (items) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  'lists of lists': (items) =>
    dump({ kind: 'List', items: items.map((one) => ({ kind: 'List', items: [one] })) }),
  'JSON one by one': (items) => items.map((one) => JSON.stringify(one, null, 4)).join('\n'),
  'YAML, one after the other without a mark': (items) =>
    items.map((one) => dump({ apiVersion: one.apiVersion, ...one })).join(''),
  'Windows lines': (items) =>
    items.map((one) => `---\n${dump(one)}`.replaceAll('\n', '\r\n')).join(''),
};

/** An object as a cluster gives it back, with a number in all that the cluster adds. */
function fromCluster(object: Record<string, unknown>, stamp: number): Record<string, unknown> {
  const metadata = object.metadata as Record<string, unknown>; // our own templates have it
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...(metadata.annotations as object | undefined), // a mapping where there is one
        'kubectl.kubernetes.io/last-applied-configuration': `${stamp}`,
        'deployment.kubernetes.io/revision': `${stamp}`,
      },
      creationTimestamp: '2026-11-25T10:00:00Z',
      managedFields: [{ manager: `${stamp}`, fieldsV1: { 'f:spec': { [stamp]: {} } } }],
      namespace: 'kaireon',
      uid: 'a',
    },
    status: { replicas: stamp, desiredReplicas: stamp },
  };
}

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

describeWithHelm('Helm %s', async (_, helm) => {
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

  const chosen = charts.filter(({ name }) => ['plain', 'nested', 'gated'].includes(name));
  const cases = await Promise.all(
    chosen.map(async (chart) => {
      const reading = readingFor(chart);
      const texts = await textsOf(helm, chart, reading);
      return { reading, texts, whole: proofOf(reading, texts) };
    }),
  );
  const anyCase = fc.constantFrom(...cases);
  const everyText = ({ before, after, traced }: Texts, change: (text: string) => string) => ({
    before: change(before),
    after: change(after),
    traced: change(traced),
  });

  test('the order of documents means nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ reading, texts, whole }, order) => {
        const shuffled = (text: string) =>
          text
            .split(/^---\n/m)
            .map((part) => ({ part, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ part }) => part)
            .join('---\n');
        const proof = proofOf(reading, everyText(texts, shuffled));
        expect(stateOf(proof)).toEqual(stateOf(whole));
        expect(proof.limits).toEqual(whole.limits);
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.keys(WRAPPINGS))('%s says the same', (name) => {
    for (const { reading, texts, whole } of cases) {
      const wrap = WRAPPINGS[name] ?? String;
      const proof = proofOf(
        reading,
        everyText(texts, (text) => wrap(objectsOf(text))),
      );
      expect(stateOf(proof)).toEqual(stateOf(whole));
    }
  });

  test('what a cluster adds means nothing, a probe’s value there neither', () => {
    for (const { reading, texts, whole } of cases) {
      const asRunning = (text: string, stamp: number) =>
        asKubectlList(objectsOf(text).map((one) => fromCluster(one, stamp)));
      const probe = askedKeys(catalog, reading).find(({ entry }) => entry.key.path === MAX)?.probe;
      const live = {
        before: asRunning(texts.before, 4),
        after: asRunning(texts.after, 5),
        traced: asRunning(texts.traced, Number(probe)),
      };
      expect(stateOf(proofOf(reading, live))).toEqual(stateOf(whole));
    }
  });

  test('a file that is cut off behind any line says the same, less, or that it cannot be told', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    const roles = fc.constantFrom<keyof Texts>('before', 'after', 'traced');
    fc.assert(
      fc.property(anyCase, roles, shares, ({ reading, texts, whole }, role, share) => {
        const text = texts[role];
        const lines = text.split('\n');
        const cut = lines.slice(0, Math.floor(lines.length * share)).join('\n');
        const proof = proofOf(reading, { ...texts, [role]: cut });
        const wrong = Object.entries(proof.keys).filter(([path, { state }]) => {
          const full = whole.keys[path]?.state;
          const isLess = state === 'unknown' || (state === 'present' && full === 'reached');
          return state !== full && !isLess;
        });
        expect(
          wrong.map(([path, { state, reason }]) => [path, state, whole.keys[path]?.state, reason]),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
