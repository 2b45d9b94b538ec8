import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { formatPath } from '@/lib/domain/path';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/report/reading';
import { fileOf } from '@/tests/support/reading';
import { SLOW } from '@/tests/support/slow';
import { seeded, spoiled } from '@/tests/support/spoiled-files';
import { checkChart } from './check-chart';
import { basisOf, basisOfFile, compare } from './compare';
import { leavesOf } from './leaves';
import { openFile } from './open-file';
import { readYaml } from './read-yaml';

/** A share of the whole: `FUZZ_FILES=20000 npx vitest run lib/chart/spoiled.test.ts` runs all. */
const FILES = Number(process.env.FUZZ_FILES ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 20261123);

const SOURCES = [
  fileOf(),
  fileOf({
    'eventbus.backend': 'pulsar',
    'interactionStore.backend': 'scylla',
    'scylla.contactPoints': 'a,b',
  }),
  'x: &x {a: 1, b: [1, 2]}\napi:\n  <<: *x\n  hpa: {on: yes}\ntiers: [a, {b: c}]\nkafka:\n  brokers: [a:1]\n',
];

describe(`${FILES} spoiled files`, () => {
  it(
    'throw nothing: each is read, with every leaf told once, or told in a sentence',
    () => {
      const random = seeded(SEED);
      let read = 0;
      const own = basisOf(readAnswers(catalog, openedOf(SOURCES[0] ?? '').raw)).reading;
      for (let turn = 0; turn < FILES; turn++) {
        const text = spoiled(SOURCES[turn % SOURCES.length] ?? '', random);
        const about = `${SEED} ${turn}: ${JSON.stringify(text.slice(0, 2_000))}`;
        const values = readYaml(text);
        const file = openFile(catalog, text);
        const check = checkChart(catalog, text);
        if ('fault' in values || 'fault' in file || 'fault' in check) {
          expect('fault' in file && file.fault.message, about).toMatch(/^[A-Z].*\.$/s);
          expect('fault' in check, about).toBe(true);
          continue;
        }
        read += 1;
        const told = [...file.understood, ...file.carried, ...file.conflicts].map(
          ({ path }) => path,
        );
        const leaves = leavesOf(values.values).map(({ path }) => formatPath(path));
        expect(told.sort(), about).toEqual(leaves.sort());
        const { map, carriedKeys: carried } = file;
        const reading = readAnswers(catalog, file.raw, {
          ...(map && { map }),
          carried,
          chart: check.chart,
        });
        expect('fault' in readYaml(textOf(reading.lines)), about).toBe(false);
        const basis = basisOfFile(catalog, text);
        if (!('fault' in basis)) compare(catalog, basis, own);
      }
      // Enough of both kinds, or the test would look at nothing.
      expect(read).toBeGreaterThan(FILES / 10);
      expect(read).toBeLessThan(FILES * 0.95);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    SLOW + FILES * 100,
  );
});

function openedOf(text: string) {
  const file = openFile(catalog, text);
  if ('fault' in file) throw new Error(file.fault.message);
  return file;
}
