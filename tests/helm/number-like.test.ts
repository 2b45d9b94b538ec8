import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { printValues } from '@/lib/overlay/print';
import { temporaryFolder } from '../support/temporary-folder';
import { writeChart } from './charts';
import { describeWithHelm, run, seenBy } from './helm';

/** All that numbers, dates and times are spelled with, in YAML 1.1, YAML 1.2 and Go. */
const ALPHABET = [...'0123456789abcdefxo_.+-E:ny'];
/** `npm run fuzz` tries every text of up to four characters; the tests a part of them. */
const isFuzz = Number(process.env.FUZZ_RUNS ?? 0) > 0;

/** Names that were seen to go wrong, or that would in some reader. */
const KNOWN = [
  ...['09_2024', '1_000', '0b+1', '0b-1', '-0o7', '+0o7', '-0b1', '.5_0', '+.5_0', '1e+3_0'],
  ...['0X1F', '0B11', '0O17', '-0X1f', '0x_1', '_1', '1_', '1__0', '+_1', '0x1p-2', '+.INF'],
  ...[
    '.inf',
    '-.Inf',
    '.NaN',
    '1:30',
    '190:20:30',
    '2024-01-02',
    '2024-1-2',
    '2024-01-02T00:00:00Z',
  ],
  ...['=', '<<', '~', '', 'y', 'No', 'on', 'null', 'NULL', 'True', 'nan', 'inf', 'Infinity'],
  ...[
    '12345678901234567890',
    '0x1FFFFFFFFFFFFFFFFF',
    '1e400',
    '5.',
    '.5',
    '+.5',
    '-',
    '+',
    '.',
    '..',
  ],
  ...['4Gi', '500m', '2k', '1E', '1Ei', '1.5Gi', '10.0.0.1:9042', '-0.0', '0o8', '08', '007'],
];

/** Not written as keys: an empty one, and `<<`, on which Helm 3 fails where the chart has a schema: it writes the key again without quotes. */
const isKey = (text: string) => text !== '' && text !== '<<';

const overlay = (texts: readonly string[]) => ({
  values: texts,
  keys: Object.fromEntries(texts.filter(isKey).map((text) => [text, 'kept'])),
});

function print(texts: readonly string[]): string {
  const lines = printValues({ names: overlay(texts) }, { notes: new Map() });
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}

function* everyText(): Generator<string> {
  let shorter = [''];
  for (let length = 1; length <= 4; length++) {
    shorter = shorter.flatMap((start) => ALPHABET.map((character) => start + character));
    yield* shorter;
  }
}

function batches(size: number): string[][] {
  const all = isFuzz
    ? [...everyText()]
    : fc.sample(fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 4 }), {
        numRuns: 3_000,
      });
  const texts = [...new Set([...KNOWN, ...all])];
  const count = Math.ceil(texts.length / size);
  return Array.from({ length: count }, (_, index) => texts.slice(index * size, (index + 1) * size));
}

describeWithHelm('Helm %s reads names that look like numbers as they were typed', (_, helm) => {
  const chart = writeChart(temporaryFolder());

  test('as values and as keys', async () => {
    for (const texts of batches(40_000)) {
      const file = path.join(temporaryFolder(), 'values.yaml');
      writeFileSync(file, print(texts));
      const { ok, output } = await run(helm, ['template', 'x', chart, '-f', file]);
      expect(ok, output.slice(0, 2_000)).toBe(true);
      const seen = seenBy(output).get('overlay') as { names: ReturnType<typeof overlay> }; // what was printed
      const wrong = texts.filter((text, index) => seen.names.values[index] !== text);
      expect(wrong).toEqual([]);
      const lost = texts.filter((text) => isKey(text) && !Object.hasOwn(seen.names.keys, text));
      expect(lost).toEqual([]);
    }
  }, 600_000);
});

describe('js-yaml', () => {
  test('reads them back', () => {
    for (const texts of batches(40_000)) {
      expect(load(print(texts))).toEqual({ names: overlay(texts) });
    }
  }, 600_000);
});
