import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { eventBusBackends } from '@/lib/catalog/event-bus/registry';
import { interactionStoreBackends } from '@/lib/catalog/interaction-store/registry';
import { isWithin } from '@/lib/domain/path';
import { readAnswers } from '@/lib/reading/reading';
import { validAnswers } from '../support/answers';
import { SLOW } from '../support/slow';

vi.setConfig({ testTimeout: SLOW });

const answerKeys = catalog.answers.map(({ key }) => key);

/** Everything that the files of a folder of the catalogue export, with the file's name. */
async function exportsOf(folder: string) {
  const at = fileURLToPath(new URL(`../../lib/catalog/${folder}/`, import.meta.url));
  const files = readdirSync(at).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const modules = await Promise.all(
    files.map(async (file) => ({ file, module: await import(/* @vite-ignore */ at + file) })),
  );
  return modules.flatMap(({ file, module }) =>
    Object.values(module as Record<string, unknown>).map((value) => ({ file, value })),
  );
}

const has = (value: unknown, ...names: string[]) =>
  typeof value === 'object' && value !== null && names.every((name) => name in value);

it('registers every backend that has a file', async () => {
  for (const [folder, registry] of [
    ['event-bus', eventBusBackends],
    ['interaction-store', interactionStoreBackends],
  ] as const) {
    const backends = (await exportsOf(folder)).filter(({ value }) => has(value, 'id', 'summary'));
    expect(new Set(backends.map(({ value }) => value))).toEqual(new Set(registry));
    for (const { file, value } of backends) expect(file).toBe(`${(value as { id: string }).id}.ts`);
  }
});

it('registers every tier, datastore and plan group that has a file', async () => {
  for (const folder of ['tiers', 'datastores', 'plan']) {
    const options = (await exportsOf(folder)).filter(({ value }) => has(value, 'step', 'parts'));
    expect(options.length).toBeGreaterThanOrEqual(3);
    for (const { file, value } of options) {
      expect(catalog.options.includes(value as never), file).toBe(true);
    }
  }
});

it('has no two options or sections with the same words', () => {
  for (const all of [catalog.options, catalog.steps]) {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  }
  for (const { step, title, summary } of catalog.options) {
    expect(catalog.steps.map(({ id }) => id)).toContain(step);
    expect(title).toMatch(/^\S.+\S$/);
    expect(summary).toMatch(/^\S.{10,}\.$/);
  }
});

it('only names answers that there are', () => {
  const named = [
    ...catalog.rules.flatMap((rule) => [rule.key, ...rule.with]),
    ...catalog.keys.flatMap(({ of }) => of ?? []),
    ...catalog.presets.flatMap(({ sets }) => Object.keys(sets)),
    ...catalog.allLimits.flatMap(({ beside }) => beside ?? []),
  ];
  for (const key of named) expect(answerKeys).toContain(key);
});

it('only names limits that there are', () => {
  const ids = catalog.allLimits.map(({ id }) => id);
  for (const { prerequisites = [] } of catalog.options) {
    for (const { limit } of prerequisites) if (limit !== undefined) expect(ids).toContain(limit);
  }
});

it('gives every limit a place: a key of the file, an answer, or none', () => {
  fc.assert(
    fc.property(validAnswers(catalog), (raw) => {
      const { limits, written } = readAnswers(catalog, raw);
      for (const { id, keys } of limits) {
        for (const key of keys) {
          const isWritten = written.some(({ path }) => isWithin(path, key));
          expect(isWritten || answerKeys.includes(key), `${id} ${key}`).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('names a source for every key of the file', () => {
  for (const { path, source } of catalog.keys) expect(source, path).toMatch(/^\S.{3,}\S$/);
});

it('talks only to options that there are, and is about such only', () => {
  const ids = catalog.options.map(({ id }) => id);
  for (const { id, talksTo = [], about = id, demand } of catalog.options) {
    const named = talksTo.flatMap(({ to, otherwise }) => [to, otherwise ?? to]);
    for (const one of [...named, about, demand?.tier ?? id]) expect(ids, id).toContain(one);
  }
});
