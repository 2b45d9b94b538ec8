import type { Answer, Read } from '@/lib/domain/answer';
import { wholeNumber } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import type { Option } from '@/lib/domain/option';
import { type Demand, podsForPeak } from '@/lib/domain/plan';
import { source } from '../sources';
import { api, maxApiReplicas, targetCpu } from '../tiers/api';
import { MOST_PODS } from '../tiers/autoscaling';

export const peakRps = wholeNumber({
  key: 'plan.peakRps',
  label: 'Requests at peak',
  help: 'Recommendations and responses together, in the busiest second you plan for.',
  unit: 'requests/s',
  source: source.plan,
  default: '',
  min: 1,
  max: 10_000_000,
});

const rpsPerPod = wholeNumber({
  key: 'plan.rpsPerPod',
  label: 'Measured rate of one API pod',
  help: 'What k6 measured on one API pod of this very size. Leave it blank rather than guess.',
  unit: 'requests/s a pod',
  source: source.plan,
  default: '',
  min: 1,
  max: 10_000_000,
});

const rate = (read: Read, answer: Answer<number>) => inFigures(read(answer) ?? 0);

const demand: Demand = {
  tier: api.id,
  peak: peakRps,
  perPod: rpsPerPod,
  request: api.workload?.requests.cpu,
  target: targetCpu,
  maximum: maxApiReplicas,
};

export const load: Option = {
  id: 'load',
  step: 'scale',
  title: 'Expected load',
  summary: 'Your own numbers. They change no value by themselves; they decide which limits apply.',
  parts: [peakRps, rpsPerPod],
  about: api.id,
  demand,
  limits: [
    {
      id: 'rps-above-ceiling',
      severity: 'caution',
      when: ({ read }) => (podsForPeak(demand, read) ?? 0) > (read(demand.maximum) ?? Infinity),
      keys: [demand.maximum.key],
      message({ read }) {
        const pods = podsForPeak(demand, read) ?? 0;
        const sum = `${rate(read, peakRps)} requests/s, divided by ${rate(read, rpsPerPod)} a pod and by the HPA’s target of ${read(demand.target)} %`;
        const advice =
          pods > MOST_PODS
            ? `That is more than the ${inFigures(MOST_PODS)} pods that can be asked for here: give each pod more CPU and measure again.`
            : `Raise the largest number of pods to ${inFigures(pods)}, or give each pod more CPU and measure again.`;
        return `Your peak takes ${inFigures(pods)} API pods: ${sum}. The ceiling is ${read(demand.maximum)}. ${advice}`;
      },
      short: ({ read }) =>
        `Your peak takes ${inFigures(podsForPeak(demand, read) ?? 0)} pods at the HPA’s target, above this ceiling.`,
      source: 'arithmetic on your numbers',
    },
    {
      id: 'rps-unmeasured',
      severity: 'limit',
      when: ({ read }) => read(peakRps) !== undefined && read(rpsPerPod) === undefined,
      keys: [],
      beside: rpsPerPod.key,
      message: ({ read }) =>
        `Nobody can say how many API pods ${rate(read, peakRps)} requests/s take until one pod of this size is measured. The documentation gives 100 to 500 requests/s an instance, on instances of another size. Run k6 against one API pod and enter what it measured.`,
      short: ({ read }) =>
        `No measured rate for ${rate(read, peakRps)} requests/s: run k6 on one API pod.`,
      source: 'cost-performance',
    },
  ],
};
