import { NAMESPACE } from '@/lib/domain/helm-command';
import type { TierCapacity } from '@/lib/domain/limit';
import { inFigures } from '@/lib/domain/plural';
import type { Material } from '@/lib/outputs/output';
import { SCRIPT } from './k6-template';

/** perf-baselines: the script that is documented runs 100 requests/s for 5 minutes. */
const BASELINE_RPS = 100;
const HOLD_SECONDS = 300;
/** Our own choice: an HPA looks every 15 s, and a new node takes some minutes to join (general experience). */
const RAMP_SECONDS = 300;
/** General experience with k6, not documented by KaireonAI: above this one process may become the bottleneck. */
const ONE_GENERATOR_RPS = 10_000;

/**
 * `recommend.k6.js`: a k6 script for POST /api/v1/recommend that ramps to `plan.peakRps` and holds it, or runs the
 * documented baseline of 100 requests/s while that is blank. The same answers always give the same text: UTF-8, LF,
 * one final newline. It holds no address, tenant or key: k6 takes those from its environment.
 */
export function k6Script({ catalog: { options }, reading }: Material): string {
  const { read, link, tiers } = reading;
  const load = options.find((option) => option.load)?.load;
  const peak = load && read(load.peak);
  const rate = peak ?? BASELINE_RPS;
  const size = [
    ...(load && peak !== undefined ? load.describe(read) : BASELINE),
    ...(rate > ONE_GENERATOR_RPS ? SPLIT : []),
  ];
  const tier = tiers.find(({ id }) => id === load?.tier);
  const filled: Readonly<Record<string, string>> = {
    answers: link || 'defaults',
    answersText: JSON.stringify(link || 'defaults'),
    size: size.map((line) => `// ${line}`).join('\n'),
    rate: String(rate),
    rampSeconds: String(RAMP_SECONDS),
    holdSeconds: String(HOLD_SECONDS),
    cpu: tier?.pod.cpu ?? 'its CPU request',
    memory: tier?.pod.memory ?? 'its memory request',
    back: backTo(tier),
    target: String((load && read(load.target)) ?? load?.target.default ?? ''),
  };
  return SCRIPT.replace(/<([a-zA-Z]+)>/g, (whole, name: string) => filled[name] ?? whole);
}

/** The command that gives the HPA its figures back; where the chart decides them, how to look them up before. */
function backTo(tier: TierCapacity | undefined): string {
  const patch = (min: number | string, max: number | string) =>
    `kubectl -n ${NAMESPACE} patch hpa kaireon-api-hpa --type merge -p '{"spec":{"minReplicas":${min},"maxReplicas":${max}}}'`;
  return tier
    ? patch(tier.min.pods, tier.max.pods)
    : `${patch('MIN', 'MAX')}\n//      with what kubectl -n ${NAMESPACE} get hpa kaireon-api-hpa showed before step 2, because the chart decides it here.`;
}

const BASELINE = [
  'Size: no peak was given (plan.peakRps), so this is the size of the documented baseline script:',
  `${BASELINE_RPS} requests/s for ${HOLD_SECONDS / 60} minutes (perf-baselines). It says nothing about your own peak.`,
];

const SPLIT = [
  `One k6 process may not drive more than about ${inFigures(ONE_GENERATOR_RPS)} requests/s (general experience, not`,
  'documented): split the load over machines with --execution-segment, and watch dropped_iterations.',
];
