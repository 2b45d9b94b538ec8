import { switchAnswer } from '@/lib/domain/declare';
import { caution, limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { documented, source } from '../sources';
import { scaledPods } from './pods';

const enabled = switchAnswer('mlWorker.enabled', {
  shows: { in: 'workload' },
  label: 'Run the ML worker',
  help: 'Trains LightGBM and the other Python models. Scoring runs in Node and does not need it.',
  ...documented('kubernetes deployment guide; ml-worker'),
  default: true,
});

const pods = scaledPods({
  scaler: 'HPA',
  enabled: 'mlWorker.autoscaling.enabled',
  min: ['mlWorker.autoscaling.minReplicas', 2],
  max: ['mlWorker.autoscaling.maxReplicas', 10],
  tier: enabled,
  requests: {
    cpu: ['mlWorker.resources.requests.cpu', '2'],
    memory: ['mlWorker.resources.requests.memory', '8Gi'],
  },
  limits: {
    cpu: ['mlWorker.resources.limits.cpu', '8'],
    memory: ['mlWorker.resources.limits.memory', '16Gi'],
  },
});

export const mlWorker: Option = {
  id: 'mlWorker',
  step: 'tiers',
  order: 4,
  title: 'ML worker',
  summary:
    'Model training on CPU, away from the request path. Whether an HPA scales it is not documented.',
  parts: [enabled, ...pods.scaling, ...pods.resources],
  rules: pods.rules,
  enabled,
  workload: { note: () => 'not documented', ...pods.workload },
  // ml-worker: it reads Postgres itself.
  talksTo: [{ to: 'postgres', verb: 'reads training data from' }],
  whileOff: 'no LightGBM training',
  limits: [
    limit('ml-cpu-only', {
      ...whileChosen(enabled, true),
      keys: ['mlWorker.resources'],
      message:
        'These ML figures are CPU only; GPU support is roadmap and would change them dramatically. Plan no GPU nodes around these numbers.',
      source: source.honestLimits,
    }),
    caution('ml-worker-off', {
      ...whileChosen(enabled, false),
      message:
        'No LightGBM model can be trained; scoring goes on in Node. Other ML features fall back to LLM or heuristics. Turn the ML worker on if you train on more than about 5,000 rows.',
      source: 'ml-worker',
    }),
  ],
};
