import { wholeNumber } from '@/lib/domain/declare';
import { caution, limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { source } from '../sources';
import { inWords, scaledPods } from './pods';

const pods = scaledPods({
  scaler: 'KEDA',
  enabled: 'worker.keda.enabled',
  min: ['worker.keda.minReplicaCount', 4],
  max: ['worker.keda.maxReplicaCount', 30],
  canBeNone: true,
  requests: {
    cpu: ['worker.resources.requests.cpu', '2'],
    memory: ['worker.resources.requests.memory', '4Gi'],
  },
  limits: {
    cpu: ['worker.resources.limits.cpu', '4'],
    memory: ['worker.resources.limits.memory', '8Gi'],
  },
});

const kedaProfiles = `${source.scaling}: KEDA profiles; path: ${source.kedaConvention}`;

const listLength = wholeNumber('worker.keda.listLength', {
  shows: { in: 'keda', field: 'listLength' },
  label: 'Queue length a pod',
  help: 'KEDA aims at one worker for so many waiting jobs. Fewer means more pods sooner. Jobs that are being worked on do not count.',
  unit: 'jobs',
  source: kedaProfiles,
  default: 50,
  bounds: [1, 10000],
});

const pollingInterval = wholeNumber('worker.keda.pollingInterval', {
  shows: { in: 'keda', field: 'pollingInterval' },
  label: 'Polling interval',
  help: 'How often KEDA looks at the queue while there is no worker. With one pod or more the HPA asks every 15 seconds by default, whatever stands here.',
  unit: 'seconds',
  source: kedaProfiles,
  default: 15,
  bounds: [1, 3600],
});

const cooldownPeriod = wholeNumber('worker.keda.cooldownPeriod', {
  shows: { in: 'keda', field: 'cooldownPeriod' },
  label: 'Cooldown period',
  help: 'How long the queue stays quiet before KEDA scales the workers to zero. It only matters when the smallest number of pods is 0.',
  unit: 'seconds',
  source: kedaProfiles,
  default: 300,
  bounds: [0, 86400],
});

export const worker: Option = {
  id: 'worker',
  step: 'tiers',
  order: 3,
  title: 'Worker',
  summary: 'BullMQ batch jobs, scaled by KEDA on the length of the queue.',
  parts: [...pods.scaling, listLength, pollingInterval, cooldownPeriod, ...pods.resources],
  rules: pods.rules,
  workload: {
    note: (read) => inWords(read, listLength, (jobs) => `${jobs} jobs a pod`),
    ...pods.workload,
  },
  talksTo: [
    { to: 'postgres', verb: 'reads from and writes to' },
    { to: 'redis', verb: 'takes jobs from' },
  ],
  limits: [
    limit('worker-double-consume', {
      when: 'always',
      keys: [],
      beside: pods.min.key,
      message:
        'Without WORKER_INPROCESS=0 on the API, batch jobs run on API pods too; the documentation warns that they are consumed twice. What is sure: each API pod then runs five BullMQ workers, which move the CPU that the HPA scales on. Whether the chart sets the variable is not documented: look at the API’s environment in the rendered manifest.',
      shownBy: {
        by: 'variable',
        tier: 'api',
        name: 'WORKER_INPROCESS',
        settledAt: '0',
        worseAt: '1',
        worse: 'so the API reads the same queues as the workers',
      },
      source: 'cost-performance; worker-mode runbook',
    }),
    caution('worker-scale-in', {
      ...whileChosen(pods.min, 0),
      message: ({ read }) =>
        `A scale to zero can stop jobs that still run, because only waiting jobs are measured. KEDA stops every worker once no job has waited for ${read(cooldownPeriod) ?? 'the chart’s own number of'} seconds. Keep at least 1 worker, or give the pods a termination grace period longer than your longest job.`,
      source: 'KEDA: Redis Lists scaler; BullMQ: Workers',
    }),
  ],
  prerequisites: {
    keda: {
      text: 'KEDA, which scales the workers. Without its CRDs the ScaledObject is refused or ignored; without its metrics the workers stay at their smallest number.',
      verify:
        'kubectl wait --for=condition=Established crd/scaledobjects.keda.sh --timeout=10s && kubectl wait --for=condition=Available apiservice/v1beta1.external.metrics.k8s.io --timeout=10s',
      good: 'condition met, twice.',
    },
    'worker-queue-lists': {
      text: 'KEDA triggers that measure what the workers consume. BullMQ keeps waiting jobs in the list <prefix>:<queue>:wait, with the prefix bull unless another is set. Five queues are documented: batch-jobs, dsar-jobs, journey-jobs, retrain-jobs and seed-jobs. Which of them the chart measures is not.',
      verify: inManifest('listName:', 1),
      good: 'A listName for each queue whose jobs should bring more workers, with the prefix that the API and the workers use.',
      judgedBy: 'person',
    },
    'worker-inprocess': {
      text: 'WORKER_INPROCESS=0 on the API pods, so that they leave the jobs to the workers. Whether the chart sets it is not documented.',
      verify: inManifest('WORKER_INPROCESS'),
      good: 'WORKER_INPROCESS with the value 0, in the API’s container or in a ConfigMap that it reads.',
      judgedBy: 'person',
      limit: 'worker-double-consume',
      origin: 'documented',
    },
  },
};
