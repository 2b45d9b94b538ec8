const GIGA = 1_000_000_000n;

/** Multipliers in billionths, as `resource.Quantity` of Kubernetes' apimachinery defines them. */
const SUFFIX: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 1_000n,
  m: 1_000_000n,
  '': GIGA,
  k: GIGA * 10n ** 3n,
  M: GIGA * 10n ** 6n,
  G: GIGA * 10n ** 9n,
  T: GIGA * 10n ** 12n,
  P: GIGA * 10n ** 15n,
  E: GIGA * 10n ** 18n,
  Ki: GIGA * 2n ** 10n,
  Mi: GIGA * 2n ** 20n,
  Gi: GIGA * 2n ** 30n,
  Ti: GIGA * 2n ** 40n,
  Pi: GIGA * 2n ** 50n,
  Ei: GIGA * 2n ** 60n,
};

const GRAMMAR = /^(\d+(?:\.\d*)?|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/**
 * Reads a Kubernetes quantity exactly and returns it in billionths (`500m` → 500000000n, `1` → 1000000000n), rounded
 * up as Kubernetes does; `undefined` for what Kubernetes would not read, and for what no request can be:
 * a sign, more than 32 characters, an exponent past two digits.
 */
export function parseQuantity(text: string): bigint | undefined {
  if (text.length > 32) return undefined;
  const match = GRAMMAR.exec(text);
  if (!match) return undefined;
  const [, mantissa = '', suffix = '', exponent] = match;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const shift = Number(exponent ?? 0) - fraction.length;
  const billionths = digits * (SUFFIX[suffix] ?? GIGA);
  if (shift >= 0) return billionths * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return (billionths + divisor - 1n) / divisor;
}

/** Billionths as a number of whole units: cores for CPU, bytes for memory. */
export function toUnits(billionths: bigint): number {
  return Number(billionths) / 1e9;
}

/** Billionths of a byte as GiB. */
export function toGiB(billionths: bigint): number {
  return toUnits(billionths) / 2 ** 30;
}
