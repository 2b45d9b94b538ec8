import type { Answer, OverlayKey, Read } from '@/lib/domain/answer';
import { quantityAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Rule } from '@/lib/domain/option';
import { parseQuantity } from '@/lib/domain/quantity';
import { source } from '../sources';

/** The upper bound of a tier's numbers of pods. */
export const MOST_PODS = 1000;

/** A figure in a few words; where it is not known, that it is left to the chart. */
export const inWords = <V>(read: Read, answer: Answer<V>, words: (value: V) => string): string => {
  const value = read(answer);
  return value === undefined ? `${answer.label.toLowerCase()} left to the chart` : words(value);
};

/** A key, written whole so that a search for it finds it here, and its documented default. */
type KeyAndDefault<V> = readonly [key: string, fallback: V];

interface Pair {
  readonly cpu: KeyAndDefault<string>;
  readonly memory: KeyAndDefault<string>;
}

interface Pods {
  readonly requests: Pair;
  readonly limits?: Pair;
}

interface ScaledPods extends Pods {
  readonly scaler: 'HPA' | 'KEDA';
  /** The key that says that the autoscaler is on, and the switch of the tier, where it can be off. */
  readonly enabled: string;
  readonly tier?: Answer<boolean>;
  readonly min: KeyAndDefault<number>;
  readonly max: KeyAndDefault<number>;
  /** Whether the tier may scale to zero. */
  readonly canBeNone?: true;
}

/** What each autoscaler is in Kubernetes, and whose conventions its keys follow. */
const SCALERS = {
  HPA: { kind: 'HorizontalPodAutoscaler', convention: source.helmConvention },
  KEDA: { kind: 'ScaledObject', convention: source.kedaConvention },
} as const;

/** The pods of an autoscaled tier: the autoscaler's switch, the bounds of their number, and what each pod requests. */
export function scaledPods({ scaler, enabled, tier, canBeNone, ...declared }: ScaledPods) {
  const { kind, convention } = SCALERS[scaler];
  const shared = { unit: 'pods', source: `${source.tierLayout}; path: ${convention}` };
  const min = wholeNumber(declared.min[0], {
    ...shared,
    shows: { in: 'scaler', field: 'min' },
    label: 'Smallest number of pods',
    help: canBeNone
      ? 'The floor. Zero lets the tier stop when its queue is empty.'
      : 'The floor: never fewer, however quiet it is.',
    default: declared.min[1],
    bounds: [canBeNone ? 0 : 1, MOST_PODS],
  });
  const max = wholeNumber(declared.max[0], {
    ...shared,
    shows: { in: 'scaler', field: 'max' },
    label: 'Largest number of pods',
    help: 'The ceiling under load. Your nodes must have room for this many.',
    default: declared.max[1],
    bounds: [1, MOST_PODS],
  });
  const scalerExists: OverlayKey = {
    path: enabled,
    type: 'boolean',
    shows: { in: 'scaler', field: 'exists', kind },
    provenance: 'unverified',
    source: convention,
    answerKey: tier?.key,
    serves: enabled.replace(/\.enabled$/, ''),
    value: () => true,
  };
  const minWithinMax: Rule = {
    key: max.key,
    with: [min.key],
    broken(read) {
      const [smallest, largest] = [read(min), read(max)];
      if (smallest === undefined || largest === undefined || largest >= smallest) return undefined;
      return `The largest number of pods is ${largest}, below the smallest, ${smallest}. Enter ${smallest} to ${MOST_PODS}, or lower ${min.key}.`;
    },
  };
  const { resources, rules, requests, limits } = podResources(declared);
  return {
    min,
    max,
    resources,
    scaling: [scalerExists, min, max],
    rules: [minWithinMax, ...rules],
    workload: { scaler, pods: { min, max }, requests, limits },
  };
}

interface FixedPods extends Pods {
  readonly count: KeyAndDefault<number>;
  readonly help?: string;
}

/** The pods of a tier that nothing scales: their number, and what each requests. */
export function fixedPods({ count: [key, fallback], help, ...declared }: FixedPods) {
  const count = wholeNumber(key, {
    shows: { in: 'replicas' },
    label: 'Number of pods',
    help: help ?? 'Fixed: no autoscaler is documented for this tier.',
    unit: 'pods',
    source: `${source.tierLayout}; path: ${source.helmConvention}`,
    default: fallback,
    bounds: [1, 100],
  });
  const { resources, requests } = podResources(declared);
  return {
    count,
    resources,
    workload: { scaler: 'Fixed', pods: { min: count, max: count }, requests },
  } as const;
}

/** One pod's requests, and its limits where the documentation gives any, with the rule that no request exceeds its limit. */
export function podResources({ requests, limits }: Pods) {
  const quantity = (
    kind: 'requests' | 'limits',
    resource: 'cpu' | 'memory',
    [key, fallback]: KeyAndDefault<string>,
  ) =>
    quantityAnswer(key, {
      shows: { in: 'resources', kind, resource },
      label: `${resource === 'cpu' ? 'CPU' : 'Memory'} ${kind === 'requests' ? 'request' : 'limit'}`,
      help: `${HELP[kind]}${resource === 'memory' ? ' Always with a unit: Mi or Gi.' : ''}`,
      unit: resource === 'cpu' ? 'cores' : undefined,
      source: `${source.tierLayout}; path: ${source.helmConvention}`,
      default: fallback,
      resource,
    });
  const pair = (kind: 'requests' | 'limits', { cpu, memory }: Pair) => ({
    cpu: quantity(kind, 'cpu', cpu),
    memory: quantity(kind, 'memory', memory),
  });

  const asked = pair('requests', requests);
  const capped = limits && pair('limits', limits);
  return {
    requests: asked,
    limits: capped,
    resources: [asked, capped].flatMap((pod) => (pod ? [pod.cpu, pod.memory] : [])),
    rules: capped
      ? [requestWithinLimit(asked.cpu, capped.cpu), requestWithinLimit(asked.memory, capped.memory)]
      : [],
  };
}

const HELP = {
  requests: 'What the scheduler sets aside on a node for each pod.',
  limits: 'A pod that needs more CPU than this is throttled; one that needs more memory is killed.',
} as const;

const requestWithinLimit = (request: Answer<string>, limit: Answer<string>): Rule => ({
  key: request.key,
  with: [limit.key],
  broken(read) {
    const [asked, cap] = [read(request), read(limit)];
    const isWithin = (parseQuantity(asked ?? '') ?? 0n) <= (parseQuantity(cap ?? '') ?? 0n);
    if (asked === undefined || cap === undefined || isWithin) return undefined;
    return `The request, ${asked}, is above the limit, ${cap}. Kubernetes refuses such a pod: enter at most ${cap}, or raise ${limit.key}.`;
  },
});
