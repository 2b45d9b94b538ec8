import { peakRps, rpsPerPod } from '@/lib/catalog/plan/load';
import { api, maxApiReplicas, targetCpu } from '@/lib/catalog/tiers/api';
import type { Catalog } from '@/lib/domain/catalog';
import type { Reading } from '@/lib/reading/reading';
import { SCRIPT } from './k6-template';

/** perf-baselines: the script that is documented runs 100 requests/s for 5 minutes. */
const BASELINE_RPS = 100;
const HOLD_SECONDS = 300;
/** Our own choice: long enough for an HPA, which looks every 15 s, to follow. */
const RAMP_SECONDS = 120;
/** General experience with k6, not documented by KaireonAI: above this one process may become the bottleneck. */
const ONE_GENERATOR_RPS = 10_000;

const figure = (count: number) => count.toLocaleString('en-US');

/**
 * `recommend.k6.js`: a k6 script for POST /api/v1/recommend that ramps to `plan.peakRps` and holds it, or runs the
 * documented baseline of 100 requests/s while that is blank. The same answers always give the same text: UTF-8, LF,
 * one final newline. It holds no address, tenant or key: k6 takes those from its environment.
 */
export function k6Script(_catalog: Catalog, { read, link, tiers }: Reading): string {
  const rate = read(peakRps) ?? BASELINE_RPS;
  const size = [...sizeOf(read), ...(rate > ONE_GENERATOR_RPS ? SPLIT : [])];
  const pod = tiers.find(({ id }) => id === api.id)?.footprint;
  const filled: Readonly<Record<string, string>> = {
    answers: link || 'defaults',
    answersText: JSON.stringify(link || 'defaults'),
    size: size.map((line) => `// ${line}`).join('\n'),
    rate: String(rate),
    rampSeconds: String(RAMP_SECONDS),
    holdSeconds: String(HOLD_SECONDS),
    cpu: pod?.cpu ?? 'its CPU request',
    memory: pod?.memory ?? 'its memory request',
    target: String(read(targetCpu) ?? targetCpu.default),
  };
  return SCRIPT.replace(/<([a-zA-Z]+)>/g, (whole, name: string) => filled[name] ?? whole);
}

const SPLIT = [
  `One k6 process may not drive more than about ${figure(ONE_GENERATOR_RPS)} requests/s (general experience, not`,
  'documented): split the load over machines with --execution-segment, and watch dropped_iterations.',
];

/** How large the test is and why, in lines of comment. */
function sizeOf(read: Reading['read']): string[] {
  const [peak, rate, target] = [read(peakRps), read(rpsPerPod), read(targetCpu)];
  if (peak === undefined) {
    return [
      `Size: no peak was given (plan.peakRps), so this is the size of the documented baseline script:`,
      `${BASELINE_RPS} requests/s for ${HOLD_SECONDS / 60} minutes (perf-baselines). It says nothing about your own peak.`,
    ];
  }
  const lines = [`Size: your peak of ${figure(peak)} requests/s (plan.peakRps).`];
  if (rate === undefined || target === undefined) {
    lines.push(
      'No rate of one pod was given (plan.rpsPerPod): nobody knows yet how many pods this takes.',
    );
  } else {
    const pods = Math.ceil((peak * 100) / (rate * target));
    lines.push(
      `At ${figure(rate)} requests/s a pod and the HPA’s target of ${target} % it should take ${figure(pods)} API ${pods === 1 ? 'pod' : 'pods'};`,
      `the largest number allowed is ${figure(read(maxApiReplicas) ?? 0)}. Watch whether it does.`,
    );
  }
  return lines;
}
