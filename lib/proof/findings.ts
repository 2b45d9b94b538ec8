import { at } from '@/lib/domain/mapping';
import type { Path } from '@/lib/domain/path';
import { wordFor } from '@/lib/domain/plural';
import { boundOf, cpuTargetsOf } from './fields';
import { selectorOf, selects, targetOf, type WorkloadObjects } from './joins';
import {
  type Container,
  containersOf,
  isScaler,
  isWorkload,
  keptAt,
  type Manifest,
  nameOf,
  POD_SPEC,
  podLabels,
  type Render,
  scalarsAt,
} from './manifest';

/** Something that is wrong in the render itself, whatever was asked. */
export interface Finding {
  readonly id: string;
  readonly where: string;
  readonly message: string;
}

/**
 * What is wrong in a render itself, whatever was asked: only what Kubernetes, KEDA and Helm are known to do.
 * Each workload of the render is looked at, whether it is a tier or not.
 */
export const findingsOf = (
  { objects }: Render,
  workloads: readonly WorkloadObjects[],
): Finding[] => [
  ...workloads.filter(({ workload }) => workload.kind !== 'CronJob').flatMap(ofWorkload),
  ...workloads.flatMap(({ workload }) => ofEnvironment(workload)),
  ...ofScalers(objects),
];

/** How many objects of one kind a sentence names. */
const MOST_NAMED = 3;

function namesOf(objects: readonly Manifest[]): string {
  const names = objects.slice(0, MOST_NAMED).map(nameOf);
  const rest = objects.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(' and ');
}

function ofWorkload(one: WorkloadObjects): Finding[] {
  const { workload, scalers, budgets } = one;
  const found: Finding[] = [];
  const add = (id: string, message: string) => found.push({ id, where: nameOf(workload), message });
  const [scaler] = scalers;
  const [replicas] = scalarsAt(workload, 'spec', 'replicas');
  // In a cluster it is the scaler that wrote the count.
  if (replicas && scaler && !workload.isLive) {
    add(
      'scaled-and-fixed',
      `spec.replicas is ${replicas.value} while ${nameOf(scaler)} scales it, so each helm upgrade resets the number of pods. Leave replicas out where a scaler is.`,
    );
  }
  if (new Set(scalers.map(({ kind }) => kind)).size > 1) {
    add(
      'two-scalers',
      `${namesOf(scalers)} both scale it; KEDA’s admission webhook refuses such a ScaledObject. Keep one.`,
    );
  }
  for (const hpa of scalers) {
    const bare = withoutRequest(workload, hpa);
    if (bare.length === 0) continue;
    add(
      'hpa-without-request',
      `${nameOf(hpa)} counts CPU as a share of the request, and ${bare.map(({ name }) => `the container ${name}`).join(' and ')} has none: the HPA cannot count it. Give each container a CPU request, sidecars too.`,
    );
  }
  // A drain leaves the pods of a DaemonSet where they are.
  for (const budget of workload.kind === 'DaemonSet' ? [] : budgets) {
    const blocks = blocking(budget, smallest(one));
    if (!blocks) continue;
    add(
      'budget-blocks-drains',
      `${nameOf(budget)} has ${blocks}, so no node with such a pod can be drained.`,
    );
  }
  if (budgets.length > 1) {
    add(
      'two-budgets',
      `${namesOf(budgets)} select the same pods; Kubernetes then evicts none of them. Keep one.`,
    );
  }
  const lost = spreadSelectors(workload).filter(
    (selector) => !selector || !selects(selector, podLabels(workload)),
  );
  if (lost.length > 0) {
    add(
      'spread-misses-own-pods',
      `${lost.length === 1 ? 'A spread constraint counts' : `${lost.length} spread constraints count`} other pods than its own, or none, and so ${wordFor(lost.length, 'has', 'have')} no effect. Its labelSelector must match the pods’ own labels.`,
    );
  }
  return found;
}

/** The selector of each spread constraint of a workload's pods; `undefined` for one that has none. */
export const spreadSelectors = (workload: Manifest, topologyKey?: string) =>
  keptAt(workload, ...POD_SPEC, 'topologySpreadConstraints', '*')
    .filter(({ value }) => topologyKey === undefined || at(value, 'topologyKey') === topologyKey)
    .map(({ value }) => selectorOf(at(value, 'labelSelector')));

/** The containers that an HPA cannot count, because it counts a share of a request that they lack. */
function withoutRequest(workload: Manifest, hpa: Manifest): Container[] {
  const shares = cpuTargetsOf(hpa).filter(({ isShare }) => isShare);
  const has = (path: Path) =>
    ['requests', 'limits'].some(
      (kind) => scalarsAt(workload, ...path, 'resources', kind, 'cpu').length > 0,
    );
  const all = containersOf(workload).filter(({ path }) => !has(path));
  const isOnAll = shares.some(({ container }) => container === undefined);
  if (isOnAll && !has(POD_SPEC)) return all;
  return all.filter(({ name }) => shares.some(({ container }) => container === name));
}

/** The smallest number of pods that the workload may have; `NaN` where its manifests hold no number. */
function smallest({ workload, scalers: [scaler] }: WorkloadObjects): number {
  const [field] = scaler ? boundOf(scaler, 'min') : scalarsAt(workload, 'spec', 'replicas');
  return Number(field?.value ?? 1);
}

/** The field of a budget that keeps every pod from being evicted, in words; `undefined` where none does. */
function blocking(budget: Manifest, pods: number): string | undefined {
  const [most] = scalarsAt(budget, 'spec', 'maxUnavailable');
  if (most && /^0%?$/.test(String(most.value))) return `maxUnavailable ${most.value}`;
  const [available] = scalarsAt(budget, 'spec', 'minAvailable');
  const [, number, share] = /^(\d+)(%?)$/.exec(String(available?.value)) ?? [];
  // A share is rounded up, as Kubernetes does.
  const least = share ? Math.ceil((Number(number) * pods) / 100) : Number(number);
  return pods > 0 && least >= pods
    ? `minAvailable ${available?.value} over ${pods === 1 ? 'a single pod' : `${pods} pods at least`}`
    : undefined;
}

function ofEnvironment(workload: Manifest): Finding[] {
  return containersOf(workload).flatMap(({ name, path }) => {
    const fingerprints = new Map<string, unknown>();
    const twice = new Set<string>();
    for (const { value } of keptAt(workload, ...path, 'env', '*')) {
      const [variable, fingerprint] = [String(at(value, 'name')), at(value, 'fingerprint')];
      if ((fingerprints.get(variable) ?? fingerprint) !== fingerprint) twice.add(variable);
      fingerprints.set(variable, fingerprint);
    }
    if (twice.size === 0) return [];
    const message = `The container ${name} has ${[...twice].join(' and ')} more than once, with different values; only the last one counts. Keep one.`;
    return [{ id: 'duplicate-env', where: nameOf(workload), message }];
  });
}

/** The kinds of target that a render must have. Objects of other kinds may come from elsewhere. */
const KNOWN = new Set(['Deployment', 'StatefulSet']);

function ofScalers(objects: readonly Manifest[]): Finding[] {
  const names = new Set(objects.filter(isWorkload).map(nameOf));
  if (names.size === 0) return []; // a part of a render: what it scales may be in the rest
  return objects.filter(isScaler).flatMap((scaler) => {
    const target = targetOf(scaler);
    if (!KNOWN.has(target.split('/')[0] ?? '') || names.has(target)) return [];
    const message = `It scales ${target}, which the render does not have, so it scales nothing.`;
    return [{ id: 'scaler-without-target', where: nameOf(scaler), message }];
  });
}
