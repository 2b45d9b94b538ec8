import { type Answer, type Derived, isOn, type Read } from '@/lib/domain/answer';
import { quantityAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Rule } from '@/lib/domain/option';
import { parseQuantity } from '@/lib/domain/quantity';
import { source } from '../sources';

/** The upper bound of a tier's numbers of pods. */
export const MOST_PODS = 1000;

/** A figure in a few words; that it is left to the chart where it is not known. */
export const inWords = <V>(read: Read, answer: Answer<V>, words: (value: V) => string): string => {
  const value = read(answer);
  return value === undefined ? `${answer.label.toLowerCase()} left to the chart` : words(value);
};

/** A key, written whole so that a search for it finds it here, and its documented default. */
type Declared<V> = readonly [key: string, fallback: V];

interface Autoscaling {
  /** The key that says that the block is on. */
  readonly enabled: string;
  readonly min: Declared<number>;
  readonly max: Declared<number>;
  /** The lowest floor that can be entered. */
  readonly least?: 0 | 1;
  readonly convention: string;
  /** The switch of the tier, where it can be off. */
  readonly tier?: Answer<boolean>;
}

/** The block of an autoscaled tier: its switch, the smallest and the largest number of pods, and the rule between them. */
export function autoscaling({ enabled, least = 1, convention, tier, ...declared }: Autoscaling) {
  const shared = {
    unit: 'pods',
    source: `${source.tierLayout}; path: ${convention}`,
    max: MOST_PODS,
    when: tier && ((read) => isOn(read, tier)),
  } satisfies Partial<Parameters<typeof wholeNumber>[0]>;
  const min = wholeNumber({
    ...shared,
    key: declared.min[0],
    shows: { in: 'scaler', field: 'min' },
    label: 'Smallest number of pods',
    help:
      least === 0
        ? 'The floor. Zero lets the tier stop when its queue is empty.'
        : 'The floor: never fewer, however quiet it is.',
    default: declared.min[1],
    min: least,
  });
  const max = wholeNumber({
    ...shared,
    key: declared.max[0],
    shows: { in: 'scaler', field: 'max' },
    label: 'Largest number of pods',
    help: 'The ceiling under load. Your nodes must have room for this many.',
    default: declared.max[1],
    min: 1,
  });
  const scaler: Derived = {
    path: enabled,
    shows: {
      in: 'scaler',
      field: 'exists',
      kind: enabled.includes('.keda.') ? 'ScaledObject' : 'HorizontalPodAutoscaler',
    },
    provenance: 'unverified',
    source: convention,
    of: tier?.key,
    serves: enabled.replace(/\.enabled$/, ''),
    value: (read) => !tier || isOn(read, tier) || undefined,
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

interface Fixed {
  readonly count: Declared<number>;
  readonly help?: string;
  readonly when?: Answer['when'];
}

/** The number of pods of a tier that nothing scales. */
export function fixedReplicas({
  count: [key, fallback],
  help = 'Fixed: no autoscaler is documented for this tier.',
  when,
}: Fixed): Answer<number> {
  return wholeNumber({
    key,
    shows: { in: 'replicas' },
    label: 'Number of pods',
    help,
    unit: 'pods',
    source: `${source.tierLayout}; path: ${source.helmConvention}`,
    default: fallback,
    min: 1,
    max: 100,
    when,
  });
}

interface Pair {
  readonly cpu: Declared<string>;
  readonly memory: Declared<string>;
}

interface PodResources {
  readonly requests: Pair;
  readonly limits?: Pair;
  readonly when?: Answer['when'];
}

/** One pod's requests, and its limits where the documentation gives any, with the rule that no request exceeds its limit. */
export function podResources({ requests, limits, when }: PodResources) {
  const quantity = (
    kind: 'requests' | 'limits',
    resource: 'cpu' | 'memory',
    [key, fallback]: Declared<string>,
  ) =>
    quantityAnswer({
      key,
      shows: { in: 'resources', kind, resource },
      label: `${resource === 'cpu' ? 'CPU' : 'Memory'} ${kind === 'requests' ? 'request' : 'limit'}`,
      help: HELP[kind][resource],
      unit: resource === 'cpu' ? 'cores' : undefined,
      source: `${source.tierLayout}; path: ${source.helmConvention}`,
      default: fallback,
      resource,
      when,
    });
  const pair = (kind: 'requests' | 'limits', { cpu, memory }: Pair) => ({
    cpu: quantity(kind, 'cpu', cpu),
    memory: quantity(kind, 'memory', memory),
  });

  const asked = pair('requests', requests);
  const capped = limits && pair('limits', limits);
  return {
    workload: { requests: asked, limits: capped },
    parts: [asked, capped].flatMap((pod) => (pod ? [pod.cpu, pod.memory] : [])),
    rules: capped
      ? [requestWithinLimit(asked.cpu, capped.cpu), requestWithinLimit(asked.memory, capped.memory)]
      : [],
  };
}

const HELP = {
  requests: {
    cpu: 'What the scheduler sets aside on a node for each pod.',
    memory: 'What the scheduler sets aside on a node for each pod. Always with a unit: Mi or Gi.',
  },
  limits: {
    cpu: 'Above this the pod is throttled.',
    memory: 'Above this the pod is killed. Always with a unit: Mi or Gi.',
  },
} as const;

function requestWithinLimit(request: Answer<string>, limit: Answer<string>): Rule {
  return {
    key: request.key,
    with: [limit.key],
    broken(read) {
      const [asked, cap] = [read(request), read(limit)];
      if (asked === undefined || cap === undefined) return undefined;
      const over = (parseQuantity(asked) ?? 0n) > (parseQuantity(cap) ?? 0n);
      return over
        ? `The request, ${asked}, is above the limit, ${cap}. Kubernetes refuses such a pod: enter at most ${cap}, or raise ${limit.key}.`
        : undefined;
    },
  };
}
