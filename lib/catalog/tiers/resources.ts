import type { Answer } from '@/lib/domain/answer';
import { quantityAnswer } from '@/lib/domain/declare';
import type { Rule } from '@/lib/domain/option';
import { parseQuantity } from '@/lib/domain/quantity';
import { source } from '../sources';

interface PodResources {
  /** The tier's root key. */
  readonly tier: string;
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits?: { readonly cpu: string; readonly memory: string };
  readonly when?: Answer['when'];
}

/** One pod's requests, and its limits where the documentation gives any, with the rule that no request exceeds its limit. */
export function podResources({ tier, requests, limits, when }: PodResources) {
  const quantity = (kind: 'requests' | 'limits', resource: 'cpu' | 'memory', fallback: string) =>
    quantityAnswer({
      key: `${tier}.resources.${kind}.${resource}`,
      shows: { in: 'resources', kind, resource },
      label: `${resource === 'cpu' ? 'CPU' : 'Memory'} ${kind === 'requests' ? 'request' : 'limit'}`,
      help: HELP[kind][resource],
      unit: resource === 'cpu' ? 'cores' : undefined,
      source: `${source.tierLayout}; path: ${source.helmConvention}`,
      default: fallback,
      resource,
      when,
    });
  const pair = (kind: 'requests' | 'limits', { cpu, memory }: typeof requests) => ({
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
