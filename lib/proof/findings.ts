import { wordFor } from '@/lib/domain/plural';
import { type BudgetFields, type Manifest, nameOf, type Render } from './manifest';
import type { Finding } from './proof';
import { selects } from './selects';
import { objectsOf, type WorkloadObjects } from './tier-objects';

/**
 * What a render shows to be wrong by itself, whatever was asked: only what Kubernetes, KEDA or Helm are known to do.
 * Each workload of the render is looked at, whether it is a tier or not.
 */
export function findingsOf({ objects }: Render): Finding[] {
  // Only these can belong to a workload, and a large render has few of them.
  const beside = objects.filter(({ scaler, budget, entries }) => scaler || budget || entries);
  const workloads = objects
    .filter(({ workload, kind }) => workload && kind !== 'CronJob')
    .map((workload) => objectsOf(workload, beside));
  return [...workloads.flatMap(ofWorkload), ...ofEnvironment(objects), ...ofScalers(objects)];
}

function ofWorkload(one: WorkloadObjects): Finding[] {
  const { workload, scalers, budgets } = one;
  const where = nameOf(workload);
  const fields = workload.workload;
  const found: Finding[] = [];
  const add = (id: string, message: string) => found.push({ id, where, message });
  const scaler = scalers[0];
  // In a cluster it is the scaler that wrote the count.
  if (fields?.replicas && scaler && !workload.isLive) {
    add(
      'scaled-and-fixed',
      `spec.replicas is ${fields.replicas.value} while ${nameOf(scaler)} scales it, so each helm upgrade resets the number of pods. Leave replicas out where a scaler is.`,
    );
  }
  if (new Set(scalers.map(({ kind }) => kind)).size > 1) {
    add(
      'two-scalers',
      `${scalers.map(nameOf).join(' and ')} scale it both; KEDA’s admission webhook refuses such a ScaledObject. Keep one.`,
    );
  }
  const onShare = scalers.find((each) => each.scaler?.isOnCpuShare);
  const bare = (fields?.containers ?? []).filter(
    ({ requests, limits }) => !(requests.cpu ?? limits.cpu),
  );
  if (onShare && bare.length > 0) {
    add(
      'hpa-without-request',
      `${nameOf(onShare)} counts CPU as a share of the request, and ${bare.map(({ name }) => `the container ${name}`).join(' and ')} has none: the HPA then scales nothing. Give each container a CPU request, sidecars too.`,
    );
  }
  for (const budget of budgets) {
    const blocks = budget.budget && blocking(budget.budget, smallest(one));
    if (blocks)
      add(
        'budget-blocks-drains',
        `${nameOf(budget)} has ${blocks}, so no node with such a pod can be drained.`,
      );
  }
  if (budgets.length > 1) {
    add(
      'two-budgets',
      `${budgets.map(nameOf).join(' and ')} select the same pods; Kubernetes then evicts none of them. Keep one.`,
    );
  }
  const lost = (fields?.spread ?? []).filter(
    ({ selector }) => !selector || !selects(selector, fields?.podLabels ?? {}),
  );
  if (lost.length > 0) {
    add(
      'spread-misses-own-pods',
      `${lost.length === 1 ? 'A spread constraint counts' : `${lost.length} spread constraints count`} other pods than its own, or none, and so ${wordFor(lost.length, 'has', 'have')} no effect. Its labelSelector must match the pods’ own labels.`,
    );
  }
  return found;
}

/** The smallest number of pods that the workload can come to; `NaN` where its manifests hold no number. */
function smallest({ workload, scalers }: WorkloadObjects): number {
  const scaler = scalers[0]?.scaler;
  return Number((scaler ? scaler.min : workload.workload?.replicas)?.value ?? 1);
}

/** How a budget keeps every pod from being evicted; `undefined` where it does not. */
function blocking(
  { minAvailable, maxUnavailable }: BudgetFields,
  pods: number,
): string | undefined {
  if (maxUnavailable && /^0%?$/.test(String(maxUnavailable.value))) {
    return `maxUnavailable ${maxUnavailable.value}`;
  }
  const [, number, share] = /^(\d+)(%?)$/.exec(String(minAvailable?.value)) ?? [];
  // A share is rounded up, as Kubernetes does.
  const least = share ? Math.ceil((Number(number) * pods) / 100) : Number(number);
  if (pods > 0 && least >= pods) {
    return `minAvailable ${minAvailable?.value} over ${pods === 1 ? 'a single pod' : `${pods} pods at least`}`;
  }
  return undefined;
}

function ofEnvironment(objects: readonly Manifest[]): Finding[] {
  return objects.flatMap((object) =>
    (object.workload?.containers ?? [])
      .filter(({ duplicates }) => duplicates.length > 0)
      .map(({ name, duplicates }) => ({
        id: 'duplicate-env',
        where: nameOf(object),
        message: `The container ${name} has ${duplicates.join(' and ')} more than once, with different values; only the last one counts. Keep one.`,
      })),
  );
}

function ofScalers(objects: readonly Manifest[]): Finding[] {
  const names = new Set(objects.map(nameOf));
  // Kinds that are not read, and workloads of another release, may be there.
  const known = new Set(['Deployment', 'StatefulSet']);
  return objects.flatMap((object) => {
    const target = object.scaler?.target;
    if (!target || !known.has(target.kind) || names.has(nameOf(target))) return [];
    return [
      {
        id: 'scaler-without-target',
        where: nameOf(object),
        message: `It scales ${nameOf(target)}, which the render does not have, so it scales nothing.`,
      },
    ];
  });
}
