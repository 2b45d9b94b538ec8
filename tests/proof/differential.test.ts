import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type Path, parsePath } from '@/lib/domain/path';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { probeOverlay } from '@/lib/proof/probe-overlay';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { describeWithHelm, type Helm } from '../helm/helm';
import { type Chart, charts, effects, rendered } from './rendering';

/** Answers that fill as many keys as one set can. */
const GIVEN = {
  'kafka.brokers': 'broker-1:9092,broker-2:9092',
  'dynamodb.tableName': 'kaireon-interactions',
  'stream.enabled': 'true',
  'cron.concurrencyPolicy': 'Replace',
  'cron.schedules.outboxReaper.enabled': 'false',
};

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

const readingFor = ({ map }: Chart, given: Readonly<Record<string, string>> = GIVEN): Reading =>
  readAnswers(catalog, completeAnswers(catalog, given), { map });

/** The same kind of value, and another one. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /^\d/.test(String(value))
    ? String(value).replace(/^\d+/, (digits) => String(Number(digits) + 1))
    : `${value}x`;
}

function withOther(values: object, at: Path): object {
  const copy = structuredClone(values) as Record<string | number, unknown>; // a tree of the overlay's
  let parent = copy;
  for (const step of at.slice(0, -1)) parent = parent[step] as typeof copy; // it has the leaf
  const last = at.at(-1) ?? '';
  parent[last] = other(parent[last]);
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

async function proofOf(helm: Helm, chart: Chart, reading: Reading) {
  const overlay = textOf(reading.lines);
  const [before, after, traced] = await Promise.all([
    rendered(helm, chart, []),
    rendered(helm, chart, [overlay]),
    rendered(helm, chart, [overlay, probeOverlay(catalog, reading)]),
  ]);
  return prove(catalog, reading, {
    before: read(before),
    after: read(after),
    traced: read(traced),
  });
}

describeWithHelm('Helm %s', (_, helm) => {
  test.each(charts)('$name: each verdict is what changing that key alone shows', async (chart) => {
    const reading = readingFor(chart);
    const proof = await proofOf(helm, chart, reading);
    const told = (await differential(helm, chart, reading)).map(({ path, probe, hasEffect }) => {
      const { state, reason } = proof.keys[path] ?? {};
      return { path, probe, hasEffect, state, reason };
    });
    expect(told.filter(({ state, hasEffect }) => state === 'reached' && !hasEffect)).toEqual([]);
    expect(told.filter(({ state, hasEffect }) => state === 'nowhere' && hasEffect)).toEqual([]);
    if (process.env.SHOW) {
      const odd = told.filter(({ state, hasEffect, probe }) =>
        hasEffect ? state !== 'reached' : probe !== undefined && state !== 'nowhere',
      );
      console.log(
        chart.name,
        JSON.stringify(proof.counts),
        '\n' + odd.map((o) => JSON.stringify(o)).join('\n'),
        '\n' +
          JSON.stringify([
            proof.findings.map((f) => f.id + ' ' + f.where),
            proof.limits,
            proof.remarks,
          ]),
      );
    }
  });
});
