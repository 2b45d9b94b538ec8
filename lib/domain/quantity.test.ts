import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '@/tests/support/text';
import { parseQuantity, toGiB, toUnits } from './quantity';

it.each([
  ['1', 1_000_000_000n],
  ['500m', 500_000_000n],
  ['0.5', 500_000_000n],
  ['.5', 500_000_000n],
  ['2.', 2_000_000_000n],
  ['1e3', 1_000_000_000_000n],
  ['1E-3', 1_000_000n],
  ['1e+2', 100_000_000_000n],
  ['1Ki', 1024n * 1_000_000_000n],
  ['1k', 1000n * 1_000_000_000n],
  ['1E', 10n ** 27n],
  ['1Ei', 2n ** 60n * 1_000_000_000n],
  ['3.5Mi', 3_670_016n * 1_000_000_000n],
  ['2.5G', 25n * 10n ** 17n],
  ['7Ti', 7n * 2n ** 40n * 1_000_000_000n],
  ['1Pi', 2n ** 50n * 1_000_000_000n],
  ['4T', 4n * 10n ** 21n],
  ['1P', 10n ** 24n],
  ['3u', 3_000n],
  ['0', 0n],
  ['007', 7_000_000_000n],
  // Finer than a billionth is rounded up, as Kubernetes does.
  ['0.1n', 1n],
  ['1e-99', 1n],
])('a quantity %s is read exactly', (text, amount) => {
  expect(parseQuantity(text)).toBe(amount);
});

it.each([
  ...['', ' ', '4 Gi', '1m ', '\n1', '1\n', '1'.repeat(33)],
  ...'Gi 4GB -1 +1 1e3Gi 4gi 4K 4mi 1e 1e1.5 . e3 1,5 1_000 0x10 ٣ NaN Infinity'.split(' '),
  ...'1mm 1Gii 1..5 1.5.5 1e100'.split(' '),
])('a quantity %j is none', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});

it('a quantity never throws, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const amount = parseQuantity(text);
      expect(amount === undefined || amount >= 0n).toBe(true);
    }),
  );
});

it('a quantity is shown in cores and in GiB', () => {
  expect(toUnits(parseQuantity('1500m') ?? 0n)).toBe(1.5);
  expect(toGiB(parseQuantity('512Mi') ?? 0n)).toBe(0.5);
  expect(toGiB(parseQuantity('3Gi') ?? 0n)).toBe(3);
});
