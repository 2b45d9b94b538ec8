import type { Read } from '@/lib/domain/answer';
import { inFigures } from '@/lib/domain/in-figures';
import type { Limit, Situation } from '@/lib/domain/limit';
import { peakRps, rpsPerPod } from './plan/load';
import { source } from './sources';
import { maxApiReplicas, targetCpu } from './tiers/api';
import { mcpDedicated } from './tiers/mcp';
import { streamEnabled } from './tiers/stream';

/** The upper bound of a tier's replica counts. */
const MOST_PODS = 1_000;

/** Pods that the peak takes while each stays at the HPA's target; `undefined` without a measured rate. */
export function podsForPeak(read: Read): number | undefined {
  const [peak, rate, target] = [read(peakRps), read(rpsPerPod), read(targetCpu)];
  if (peak === undefined || rate === undefined || target === undefined) return undefined;
  return Math.ceil((peak * 100) / (rate * target));
}

const optionalTiers = [
  {
    name: 'stream',
    is: streamEnabled,
    needs: 'stream needs a real broker and a consumer of yours',
  },
  { name: 'MCP', is: mcpDedicated, needs: 'MCP needs tools that you authorise' },
];

const off = ({ read }: Situation) => optionalTiers.filter(({ is }) => read(is) === false);
const offNames = (situation: Situation) =>
  off(situation)
    .map(({ name }) => name)
    .join(' and ');

/** What the optional tiers that are off wait for. */
const needs = (situation: Situation) =>
  off(situation)
    .map((tier) => tier.needs)
    .join(', and ');

/** The blocks that are switched on: an unverified `<backend>.enabled` for each chosen alias. */
const enabledBlocks = ({ written }: Situation, aliases: readonly string[]) =>
  written.filter(({ key, path }) => aliases.includes(key ?? path));

/**
 * Limits that look across options.
 * @param blockSwitches every `<backend>.enabled` that a backend can write
 */
export function generalLimits(blockSwitches: readonly string[]): Limit[] {
  return [
    {
      id: 'rps-above-ceiling',
      severity: 'caution',
      when: ({ read }) => (podsForPeak(read) ?? 0) > (read(maxApiReplicas) ?? Infinity),
      keys: [maxApiReplicas.key],
      message({ read }) {
        const pods = podsForPeak(read) ?? 0;
        const sum = `${inFigures(read(peakRps) ?? 0)} requests/s, divided by ${inFigures(read(rpsPerPod) ?? 0)} a pod and by the HPA’s target of ${read(targetCpu)} %`;
        const advice =
          pods > MOST_PODS
            ? `That is more than the ${inFigures(MOST_PODS)} pods that can be asked for here: give each pod more CPU and measure again.`
            : `Raise the largest number of pods to ${inFigures(pods)}, or give each pod more CPU and measure again.`;
        return `Your peak takes ${inFigures(pods)} API pods: ${sum}. The ceiling is ${read(maxApiReplicas)}. ${advice}`;
      },
      short: ({ read }) =>
        `Your peak takes ${inFigures(podsForPeak(read) ?? 0)} pods at the HPA’s target, above this ceiling.`,
      source: 'arithmetic on your numbers',
    },
    {
      id: 'block-boots-when-enabled',
      severity: 'limit',
      when: (situation) => enabledBlocks(situation, blockSwitches).length > 0,
      keys: (situation) =>
        enabledBlocks(situation, blockSwitches).map(({ key, path }) => key ?? path),
      message(situation) {
        const blocks = enabledBlocks(situation, blockSwitches);
        const paths = blocks.map(({ path }) => path).join(' and ');
        const check = blocks.every(({ by }) => by === 'chart')
          ? ', which your chart has'
          : '; check that your chart has such keys';
        return `The backend’s name alone is not enough: a connector boots only when its own block is enabled and filled in. This overlay therefore also writes ${paths}${check}.`;
      },
      short:
        'The backend’s name alone is not enough: a connector boots only when its block is enabled.',
      source: source.overlayKeys,
    },
    {
      id: 'optional-tiers-off',
      severity: 'limit',
      when: (situation) => off(situation).length > 0,
      keys: (situation) => off(situation).map(({ is }) => is.key),
      message(situation) {
        const [are, them] = off(situation).length === 1 ? ['tier is', 'it'] : ['tiers are', 'them'];
        return `The ${offNames(situation)} ${are} off, as in the documented overlay, because of work that the chart does not do: ${needs(situation)}. Leave ${them} off until that is done.`;
      },
      short: (situation) => `Off, as documented: ${needs(situation)}.`,
      source: source.honestLimits,
    },
    {
      id: 'rps-unmeasured',
      severity: 'limit',
      when: ({ read }) => read(peakRps) !== undefined && read(rpsPerPod) === undefined,
      keys: [],
      beside: rpsPerPod.key,
      message: ({ read }) =>
        `Nobody can say how many API pods ${inFigures(read(peakRps) ?? 0)} requests/s take until one pod of this size is measured. The documentation gives 100 to 500 requests/s an instance, on instances of another size. Run k6 against one API pod and enter what it measured.`,
      short: ({ read }) =>
        `No measured rate for ${inFigures(read(peakRps) ?? 0)} requests/s: run k6 on one API pod.`,
      source: 'cost-performance',
    },
    {
      id: 'design-targets',
      severity: 'limit',
      when: 'always',
      keys: [],
      message: () =>
        'The documented numbers are design targets, not benchmarked, and numbers that you change are not measured either. Measured ones appear in KaireonAI’s perf/baselines/ as they are made. Run k6 against the installed cluster before you commit to this topology.',
      short: 'Design targets, not benchmarked: run k6 before you commit to them.',
      source: source.honestLimits,
    },
    {
      id: 'unverified-paths',
      severity: 'limit',
      when: ({ written }) => unverified(written) > 0,
      keys: [],
      message: ({ written }) =>
        `${unverified(written)} of the ${written.length} keys in this file stand at paths that the public documentation does not spell out. A key that the chart does not read changes nothing, and Helm says nothing of it. Compare the marked keys with helm show values ./helm, and look for their values in what helm template prints, before you apply the file.`,
      short: ({ written }) => `${unverified(written)} keys stand at unverified paths.`,
      source: 'Helm: a value that no template reads is no error unless the chart has a schema',
    },
  ];
}

const unverified = (written: Situation['written']) =>
  written.filter(({ provenance }) => provenance === 'unverified').length;
