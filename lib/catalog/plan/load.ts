import type { Answer, Read } from '@/lib/domain/answer';
import { quantityAnswer, wholeNumber } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import { caution, limit } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { cpuShareAtRate, type Demand, peakPods } from '@/lib/domain/plan';
import { source } from '../sources';
import { api, maxApiReplicas, targetCpu } from '../tiers/api';
import { MOST_PODS } from '../tiers/pods';

export const peakRps = wholeNumber('plan.peakRps', {
  label: 'Requests at peak',
  help: 'Recommendations and responses together, in the busiest second you plan for.',
  unit: 'requests/s',
  source: source.plan,
  bounds: [1, 10_000_000],
});

const rpsPerPod = wholeNumber('plan.rpsPerPod', {
  label: 'Measured rate of one API pod',
  help: 'What k6 measured on one API pod of this very size. Leave it blank rather than guess.',
  unit: 'requests/s a pod',
  source: source.plan,
  bounds: [1, 10_000_000],
});

const cpuPerPod = quantityAnswer('plan.cpuPerPod', {
  label: 'CPU that it used at that rate',
  help: 'What kubectl top pod showed while that pod served that rate. Left blank, the plan takes the pod to use all of the CPU that it requests.',
  unit: 'cores',
  source: source.plan,
  resource: 'cpu',
});

const rate = (read: Read, answer: Answer<number>) => inFigures(read(answer) ?? 0);

const demand: Demand = {
  tier: api.id,
  peak: peakRps,
  perPod: rpsPerPod,
  cpuPerPod,
  request: api.workload?.requests.cpu,
  target: targetCpu,
  maximum: maxApiReplicas,
};

/** Percent of its request that a pod uses at its measured rate, where that is so little that the HPA does not see it. */
function unseenShare(read: Read): number | undefined {
  const [share, target] = [cpuShareAtRate(demand, read), read(targetCpu)];
  return share !== undefined && target !== undefined && share <= target ? share : undefined;
}

const NODE_IS_ONE_CORE =
  'A Node process runs JavaScript on one core, so more CPU for each pod seldom serves more.';

export const load: Option = {
  id: 'load',
  step: 'scale',
  title: 'Expected load',
  summary: 'Your own numbers. They change no value by themselves; they decide which limits apply.',
  parts: [peakRps, rpsPerPod, cpuPerPod],
  about: api.id,
  demand,
  limits: [
    caution('rps-above-ceiling', {
      when: ({ read }) => (peakPods(demand, read)?.pods ?? 0) > (read(maxApiReplicas) ?? Infinity),
      keys: [maxApiReplicas.key],
      message({ read }) {
        const { pods = 0, how = '', isMeasured = false } = peakPods(demand, read) ?? {};
        const taken = isMeasured
          ? ''
          : ' This takes a pod at its measured rate to use all of the CPU that it requests: enter the CPU that it used for a better number.';
        const advice =
          pods > MOST_PODS
            ? `That is more than the ${inFigures(MOST_PODS)} pods that can be asked for here: find`
            : `Raise the largest number of pods to ${inFigures(pods)}, or find`;
        return `Your peak takes ${inFigures(pods)} API pods at the HPA’s target, above this ceiling. For ${rate(read, peakRps)} requests/s the sum is ${how}; the ceiling is ${read(maxApiReplicas)}.${taken} ${advice} what makes a request expensive and measure again. ${NODE_IS_ONE_CORE}`;
      },
      source: 'arithmetic on your numbers',
    }),
    caution('hpa-settles-above-rate', {
      when: ({ read }) => unseenShare(read) !== undefined,
      keys: [targetCpu.key],
      message({ read }) {
        const share = unseenShare(read) ?? 0;
        const target = read(targetCpu) ?? 0;
        // The largest whole target below the share; the answer takes none below 10.
        const right = Math.ceil(share) - 1;
        const remedy =
          right >= 10
            ? `Set the target to ${right} or less`
            : 'Request less CPU for each pod, because no target is low enough';
        const measured = read(rpsPerPod);
        const settled =
          measured === undefined
            ? ''
            : `, at ${inFigures((target / share) * measured, 0)} requests/s instead of ${inFigures(measured)}`;
        return `A pod at its measured rate uses ${inFigures(share, 0)} % of its request, so this target adds pods too late. The HPA adds them only above ${target} %, and settles with each pod ${share < target ? 'above' : 'at'} the rate that was measured${settled}, without an alarm. ${remedy}, and test again.`;
      },
      source: 'arithmetic on your numbers; Kubernetes: Horizontal Pod Autoscaling',
    }),
    limit('rps-unmeasured', {
      when: ({ read }) => read(peakRps) !== undefined && read(rpsPerPod) === undefined,
      keys: [],
      beside: rpsPerPod.key,
      message: ({ read }) =>
        `No rate of one API pod is measured for ${rate(read, peakRps)} requests/s: run k6 on one pod. The documentation gives 100 to 500 requests/s an instance, on instances of another size, so nobody can say how many pods the peak takes.`,
      source: 'cost-performance',
    }),
  ],
};
