import { wholeNumber } from '@/lib/domain/declare';
import { caution } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { zones } from '../plan/zones';
import { source } from '../sources';
import { placement } from './api-placement';
import { inWords, scaledPods } from './pods';

const pods = scaledPods({
  scaler: 'HPA',
  enabled: 'api.autoscaling.enabled',
  min: ['api.autoscaling.minReplicas', 6],
  max: ['api.autoscaling.maxReplicas', 50],
  requests: {
    cpu: ['api.resources.requests.cpu', '2'],
    memory: ['api.resources.requests.memory', '4Gi'],
  },
  limits: {
    cpu: ['api.resources.limits.cpu', '4'],
    memory: ['api.resources.limits.memory', '8Gi'],
  },
});

export const maxApiReplicas = pods.max;

export const targetCpu = wholeNumber('api.autoscaling.targetCPUUtilizationPercentage', {
  shows: { in: 'scaler', field: 'cpuTarget' },
  label: 'Target CPU utilisation',
  help: 'The HPA adds pods above this share of the CPU request. 70 is the base chart’s figure; the large one is not published, and the incident runbook advises 60.',
  unit: '% of the request',
  source: `${source.scaling}; path: ${source.helmConvention}`,
  default: 70,
  bounds: [10, 95],
});

export const api: Option = {
  id: 'api',
  step: 'tiers',
  order: 1,
  title: 'API',
  summary: 'Serves recommendations, responses and the UI; scaled by an HPA on CPU.',
  parts: [...pods.scaling, targetCpu, ...pods.resources, ...placement.parts],
  rules: [...pods.rules, ...placement.rules],
  workload: {
    note: (read) =>
      `${inWords(read, targetCpu, (share) => `${share} % CPU`)}${read(placement.workload.dedicatedNodes.isOn) ? ', own node group' : ''}`,
    ...pods.workload,
    placement: placement.workload,
  },
  talksTo: [
    // environment variables reference: DATABASE_URL is required everywhere.
    { to: 'postgres', verb: 'reads from and writes to' },
    // scaling architecture: cache, rate limits, circuit breakers and the BullMQ queues.
    { to: 'redis', verb: 'keeps its cache and queues in' },
    { to: 'opensearch', verb: 'searches in' },
    // infrastructure: every recommend and respond touches it.
    { to: 'interactionStore', verb: 'keeps interaction history in' },
    // kubernetes deployment guide: the chart gives the API the ML worker's address.
    { to: 'mlWorker', verb: 'calls' },
  ],
  facts: placement.facts,
  limits: [
    caution('api-below-zones', {
      when: ({ read }) => (read(pods.min) ?? Infinity) < (read(zones) ?? 0),
      keys: [pods.min.key],
      message: ({ read }) =>
        `With ${plural(read(pods.min) ?? 0, 'pod')} for ${read(zones)} zones some zone has no API pod at the floor. That zone depends on the others. Raise the smallest number of pods to ${read(zones)} or more.`,
      source: 'arithmetic on your numbers',
    }),
    ...placement.limits,
  ],
  prerequisites: {
    ...placement.prerequisites,
    'metrics-server': {
      text: 'metrics-server, from which the HPA reads CPU. Without it the API stays at its smallest number of pods.',
      verify:
        'kubectl wait --for=condition=Available apiservice/v1beta1.metrics.k8s.io --timeout=10s',
      good: 'condition met.',
    },
  },
};
