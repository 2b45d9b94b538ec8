import type { Catalog } from '@/lib/domain/catalog';
import { ownOf } from '@/lib/domain/mapping';
import type { Option } from '@/lib/domain/option';
import type { WorkloadObjects } from './joins';
import { containersOf, type Manifest, nameOf, podLabels, textsAt } from './manifest';

/** An option that runs pods. Its workload is looked for by the option's id, in kebab case: `ml-worker`. */
export type Tier = Option;

/** Every tier of a catalogue, in its order. */
export const tiersOf = ({ options }: Catalog): Tier[] =>
  options.filter(({ workload }) => workload !== undefined);

const isCron = ({ workload }: Tier): boolean => workload?.scaler === 'CronJob';

const LONGEST_NAME = 253;

/** `mlWorker` and `ML_Worker` as `ml-worker`. */
export const kebab = (text: string): string =>
  text
    .slice(0, LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

/** `mlWorker` and `ML_Worker` as `mlworker`. */
export const squeezed = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Whether two names have the same letters, whatever separates their words. */
const isSameName = (one: string, other: string): boolean =>
  squeezed(one) !== '' && squeezed(one) === squeezed(other);

/** The workload that a person chose for a tier, such as `{ api: 'Deployment/kaireon-api' }`. */
export type Chosen = Readonly<Record<string, string>>;

/** A tier's workloads in one render. */
export interface TierMatch {
  readonly tier: Tier;
  /** One, or for CronJobs any number; none where nothing fits, or where several do and one is to be chosen. */
  readonly objects: readonly WorkloadObjects[];
  /** The names of those. */
  readonly taken: readonly string[];
  /** All that fit, by name, such as `Deployment/kaireon-api`. Of several one is to be chosen. */
  readonly fits: readonly string[];
  /** All that a person may choose from, by name. */
  readonly all: readonly string[];
}

/**
 * Finds each tier's workload by the names that charts give it. The ways to find it are tried in the order that was
 * measured over 26 charts; the first that fits any workload decides. A workload that a person chose is taken, whatever
 * its kind.
 */
export function matchTiers(
  tiers: readonly Tier[],
  workloads: readonly WorkloadObjects[],
  chosen: Chosen = {},
): TierMatch[] {
  const bareNames = bareNamesOf(workloads.map(({ workload }) => workload));
  const names = (some: readonly WorkloadObjects[]) => some.map(({ workload }) => nameOf(workload));
  return tiers.map((tier) => {
    const suitable = workloads.filter(
      ({ workload }) => (workload.kind === 'CronJob') === isCron(tier),
    );
    const fits = firstFit(tier, tiers, suitable, bareNames);
    const picked = workloads.filter(({ workload }) => nameOf(workload) === ownOf(chosen, tier.id));
    const only = isCron(tier) || fits.length === 1 ? fits : [];
    const objects = picked.length > 0 ? picked : only;
    return { tier, objects, taken: names(objects), fits: names(fits), all: names(suitable) };
  });
}

const COMPONENT = ['app.kubernetes.io/component', 'component'];
const ROLE = ['app', 'role', 'tier'];

function firstFit(
  tier: Tier,
  tiers: readonly Tier[],
  workloads: readonly WorkloadObjects[],
  bareNames: (workload: Manifest) => readonly string[],
): readonly WorkloadObjects[] {
  const name = kebab(tier.id);
  const hasLabel = (keys: readonly string[]) => (one: Manifest) => {
    const labels = { ...podLabels(one), ...textsAt(one, 'metadata', 'labels') };
    return keys.some((key) => isSameName(ownOf(labels, key) ?? '', name));
  };
  // `kaireon-ml-worker` ends in `worker` but is no worker: another tier's longer name fits better.
  const longer = tiers.map(({ id }) => kebab(id)).filter(({ length }) => length > name.length);
  const isOthers = (text: string) => longer.some((other) => `-${text}-`.includes(`-${other}-`));
  const tries: ((one: Manifest) => boolean)[] = [
    hasLabel(COMPONENT),
    (one) => bareNames(one).some((bare) => isSameName(bare, name)),
    hasLabel(ROLE),
    (one) => isSameName(containersOf(one)[0]?.name ?? '', name),
    (one) => kebab(one.name).endsWith(`-${name}`) && !isOthers(kebab(one.name)),
    (one) => `-${kebab(one.name)}-`.includes(`-${name}-`) && !isOthers(kebab(one.name)),
  ];
  for (const fits of tries) {
    const found = workloads.filter(({ workload }) => fits(workload));
    if (found.length > 0) return found;
  }
  // Jobs are named for what they do: where no name is the cron tier's, all of them are.
  return isCron(tier) ? workloads : [];
}

/** A workload's name, whole and without the names of the release and the chart in front: every form of it. */
function bareNamesOf(workloads: readonly Manifest[]): (workload: Manifest) => readonly string[] {
  const names = workloads.flatMap((one) => {
    const labels = textsAt(one, 'metadata', 'labels');
    return [
      labels['app.kubernetes.io/instance'] ?? labels.release ?? '',
      labels['app.kubernetes.io/name'] ?? labels.chart ?? '',
      (labels['helm.sh/chart'] ?? '').replace(/-\d.*$/s, ''),
    ];
  });
  const firstWords = new Set(workloads.map(({ name }) => kebab(name).split('-')[0] ?? ''));
  const shared = workloads.length > 1 && firstWords.size === 1 ? [...firstWords] : [];
  const prefixes = new Set([...names.map(kebab), ...shared, 'kaireon']);
  return ({ name }) => {
    const found = [kebab(name)];
    for (const one of found) {
      for (let at = one.indexOf('-'); at > 0; at = one.indexOf('-', at + 1)) {
        if (prefixes.has(one.slice(0, at))) found.push(one.slice(at + 1));
      }
      if (found.length > 20) break;
    }
    return found;
  };
}
