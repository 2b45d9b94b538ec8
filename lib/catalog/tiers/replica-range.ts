import type { Answer, Read } from '@/lib/domain/answer';
import { wholeNumber } from '@/lib/domain/declare';
import { scaler } from '@/lib/domain/evidence';
import type { Rule } from '@/lib/domain/option';
import { source } from '../sources';

interface Range {
  /** Helm path of the block that holds both, such as `api.autoscaling`. */
  readonly path: string;
  readonly keys?: readonly [string, string];
  readonly min: number;
  readonly max: number;
  readonly least?: number;
  readonly convention: string;
  readonly when?: (read: Read) => boolean;
}

/** The smallest and the largest number of pods of an autoscaled tier, and the rule that the one is not above the other. */
export function replicaRange(range: Range): {
  min: Answer<number>;
  max: Answer<number>;
  rule: Rule;
} {
  const { path, least = 1, keys = ['minReplicas', 'maxReplicas'], when } = range;
  const shared = {
    unit: 'pods',
    source: `${source.tierLayout}; path: ${range.convention}`,
    ...(when && { when }),
  };
  const min = wholeNumber({
    ...shared,
    key: `${path}.${keys[0]}`,
    shows: scaler('min'),
    label: 'Smallest number of pods',
    help:
      least === 0
        ? 'The floor. Zero lets the tier stop when its queue is empty.'
        : 'The floor: never fewer, however quiet it is.',
    default: range.min,
    min: least,
    max: 1000,
  });
  const max = wholeNumber({
    ...shared,
    key: `${path}.${keys[1]}`,
    shows: scaler('max'),
    label: 'Largest number of pods',
    help: 'The ceiling under load. Your nodes must have room for this many.',
    default: range.max,
    min: 1,
    max: 1000,
  });
  const rule: Rule = {
    key: max.key,
    with: [min.key],
    broken(read) {
      const [floor, ceiling] = [read(min), read(max)];
      if (floor === undefined || ceiling === undefined || ceiling >= floor) return undefined;
      return `The largest number of pods is ${ceiling}, below the smallest, ${floor}. Enter ${floor} to 1000, or lower ${min.key}.`;
    },
  };
  return { min, max, rule };
}
