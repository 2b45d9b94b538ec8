import { at } from '@/lib/domain/mapping';
import { parseQuantity } from '@/lib/domain/quantity';
import type { AskedKey } from './asked-keys';
import type { WorkloadObjects } from './joins';
import {
  type Container,
  containersOf,
  type Field,
  keptAt,
  type Manifest,
  POD_SPEC,
  type Scalar,
  scalarsAt,
} from './manifest';
import { kebab, squeezed, type Tier } from './tiers';

/** The fields of a workload's objects in which a key shows, the most important first. */
export function fieldsFor(
  { evidence, below }: AskedKey,
  tier: Tier | undefined,
  objects: WorkloadObjects,
): Field[] {
  const { workload, scalers, budgets } = objects;
  switch (evidence.in) {
    case 'replicas':
    case 'concurrencyPolicy':
      return scalarsAt(workload, 'spec', evidence.in);
    case 'resources': {
      const { kind, resource } = evidence;
      return [...byName(containersOf(workload), kebab(tier?.id ?? '')), { path: POD_SPEC }].flatMap(
        ({ path }) => scalarsAt(workload, ...path, 'resources', kind, resource),
      );
    }
    case 'scaler': {
      const { field } = evidence;
      if (field === 'exists') return [];
      return scalers.flatMap((one) =>
        field === 'cpuTarget' ? cpuTargetsOf(one) : boundOf(one, field),
      );
    }
    case 'keda': {
      const { field } = evidence;
      const place = field === 'listLength' ? ['triggers', '*', 'metadata', field] : [field];
      return scalers
        .filter(({ kind }) => kind === 'ScaledObject')
        .flatMap((one) => scalarsAt(one, 'spec', ...place));
    }
    case 'budget':
      return budgets.flatMap((one) => scalarsAt(one, 'spec', evidence.field));
    case 'nodeSelector':
      return scalarsAt(workload, ...POD_SPEC, 'nodeSelector', evidence.label);
    case 'spread': {
      // A leaf such as `[0].maxSkew` may stand in any constraint; a label has dots of its own.
      const [, labels, name = ''] =
        /^\[\d+\]\.(labelSelector\.matchLabels\.)?(.*)$/.exec(below) ?? [];
      const place = labels ? ['labelSelector', 'matchLabels', name.replaceAll('\\', '')] : [name];
      return scalarsAt(workload, ...POD_SPEC, 'topologySpreadConstraints', '*', ...place);
    }
    case 'environment':
      return environment(evidence.name, objects);
    default:
      return [];
  }
}

/** The smallest or the largest number of pods of an HPA or a ScaledObject. */
export const boundOf = (scaler: Manifest, bound: 'min' | 'max'): Field[] =>
  [`${bound}Replicas`, `${bound}ReplicaCount`].flatMap((name) => scalarsAt(scaler, 'spec', name));

/** A CPU target of an HPA. */
interface CpuTarget extends Field {
  /** A share of the request, which the container must then have. */
  readonly isShare: boolean;
  /** The container that it measures; all containers of the pod where there is none. */
  readonly container?: string | undefined;
}

/** The CPU targets of an HPA, as autoscaling/v1, v2 and v2beta1 spell them. */
export function cpuTargetsOf(scaler: Manifest): CpuTarget[] {
  const v1 = scalarsAt(scaler, 'spec', 'targetCPUUtilizationPercentage');
  const v2 = ['resource', 'containerResource'].flatMap((kind) =>
    keptAt(scaler, 'spec', 'metrics', '*', kind)
      .filter(({ value }) => at(value, 'name') === 'cpu')
      .flatMap(({ path, value }) => {
        const container = at(value, 'container');
        const targets = [
          ...scalarsAt(scaler, ...path, 'target', 'averageUtilization'),
          ...scalarsAt(scaler, ...path, 'targetAverageUtilization'),
          ...scalarsAt(scaler, ...path, 'target', 'averageValue'),
        ];
        const named = typeof container === 'string' ? container : undefined;
        return targets.map((field) => ({ ...field, container: named }));
      }),
  );
  return [...v1, ...v2].map((one) => ({ ...one, isShare: !one.field.endsWith('averageValue') }));
}

/** The containers, with the one that is named like the tier first; where none is, in their order. */
function byName(containers: readonly Container[], tier: string): Container[] {
  const main =
    containers.find(({ name }) => squeezed(name) === squeezed(tier)) ??
    containers.find(({ name }) => name.endsWith(`-${tier}`)) ??
    containers[0];
  return main ? [main, ...containers.filter((one) => one !== main)] : [];
}

/** A variable of a workload's containers: by its own entry, which wins, else from its ConfigMaps. */
export function environment(name: string, { workload, configMaps }: WorkloadObjects): Field[] {
  const entry = (map: string, key: string): Field[] =>
    configMaps.filter((one) => one.name === map).flatMap((one) => scalarsAt(one, 'data', key));
  return containersOf(workload).flatMap(({ path }) => {
    const own = keptAt(workload, ...path, 'env', '*').findLast(
      ({ value }) => at(value, 'name') === name,
    );
    if (!own) {
      const maps = keptAt(workload, ...path, 'envFrom', '*', 'configMapRef', 'name');
      return maps.flatMap(({ value }) => entry(String(value), name)).slice(-1);
    }
    const from = at(own.value, 'valueFrom', 'configMapKeyRef');
    return at(from, 'name') === undefined
      ? scalarsAt(workload, ...own.path, 'value')
      : entry(String(at(from, 'name')), String(at(from, 'key')));
  });
}

/** Whether a manifest's scalar is what was asked: as quantities where both are (`2` is `2000m`), else as text. */
export function isSameValue(asked: Scalar, found: Scalar): boolean {
  const [one, other] = [String(asked), String(found)];
  const quantity = parseQuantity(one);
  return one === other || (quantity !== undefined && quantity === parseQuantity(other));
}
