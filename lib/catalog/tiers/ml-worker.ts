import { isOn, type Read } from '@/lib/domain/answer';
import { switchAnswer } from '@/lib/domain/declare';
import { whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { documented, source } from '../sources';
import { autoscaling } from './autoscaling';
import { podResources } from './resources';

const enabled = switchAnswer({
  key: 'mlWorker.enabled',
  shows: { in: 'workload' },
  label: 'Run the ML worker',
  help: 'Trains LightGBM and the other Python models. Scoring runs in Node and does not need it.',
  ...documented('kubernetes deployment guide; ml-worker'),
  default: true,
});

const on = (read: Read) => isOn(read, enabled);

const replicas = autoscaling({
  path: 'mlWorker.autoscaling',
  min: 2,
  max: 10,
  convention: source.helmConvention,
  enabled,
});

const pod = podResources({
  tier: 'mlWorker',
  requests: { cpu: '2', memory: '8Gi' },
  limits: { cpu: '8', memory: '16Gi' },
  when: on,
});

export const mlWorker: Option = {
  id: 'mlWorker',
  step: 'tiers',
  order: 4,
  title: 'ML worker',
  summary: 'Model training on CPU, away from the request path.',
  parts: [enabled, ...replicas.parts, ...pod.parts],
  rules: [replicas.rule, ...pod.rules],
  workload: {
    scaler: 'HPA',
    note: () => 'CPU only',
    enabled,
    pods: replicas.pods,
    ...pod.workload,
  },
  // ml-worker: it reads Postgres itself.
  talksTo: [{ to: 'postgres', label: 'training data', verb: 'reads training data from' }],
  whileOff: 'no LightGBM training',
  limits: [
    {
      id: 'ml-cpu-only',
      severity: 'limit',
      when: ({ read }) => on(read),
      keys: ['mlWorker.resources'],
      message:
        'The documented figures of the ML worker assume CPU only. GPU support is on the roadmap and would change this resource profile dramatically, so do not plan GPU nodes around these numbers.',
      short: 'CPU only; GPU support is on the roadmap and would change these figures dramatically.',
      source: source.honestLimits,
    },
    {
      id: 'ml-worker-off',
      severity: 'caution',
      ...whileChosen(enabled, false),
      message:
        'With the ML worker off, LightGBM (gradient_boosted) models cannot be trained and other ML features fall back to LLM or heuristics. Scoring of models that already exist goes on in Node. Turn it on if you train on more than about 5,000 rows.',
      short: 'No LightGBM training; scoring goes on in Node.',
      source: 'ml-worker',
    },
  ],
};
