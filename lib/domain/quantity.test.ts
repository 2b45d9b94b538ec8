import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '@/tests/support/text';
import { parseQuantity, toGiB, toUnits } from './quantity';

/** Powers of ten and of two, typed from the Kubernetes documentation of quantities. */
const DECIMAL = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 } as const;
const BINARY = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 } as const;

/** What a quantity is in billionths, found another way: as a fraction of two whole numbers, rounded up. */
function billionths(whole: string, fraction: string, suffix: string): bigint {
  let over = BigInt(`${whole}${fraction}`) * 1_000_000_000n;
  let under = 10n ** BigInt(fraction.length);
  const ten = DECIMAL[suffix as keyof typeof DECIMAL] ?? Number(suffix.slice(1));
  if (suffix in BINARY) over *= 2n ** BigInt(BINARY[suffix as keyof typeof BINARY]);
  else if (ten < 0) under *= 10n ** BigInt(-ten);
  else over *= 10n ** BigInt(ten);
  return over / under + (over % under === 0n ? 0n : 1n);
}

const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((all) => all.join(''));

const suffixes = fc.oneof(
  fc.constantFrom(...Object.keys(DECIMAL), ...Object.keys(BINARY)),
  fc
    .tuple(fc.constantFrom('e', 'E'), fc.integer({ min: -30, max: 30 }))
    .map(([e, n]) => `${e}${n}`),
);

describe('a quantity', () => {
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
    ['0', 0n],
    ['007', 7_000_000_000n],
    // Finer than a billionth is rounded up, as Kubernetes does.
    ['0.1n', 1n],
    ['1e-99', 1n],
  ])('%s is read exactly', (text, amount) => {
    expect(parseQuantity(text)).toBe(amount);
  });

  it.each([
    ...['', ' ', '4 Gi', '1m ', '\n1', '1\n', '1'.repeat(33)],
    ...'Gi 4GB -1 +1 1e3Gi 4gi 4K 4mi 1e 1e1.5 . e3 1,5 1_000 0x10 ٣ NaN Infinity'.split(' '),
    ...'1mm 1Gii 1..5 1.5.5 1e100'.split(' '),
  ])('%j is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('is what an independent reading finds', () => {
    fc.assert(
      fc.property(digits(1, 9), digits(0, 9), suffixes, (whole, fraction, suffix) => {
        const text = `${whole}${fraction && '.'}${fraction}${suffix}`;
        expect(parseQuantity(text)).toBe(billionths(whole, fraction, suffix));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const amount = parseQuantity(text);
        expect(amount === undefined || amount >= 0n).toBe(true);
      }),
    );
  });

  it('is shown in cores and in GiB', () => {
    expect(toUnits(parseQuantity('1500m') ?? 0n)).toBe(1.5);
    expect(toGiB(parseQuantity('512Mi') ?? 0n)).toBe(0.5);
    expect(toGiB(parseQuantity('3Gi') ?? 0n)).toBe(3);
  });
});
