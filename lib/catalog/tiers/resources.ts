import type { Answer, Read } from '@/lib/domain/answer';
import { quantityAnswer } from '@/lib/domain/declare';
import type { Footprint, Rule } from '@/lib/domain/option';
import { parseQuantity } from '@/lib/domain/quantity';
import { source } from '../sources';

interface PodResources {
  /** The tier's root key. */
  readonly tier: string;
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits?: { readonly cpu: string; readonly memory: string };
  readonly when?: (read: Read) => boolean;
}

type Pair = { readonly cpu: Answer<string>; readonly memory: Answer<string> };

/** One pod's requests, and its limits where the documentation gives any, with the rule that no request exceeds its limit. */
export function podResources({ tier, requests, limits, when }: PodResources): {
  requests: Pair;
  parts: Answer<string>[];
  rules: Rule[];
} {
  const quantity = (kind: 'requests' | 'limits', resource: 'cpu' | 'memory', fallback: string) =>
    quantityAnswer({
      key: `${tier}.resources.${kind}.${resource}`,
      label: `${resource === 'cpu' ? 'CPU' : 'Memory'} ${kind === 'requests' ? 'request' : 'limit'}`,
      help: HELP[kind][resource],
      ...(resource === 'cpu' && { unit: 'cores' }),
      source: `${source.tierLayout}; path: ${source.helmConvention}`,
      default: fallback,
      resource,
      ...(when && { when }),
    });
  const pair = (kind: 'requests' | 'limits', of: { cpu: string; memory: string }): Pair => ({
    cpu: quantity(kind, 'cpu', of.cpu),
    memory: quantity(kind, 'memory', of.memory),
  });

  const asked = pair('requests', requests);
  if (!limits) return { requests: asked, parts: [asked.cpu, asked.memory], rules: [] };
  const capped = pair('limits', limits);
  return {
    requests: asked,
    parts: [asked.cpu, asked.memory, capped.cpu, capped.memory],
    rules: [
      requestWithinLimit(asked.cpu, capped.cpu),
      requestWithinLimit(asked.memory, capped.memory),
    ],
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

/** The footprint of a tier with these requests, or `undefined` while any of its answers is missing. */
export function footprint(
  read: Read,
  min: Answer<number>,
  max: Answer<number>,
  requests: Pair,
): Footprint | undefined {
  const [minReplicas, maxReplicas] = [read(min), read(max)];
  const [cpu, memory] = [read(requests.cpu), read(requests.memory)];
  if (minReplicas === undefined || maxReplicas === undefined || !cpu || !memory) return undefined;
  return { minReplicas, maxReplicas, cpu, memory };
}
