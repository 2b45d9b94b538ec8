import type { Read } from '@/lib/domain/answer';
import type { Limit, Situation } from '@/lib/domain/limit';
import { peakRps, rpsPerPod } from './plan/load';
import { source } from './sources';
import { maxApiReplicas, targetCpu } from './tiers/api';
import { mcpDedicated } from './tiers/mcp';
import { streamEnabled } from './tiers/stream';

const figure = (count: number) => count.toLocaleString('en-US');

/** Pods that the peak takes while each stays at the HPA's target; `undefined` without a measured rate. */
function podsForPeak(read: Read): number | undefined {
  const [peak, rate, target] = [read(peakRps), read(rpsPerPod), read(targetCpu)];
  if (peak === undefined || rate === undefined || target === undefined) return undefined;
  return Math.ceil((peak * 100) / (rate * target));
}

const optionalTiers = [
  { name: 'stream', is: streamEnabled },
  { name: 'MCP', is: mcpDedicated },
];

const off = ({ read }: Situation) => optionalTiers.filter(({ is }) => read(is) === false);
const offNames = (situation: Situation) =>
  off(situation)
    .map(({ name }) => name)
    .join(' and ');

/** The blocks that are switched on: an unverified `<backend>.enabled` for each chosen alias. */
const enabledBlocks = ({ written }: Situation, aliases: readonly string[]) =>
  written.map(({ path }) => path).filter((path) => aliases.includes(path));

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
      message: ({ read }) =>
        `Your peak of ${figure(read(peakRps) ?? 0)} requests/s takes ${figure(podsForPeak(read) ?? 0)} API pods at ${figure(read(rpsPerPod) ?? 0)} requests/s each and the HPA’s target of ${read(targetCpu)} %, and the ceiling is ${read(maxApiReplicas)}. Raise the largest number of pods to ${figure(podsForPeak(read) ?? 0)}, or measure a larger pod.`,
      short: ({ read }) =>
        `Your peak takes ${figure(podsForPeak(read) ?? 0)} pods at the HPA’s target, above this ceiling.`,
      source: 'arithmetic on your numbers',
    },
    {
      id: 'block-boots-when-enabled',
      severity: 'limit',
      when: (situation) => enabledBlocks(situation, blockSwitches).length > 0,
      keys: (situation) => enabledBlocks(situation, blockSwitches),
      message: (situation) =>
        `The alias alone is not enough: a connector boots only when its own block is enabled and filled in. This overlay therefore also writes ${enabledBlocks(situation, blockSwitches).join(' and ')}; check that your chart spells it so.`,
      short: 'The alias alone is not enough: a connector boots only when its block is enabled.',
      source: source.overlayKeys,
    },
    {
      id: 'optional-tiers-off',
      severity: 'limit',
      when: (situation) => off(situation).length > 0,
      keys: (situation) => off(situation).map(({ is }) => is.key),
      message: (situation) =>
        `The ${offNames(situation)} ${off(situation).length === 1 ? 'tier is' : 'tiers are'} off. The overlay gates them because both need work beyond the chart: a broker and a consumer for stream, authorised tools for MCP. Leave them off until that work is done.`,
      short: (situation) =>
        `${offNames(situation)} off: both optional tiers need operator work beyond the chart.`,
      source: source.honestLimits,
    },
    {
      id: 'rps-unmeasured',
      severity: 'limit',
      when: ({ read }) => read(peakRps) !== undefined && read(rpsPerPod) === undefined,
      keys: [],
      beside: rpsPerPod.key,
      message: ({ read }) =>
        `Nobody can say how many API pods ${figure(read(peakRps) ?? 0)} requests/s take until one pod of this size is measured. The documentation gives 100–500 requests/s an instance, on instances of another size. Run k6 against one API pod and enter what it measured.`,
      short: ({ read }) =>
        `No measured rate for ${figure(read(peakRps) ?? 0)} requests/s: run k6 on one API pod.`,
      source: 'cost-performance',
    },
    {
      id: 'design-targets',
      severity: 'limit',
      when: 'always',
      keys: [],
      message: () =>
        'These numbers are design targets, not benchmarked. Measured ones appear in perf/baselines/ as they are made. Run k6 against the installed cluster before you commit to this topology.',
      short: 'Design targets, not benchmarked: run k6 before you commit to them.',
      source: source.honestLimits,
    },
    {
      id: 'unverified-paths',
      severity: 'limit',
      when: ({ written }) => unverified(written) > 0,
      keys: [],
      message: ({ written }) =>
        `${unverified(written)} of the ${written.length} keys in this file stand at a path that the public documentation does not spell out: it gives the figures, not the place. Helm ignores a wrong path without a word. Compare the marked keys with helm show values ./helm before you apply the file.`,
      short: ({ written }) => `${unverified(written)} keys stand at unverified paths.`,
      source: 'Helm: unknown values are ignored unless the chart has a schema',
    },
  ];
}

const unverified = (written: Situation['written']) =>
  written.filter(({ provenance }) => provenance === 'unverified').length;
