import { grouped } from '@/lib/domain/grouped';
import { isMapping, ownOf } from '@/lib/domain/mapping';
import {
  isScaler,
  isWorkload,
  keptAt,
  type Manifest,
  nameOf,
  POD_SPEC,
  podLabels,
  textAt,
  textsOf,
} from './manifest';

/** A workload and what belongs to it in the same render. */
export interface WorkloadObjects {
  readonly workload: Manifest;
  readonly scalers: readonly Manifest[];
  readonly budgets: readonly Manifest[];
  /** ConfigMaps that its containers take their environment from. */
  readonly configMaps: readonly Manifest[];
  /** The names of the Secrets that they take it from. */
  readonly secrets: readonly string[];
}

/** Labels that pods must have, as `matchLabels` and `matchExpressions` say it. */
interface Selector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly unknown[];
}

/** A selector: an empty one selects everything, a missing one nothing. */
export const selectorOf = (value: unknown): Selector | undefined =>
  isMapping(value)
    ? {
        labels: textsOf(value.matchLabels),
        expressions: Array.isArray(value.matchExpressions) ? value.matchExpressions : [],
      }
    : undefined;

/** Whether a selector selects pods with these labels, as Kubernetes judges it. An unknown operator selects nothing. */
export function selects({ labels, expressions }: Selector, pods: Readonly<Record<string, string>>) {
  return (
    Object.entries(labels).every(([key, value]) => ownOf(pods, key) === value) &&
    expressions.every((one) => {
      if (!isMapping(one)) return false;
      const value = ownOf(pods, String(one.key));
      const values = Array.isArray(one.values) ? one.values.map(String) : [];
      if (one.operator === 'In') return value !== undefined && values.includes(value);
      if (one.operator === 'NotIn') return value === undefined || !values.includes(value);
      if (one.operator === 'Exists') return value !== undefined;
      return one.operator === 'DoesNotExist' && value === undefined;
    })
  );
}

/** What a scaler scales, as `Deployment/kaireon-api`. KEDA takes a Deployment where no kind is said. */
export const targetOf = (scaler: Manifest): string =>
  `${textAt(scaler, 'spec', 'scaleTargetRef', 'kind') || 'Deployment'}/${textAt(scaler, 'spec', 'scaleTargetRef', 'name')}`;

/** How many comparisons of a budget with pods one render may take: enough for any that people write. */
const MOST_COMPARISONS = 100_000;

/**
 * Each workload of a render, with its scalers by kind and name, its budgets by selector and its ConfigMaps by reference.
 * All are found by an index, so twice as many objects are twice the work.
 */
export function joinedWorkloads(objects: readonly Manifest[]): WorkloadObjects[] {
  let comparisons = 0;
  const scalers = grouped(objects.filter(isScaler), targetOf);
  const configMaps = grouped(
    objects.filter(({ kind }) => kind === 'ConfigMap'),
    ({ name }) => name,
  );
  const workloads = objects
    .filter(isWorkload)
    .map((workload) => ({ workload, pods: podLabels(workload), budgets: [] as Manifest[] }));
  const text = ([key, value]: [string, string]) => `${key}=${value}`;
  const byLabel = grouped(
    workloads.flatMap((one) =>
      Object.entries(one.pods).map((pair) => ({ ...one, label: text(pair) })),
    ),
    ({ label }) => label,
  );
  for (const budget of objects) {
    const selector = selectorOf(keptAt(budget, 'spec', 'selector')[0]?.value);
    if (budget.kind !== 'PodDisruptionBudget' || !selector) continue;
    // The label that the fewest pods have leaves the fewest to compare.
    const [fewest = workloads] = Object.entries(selector.labels)
      .map((pair) => byLabel.get(text(pair)) ?? [])
      .sort((one, other) => one.length - other.length);
    for (const { workload, pods, budgets } of fewest) {
      comparisons += 1;
      if (comparisons > MOST_COMPARISONS) break;
      if (isBeside(budget, workload) && selects(selector, pods)) budgets.push(budget);
    }
  }
  return workloads.map(({ workload, budgets }) => {
    const beside = (one: Manifest) => isBeside(one, workload);
    return {
      workload,
      scalers: (scalers.get(nameOf(workload)) ?? []).filter(beside),
      budgets,
      configMaps: sourcesOf(workload, 'configMap')
        .flatMap((name) => configMaps.get(name) ?? [])
        .filter(beside),
      secrets: sourcesOf(workload, 'secret'),
    };
  });
}

/** Where the containers of a workload take their environment from, by name. */
function sourcesOf(workload: Manifest, source: 'configMap' | 'secret'): string[] {
  const containers = [...POD_SPEC, 'containers', '*'];
  const names = [
    ...keptAt(workload, ...containers, 'envFrom', '*', `${source}Ref`, 'name'),
    ...keptAt(workload, ...containers, 'env', '*', 'valueFrom', `${source}KeyRef`, 'name'),
  ];
  return [...new Set(names.map(({ value }) => String(value)))];
}

/** Objects without a namespace go where the release goes. */
const isBeside = (one: Manifest, other: Manifest): boolean =>
  one.namespace === '' || other.namespace === '' || one.namespace === other.namespace;

/** Everything that belongs to some workloads, each object once. */
export const allOf = (some: readonly WorkloadObjects[]): Manifest[] => [
  ...new Set(
    some.flatMap(({ workload, scalers, budgets, configMaps }) => [
      workload,
      ...scalers,
      ...budgets,
      ...configMaps,
    ]),
  ),
];
