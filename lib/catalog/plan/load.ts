import type { Answer, Read } from '@/lib/domain/answer';
import { quantityAnswer, wholeNumber } from '@/lib/domain/declare';
import { type MakeFigure, missing } from '@/lib/domain/figure';
import { caution, limit } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
import { parseQuantity } from '@/lib/domain/quantity';
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

const cpuRequest = api.workload?.requests.cpu;

/** Billionths of the quantity that an answer holds. */
const billionths = (read: Read, answer: Answer<string> | undefined) =>
  parseQuantity((answer && read(answer)) ?? '');

/** Percent of its CPU request that one pod uses at its measured rate; `undefined` where one of the two is not known. */
function shareAtRate(read: Read): number | undefined {
  const [used, requested] = [billionths(read, cpuPerPod), billionths(read, cpuRequest)];
  return used && requested ? (Number(used) / Number(requested)) * 100 : undefined;
}

/** The same where that is so little that the HPA does not see it. */
function unseenShare(read: Read): number | undefined {
  const [share, target] = [shareAtRate(read), read(targetCpu)];
  return share !== undefined && target !== undefined && share <= target ? share : undefined;
}

/** Pods at which the autoscaler settles under the peak, counted exactly. `undefined` without a peak, a rate or a target. */
function peakPods(read: Read) {
  const [peak, rate, target] = [read(peakRps), read(rpsPerPod), read(targetCpu)];
  if (peak === undefined || rate === undefined || target === undefined) return undefined;
  const [used, requested] = [billionths(read, cpuPerPod), billionths(read, cpuRequest)];
  const isMeasured = Boolean(used && requested);
  const load = BigInt(peak) * 100n * (isMeasured ? (used ?? 1n) : 1n);
  const each = BigInt(rate) * BigInt(target) * (isMeasured ? (requested ?? 1n) : 1n);
  const how = isMeasured
    ? `${inFigures(peak)} × ${read(cpuPerPod)} CPU used ÷ (${inFigures(rate)} × ${cpuRequest && read(cpuRequest)} requested × ${target} %), rounded up`
    : `${inFigures(peak)} ÷ (${inFigures(rate)} × ${target} %), rounded up`;
  return { pods: Number((load + each - 1n) / each), how, isMeasured };
}

const NODE_IS_ONE_CORE =
  'A Node process runs JavaScript on one core, so more CPU for each pod seldom serves more.';

const TAKEN =
  'This takes a pod at its measured rate to use all of the CPU that it requests: enter the CPU that it used for a better number.';

/** cost-performance: what is documented of one instance's rate, for those who have not measured. */
const UNMEASURED =
  'The documentation gives 100 to 500 requests/s an instance, on App Runner and ECS instances of another size, and calls its large figures design targets. No number of pods follows from that: measure one pod with k6.';

/** How many pods the peak takes, by the same sum as the limit `rps-above-ceiling`. */
const peakFigure: MakeFigure = ({ read }) => {
  const about = 'API pods for the peak';
  const [counted, maximum] = [peakPods(read), read(maxApiReplicas)];
  if (!counted || maximum === undefined) {
    const why =
      read(peakRps) === undefined
        ? 'How many API pods the peak takes depends on the peak and on the rate of one pod.'
        : read(rpsPerPod) === undefined
          ? UNMEASURED
          : 'The largest number of API pods or the target of its HPA is left to the chart or not sound.';
    const needs = missing({ read }, peakRps, rpsPerPod);
    const chart = needs.length === 0 ? missing({ read }, targetCpu, maxApiReplicas) : [];
    return { about, value: undefined, unit: '', says: [why], needs: [...needs, ...chart] };
  }
  const { pods, how, isMeasured } = counted;
  const share = unseenShare(read);
  return {
    about,
    value: pods,
    unit: `of ${inFigures(maximum)} allowed`,
    says: [
      `${how}.`,
      ...(isMeasured ? [] : [TAKEN]),
      ...(share === undefined
        ? []
        : [
            `A pod at its measured rate uses ${inFigures(share, 1)} % of its request, no more than the target of ${read(targetCpu)} %: the HPA lets every pod run above the rate that was measured. A target below ${inFigures(share, 1)} % keeps them at it.`,
          ]),
    ],
    problem:
      pods > Math.max(maximum, MOST_PODS)
        ? `${inFigures(pods)} pods are more than the ${inFigures(MOST_PODS)} that can be entered. Split the load over clusters, or make one pod faster and measure it again. ${NODE_IS_ONE_CORE}`
        : undefined,
    needs: isMeasured ? [] : missing({ read }, cpuPerPod),
    raise: pods > maximum && pods <= MOST_PODS ? { key: maxApiReplicas.key, to: pods } : undefined,
  };
};

/** How large a load test of the peak is, and what to expect of it. */
function describeTest(read: Read): string[] {
  const size = `Size: your peak of ${rate(read, peakRps)} requests/s (${peakRps.key}).`;
  const counted = peakPods(read);
  if (!counted) {
    return [
      size,
      `No rate of one pod was given (${rpsPerPod.key}): nobody knows yet how many pods this takes.`,
    ];
  }
  return [
    size,
    `At ${rate(read, rpsPerPod)} requests/s a pod and the HPA’s target of ${read(targetCpu)} % it should take ${plural(counted.pods, 'API pod')}${counted.isMeasured ? '' : ' if a pod at that rate uses all the CPU that it requests'};`,
    `the largest number allowed is ${rate(read, maxApiReplicas)}. Watch whether it does.`,
  ];
}

const rate = (read: Read, answer: Answer<number>) => inFigures(read(answer) ?? 0);

export const load: Option = {
  id: 'load',
  step: 'scale',
  title: 'Expected load',
  summary: 'Your own numbers. They change no value by themselves; they decide which limits apply.',
  parts: [peakRps, rpsPerPod, cpuPerPod],
  about: api.id,
  figures: [peakFigure],
  load: { tier: api.id, peak: peakRps, target: targetCpu, describe: describeTest },
  limits: [
    caution('rps-above-ceiling', {
      when: ({ read }) => (peakPods(read)?.pods ?? 0) > (read(maxApiReplicas) ?? Infinity),
      keys: [maxApiReplicas.key],
      message({ read }) {
        const { pods = 0, how = '', isMeasured = false } = peakPods(read) ?? {};
        const advice =
          pods > MOST_PODS
            ? `That is more than the ${inFigures(MOST_PODS)} pods that can be asked for here: find`
            : `Raise the largest number of pods to ${inFigures(pods)}, or find`;
        return `Your peak takes ${inFigures(pods)} API pods at the HPA’s target, above this ceiling. For ${rate(read, peakRps)} requests/s the sum is ${how}; the ceiling is ${read(maxApiReplicas)}.${isMeasured ? '' : ` ${TAKEN}`} ${advice} what makes a request expensive and measure again. ${NODE_IS_ONE_CORE}`;
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
