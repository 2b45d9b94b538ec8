import { wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { source } from '../sources';
import { autoscaling } from './autoscaling';
import { podResources } from './resources';

const replicas = autoscaling({
  path: 'worker.keda',
  keys: ['minReplicaCount', 'maxReplicaCount'],
  min: 4,
  max: 30,
  least: 0,
  convention: source.kedaConvention,
});

const provenance = `${source.scaling}: KEDA profiles; path: ${source.kedaConvention}`;

const listLength = wholeNumber({
  key: 'worker.keda.listLength',
  shows: { in: 'keda', field: 'listLength' },
  label: 'Queue length a pod',
  help: 'KEDA aims at one worker for so many waiting jobs. Fewer means more pods sooner.',
  unit: 'jobs',
  source: provenance,
  default: 50,
  min: 1,
  max: 10000,
});

const pollingInterval = wholeNumber({
  key: 'worker.keda.pollingInterval',
  shows: { in: 'keda', field: 'pollingInterval' },
  label: 'Polling interval',
  help: 'How often KEDA looks at the queue.',
  unit: 'seconds',
  source: provenance,
  default: 15,
  min: 1,
  max: 3600,
});

const cooldownPeriod = wholeNumber({
  key: 'worker.keda.cooldownPeriod',
  shows: { in: 'keda', field: 'cooldownPeriod' },
  label: 'Cooldown period',
  help: 'How long the queue stays quiet before KEDA scales the workers to zero. It only matters when the smallest number of pods is 0.',
  unit: 'seconds',
  source: provenance,
  default: 300,
  min: 0,
  max: 86400,
});

const pod = podResources({
  tier: 'worker',
  requests: { cpu: '2', memory: '4Gi' },
  limits: { cpu: '4', memory: '8Gi' },
});

/** The scaling runbook's profiles other than the normal one, which is the default. */
export const kedaHighThroughput = {
  [listLength.key]: '20',
  [pollingInterval.key]: '10',
  [cooldownPeriod.key]: '180',
  [replicas.pods.max.key]: '50',
};

export const worker: Option = {
  id: 'worker',
  step: 'tiers',
  order: 3,
  title: 'Worker',
  summary: 'BullMQ batch jobs, scaled by KEDA on the length of the queue.',
  parts: [...replicas.parts, listLength, pollingInterval, cooldownPeriod, ...pod.parts],
  rules: [replicas.rule, ...pod.rules],
  workload: {
    scaler: 'KEDA',
    note: (read) => `${read(listLength) ?? '?'} jobs a pod`,
    pods: replicas.pods,
    ...pod.workload,
  },
  talksTo: [
    { to: 'postgres', label: 'reads, writes', verb: 'reads from and writes to' },
    { to: 'redis', label: 'jobs', verb: 'takes jobs from' },
  ],
  limits: [
    {
      id: 'worker-double-consume',
      severity: 'limit',
      when: 'always',
      keys: [],
      beside: replicas.pods.min.key,
      message:
        'With these dedicated workers the API needs WORKER_INPROCESS=0, otherwise its own in-process workers read the same queues and jobs are consumed twice. Whether the chart sets it is not documented: check the API pods’ environment after the install.',
      short: 'The API needs WORKER_INPROCESS=0 beside dedicated workers.',
      shownBy: {
        by: 'variable',
        tier: 'api',
        name: 'WORKER_INPROCESS',
        settledAt: '0',
        worseAt: '1',
        worse: 'so the API reads the same queues as the workers',
      },
      source: 'cost-performance; worker-mode runbook',
    },
  ],
  prerequisites: [
    {
      id: 'keda',
      text: 'KEDA, which scales the workers. Without its CRDs the ScaledObject is refused or ignored.',
      verify: 'kubectl get crd scaledobjects.keda.sh',
      origin: 'general',
    },
    {
      id: 'worker-inprocess',
      text: 'WORKER_INPROCESS=0 on the API pods, so that jobs are not consumed twice. Whether the chart sets it is not documented: the rendered manifest must show it with the value 0.',
      verify: inManifest('WORKER_INPROCESS'),
      limit: 'worker-double-consume',
      origin: 'documented',
    },
  ],
};
