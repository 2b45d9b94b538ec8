import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalog, registry } from '@/lib/catalog/registry';
import type { Option } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '../support/answers';
import { openLink, readingOf } from '../support/reading';

const answerKeys = catalog.answers.map(({ key }) => key);
const backends = catalog.options.flatMap(({ choice }) => choice?.backends ?? []);

/** The ids of what the files of a folder export, as far as it is an option or a backend. */
async function idsIn(folder: string): Promise<string[]> {
  const at = fileURLToPath(new URL(`../../lib/catalog/${folder}/`, import.meta.url));
  const files = readdirSync(at).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ at + file)));
  return modules
    .flatMap((module: Record<string, Partial<Option> | undefined>) => Object.values(module))
    .flatMap((one) => (one?.id && one.summary ? one.id : []));
}

it.each([
  ['tiers', registry.tiers],
  ['datastores', registry.datastores],
  ['event-bus', registry.eventBuses],
  ['interaction-store', registry.interactionStores],
  ['plan', registry.plans],
] as const)('registers all that has a file in %s', async (folder, registered) => {
  expect((await idsIn(folder)).sort()).toEqual(registered.map(({ id }) => id).sort());
});

it('has no two options, steps or presets with the same name, and words for each', () => {
  const presets = catalog.presets.map((preset) => ({ ...preset, id: preset.name }));
  for (const all of [catalog.options, catalog.steps, backends, presets]) {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  }
  for (const { title, summary } of [...catalog.options, ...backends, ...presets]) {
    expect(title).toMatch(/^\S.+\S$/);
    expect(summary).toMatch(/^\S.{10,}\.$/);
  }
});

it('knows the switch of every tier that can be off', () => {
  for (const { id, parts, enabled } of registry.tiers) {
    const showsInWorkload = parts.filter(({ shows }) => shows?.in === 'workload');
    expect(showsInWorkload, id).toEqual(enabled ? [enabled] : []);
  }
});

it('only names answers, limits and options that there are', () => {
  const keys = [
    ...catalog.rules.flatMap((rule) => [rule.key, ...rule.with]),
    ...catalog.keys.flatMap(({ answerKey }) => answerKey ?? []),
    ...catalog.presets.flatMap(({ sets }) => Object.keys(sets)),
    ...catalog.allLimits.flatMap(({ beside, remedy }) => [beside ?? [], remedy ?? []].flat()),
  ];
  for (const key of keys) expect(answerKeys).toContain(key);
  const limits = [...catalog.options, ...backends, catalog]
    .flatMap(({ prerequisites = {} }) => Object.values(prerequisites))
    .flatMap(({ limit }) => limit ?? []);
  expect(catalog.allLimits.map(({ id }) => id)).toEqual(expect.arrayContaining(limits));
  const ids = catalog.options.map(({ id }) => id);
  for (const { id, step, talksTo = [], about = id, load } of catalog.options) {
    expect(catalog.steps.map((one) => one.id)).toContain(step);
    const named = talksTo.flatMap(({ to, otherwise }) => [to, otherwise ?? to]);
    for (const one of [...named, about, load?.tier ?? id]) expect(ids, id).toContain(one);
  }
});

it('gives every limit a place: a key of the file, an answer, or none', () => {
  fc.assert(
    fc.property(validAnswers(catalog), (raw) => {
      const { limits, leaves } = readAnswers(catalog, raw);
      const hasPlace = (key: string) =>
        answerKeys.includes(key) || leaves.some(({ path }) => isWithin(path, key));
      expect(limits.flatMap(({ keys }) => keys).filter((key) => !hasPlace(key))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('names a source for every key of the file', () => {
  for (const { path, source } of catalog.keys) expect(source, path).toMatch(/^\S.{3,}\S$/);
});

/** Typed from the document of keys. */
const PRESETS = {
  'documented-large': {},
  'aws-managed': { 'eventbus.backend': 'kinesis', 'plan.postgresProvider': 'aurora' },
  'self-managed': { 'interactionStore.backend': 'scylla' },
  'cassandra-mid-tier': { 'interactionStore.backend': 'cassandra' },
  'everything-on': { 'stream.enabled': 'true', 'mcp.dedicated': 'true' },
  'high-throughput-workers': {
    'worker.keda.listLength': '20',
    'worker.keda.pollingInterval': '10',
    'worker.keda.cooldownPeriod': '180',
    'worker.keda.maxReplicaCount': '50',
  },
};

it('has the documented presets, each with what it documents', () => {
  const documented = catalog.presets.filter(({ name }) => name in PRESETS);
  expect(documented.map(({ name, sets }) => [name, sets])).toEqual(Object.entries(PRESETS));
});

it.each(catalog.presets)('$name opens spelled out and valid', ({ name, sets }) => {
  const { raw, notices } = openLink(catalog, `#v=1&preset=${name}`);
  expect({ raw, notices }).toEqual({ raw: readingOf(sets).raw, notices: [] });
  expect(readingOf(raw).faults).toEqual([]);
});
