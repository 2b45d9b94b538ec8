import { type Answer, type Derived, isOn } from '@/lib/domain/answer';
import { wholeNumber } from '@/lib/domain/declare';
import type { Rule } from '@/lib/domain/option';
import { source } from '../sources';

interface Autoscaling {
  /** Helm path of the block, such as `api.autoscaling`. */
  readonly path: string;
  /** What the block calls the smallest and the largest number of pods. */
  readonly keys?: readonly [string, string];
  readonly min: number;
  readonly max: number;
  /** The lowest floor that can be entered. */
  readonly least?: number;
  readonly convention: string;
  /** The switch of the tier, where it can be off. */
  readonly enabled?: Answer<boolean>;
}

/** The upper bound of a tier's numbers of pods. */
export const MOST_PODS = 1000;

/** The block of an autoscaled tier: its switch, the smallest and the largest number of pods, and the rule between them. */
export function autoscaling({
  path,
  keys: [minKey, maxKey] = ['minReplicas', 'maxReplicas'],
  min: floor,
  max: ceiling,
  least = 1,
  convention,
  enabled,
}: Autoscaling) {
  const shared = {
    unit: 'pods',
    source: `${source.tierLayout}; path: ${convention}`,
    max: MOST_PODS,
    when: enabled && ((read) => isOn(read, enabled)),
  } satisfies Partial<Parameters<typeof wholeNumber>[0]>;
  const min = wholeNumber({
    ...shared,
    key: `${path}.${minKey}`,
    shows: { in: 'scaler', field: 'min' },
    label: 'Smallest number of pods',
    help:
      least === 0
        ? 'The floor. Zero lets the tier stop when its queue is empty.'
        : 'The floor: never fewer, however quiet it is.',
    default: floor,
    min: least,
  });
  const max = wholeNumber({
    ...shared,
    key: `${path}.${maxKey}`,
    shows: { in: 'scaler', field: 'max' },
    label: 'Largest number of pods',
    help: 'The ceiling under load. Your nodes must have room for this many.',
    default: ceiling,
    min: 1,
  });
  const scaler: Derived = {
    path: `${path}.enabled`,
    shows: { in: 'scaler', field: 'exists' },
    provenance: 'unverified',
    source: convention,
    of: enabled?.key,
    serves: path,
    value: (read) => !enabled || isOn(read, enabled) || undefined,
  };
  const rule: Rule = {
    key: max.key,
    with: [min.key],
    broken(read) {
      const [smallest, largest] = [read(min), read(max)];
      if (smallest === undefined || largest === undefined || largest >= smallest) return undefined;
      return `The largest number of pods is ${largest}, below the smallest, ${smallest}. Enter ${smallest} to ${MOST_PODS}, or lower ${min.key}.`;
    },
  };
  return { pods: { min, max }, parts: [scaler, min, max], rule };
}
