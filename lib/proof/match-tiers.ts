import { ownOf } from '@/lib/domain/mapping';
import { type Manifest, nameOf } from './manifest';
import { isSameName, kebab, type Tier } from './tier';
import { objectsOf, type WorkloadObjects } from './tier-objects';

/** The workload that a person chose for a tier, such as `{ api: 'Deployment/kaireon-api' }`. */
export type Chosen = Readonly<Record<string, string>>;

/** A tier's workloads in one render. */
export interface TierMatch {
  readonly tier: Tier;
  /** One, or for CronJobs any number; none where nothing fits, or where several do and one is to be chosen. */
  readonly objects: readonly WorkloadObjects[];
  /** All that fit, by name. Of several one is to be chosen. */
  readonly fits: readonly string[];
}

/**
 * Finds each tier's workload by the names that charts give it. They are tried in the order that was measured over 26
 * charts (`domain/proof.md` of the project's papers); the first that fits any workload decides.
 */
export function matchTiers(
  tiers: readonly Tier[],
  objects: readonly Manifest[],
  chosen: Chosen = {},
): TierMatch[] {
  const workloads = objects.filter(({ workload }) => workload);
  const prefixes = prefixesOf(workloads);
  return tiers.map((tier) => {
    const choice = ownOf(chosen, tier.id);
    const picked = workloads.filter((one) => nameOf(one) === choice);
    const suitable = workloads.filter(({ kind }) => (kind === 'CronJob') === tier.isCron);
    const found = firstFit(tier, tiers, suitable, prefixes);
    const only = tier.isCron || found.length === 1 ? found : [];
    const taken = picked.length > 0 ? picked : only;
    return {
      tier,
      objects: taken.map((workload) => objectsOf(workload, objects)),
      fits: found.map(nameOf),
    };
  });
}

const COMPONENT = ['app.kubernetes.io/component', 'component'];
const ROLE = ['app', 'role', 'tier'];

function firstFit(
  { name, isCron }: Tier,
  tiers: readonly Tier[],
  workloads: readonly Manifest[],
  prefixes: readonly string[],
): readonly Manifest[] {
  const hasLabel = (keys: readonly string[]) => (one: Manifest) =>
    keys.some((key) => {
      const labels = { ...one.workload?.podLabels, ...one.labels };
      return isSameName(ownOf(labels, key) ?? '', name);
    });
  // `kaireon-ml-worker` ends in `worker` but is no worker: another tier's longer name fits better.
  const isOthers = (text: string) =>
    tiers.some(
      (other) => other.name.length > name.length && `-${text}-`.includes(`-${other.name}-`),
    );
  const tries: ((one: Manifest) => boolean)[] = [
    hasLabel(COMPONENT),
    (one) => bareNames(one, prefixes).some((bare) => isSameName(bare, name)),
    hasLabel(ROLE),
    ({ workload }) => isSameName(workload?.containers[0]?.name ?? '', name),
    (one) => kebab(one.name).endsWith(`-${name}`) && !isOthers(kebab(one.name)),
    (one) => `-${kebab(one.name)}-`.includes(`-${name}-`) && !isOthers(kebab(one.name)),
  ];
  for (const fits of tries) {
    const found = workloads.filter(fits);
    if (found.length > 0) return found;
  }
  // Jobs are named for what they do: where no name is the cron tier's, all of them are.
  return isCron ? workloads : [];
}

/** Names of releases and charts that objects' names start with. */
function prefixesOf(workloads: readonly Manifest[]): string[] {
  const names = workloads.flatMap(({ labels }) => [
    labels['app.kubernetes.io/instance'] ?? labels.release ?? '',
    labels['app.kubernetes.io/name'] ?? labels.chart ?? '',
    (labels['helm.sh/chart'] ?? '').replace(/-\d.*$/s, ''),
  ]);
  const firstWords = workloads.map(({ name }) => kebab(name).split('-')[0] ?? '');
  const shared = workloads.length > 1 && new Set(firstWords).size === 1 ? firstWords : [];
  return [...new Set([...names.map(kebab), ...shared, 'kaireon'])].filter(Boolean);
}

/** A name without the release's and the chart's before it. */
function bareNames({ name }: Manifest, prefixes: readonly string[]): string[] {
  const names = [kebab(name)];
  for (const one of names) {
    if (names.length > 20) break;
    for (const prefix of prefixes) {
      if (one.startsWith(`${prefix}-`)) names.push(one.slice(prefix.length + 1));
    }
  }
  return names;
}
