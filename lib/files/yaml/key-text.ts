import type { GoScalar } from './scalar-value';

/** The name that Helm gives to a key, which may be a number or a truth. `undefined` where it refuses it. */
export function keyText(key: GoScalar): string | undefined {
  switch (key.type) {
    case 'null':
      return undefined;
    case 'boolean':
      return String(key.value);
    case 'integer':
      return key.value < 2n ** 63n ? String(key.value) : undefined;
    case 'float':
      return floatText(key.value);
    default:
      return key.value;
  }
}

/** A float as sigs.k8s.io/yaml writes a key: with the digits of 32 bits, and as `1e+06` from a million on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return '0';
  let shortest = '';
  for (let digits = 1; digits <= 9; digits++) {
    shortest = single.toExponential(digits - 1);
    if (Math.fround(Number(shortest)) === single) break;
  }
  const [mantissa = '', power = ''] = shortest.split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) {
    const digits = mantissa.replace(/[-.]/g, '').length;
    return Number(shortest).toFixed(Math.max(digits - 1 - exponent, 0));
  }
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
