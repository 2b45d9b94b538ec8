import type { Manifest } from './manifest';
import type { TierMatch } from './match-tiers';
import { selects } from './selects';

/** A workload and what belongs to it in the same render. */
export interface WorkloadObjects {
  readonly workload: Manifest;
  /** HPAs and ScaledObjects that target it. */
  readonly scalers: readonly Manifest[];
  /** PodDisruptionBudgets that select its pods. */
  readonly budgets: readonly Manifest[];
  /** ConfigMaps that its containers take their environment from. */
  readonly configMaps: readonly Manifest[];
  /** Whether some of its environment stands in objects that the render lacks, or that are not read. */
  readonly isPartlyHidden: boolean;
}

/** Of all objects those that can belong to a workload, of which a large render has few. */
export const joinable = (objects: readonly Manifest[]): Manifest[] =>
  objects.filter(({ scaler, budget, entries }) => scaler || budget || entries);

/** Joins a workload with its scalers by kind and name, its budgets by selector and its ConfigMaps by reference. */
export function objectsOf(workload: Manifest, objects: readonly Manifest[]): WorkloadObjects {
  const beside = objects.filter((one) => isBeside(one, workload));
  const references = (workload.workload?.containers ?? []).flatMap(({ env, envFrom }) => [
    ...envFrom,
    ...env.flatMap(({ from }) => (from ? [from] : [])),
  ]);
  const names = new Set(
    references.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : [])),
  );
  const configMaps = beside.filter((one) => one.kind === 'ConfigMap' && names.has(one.name));
  return {
    workload,
    scalers: beside.filter(
      ({ scaler }) => scaler?.target.name === workload.name && scaler.target.kind === workload.kind,
    ),
    budgets: beside.filter(
      ({ budget }) =>
        budget?.selector && selects(budget.selector, workload.workload?.podLabels ?? {}),
    ),
    configMaps,
    isPartlyHidden:
      references.some(({ kind }) => kind === 'Secret') || configMaps.length < names.size,
  };
}

/** Objects without a namespace go where the release goes. */
const isBeside = (one: Manifest, other: Manifest): boolean =>
  one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;

/** A tier's workloads, each with what belongs to it. */
export const tierObjects = (
  { workloads }: TierMatch,
  objects: readonly Manifest[],
): WorkloadObjects[] => workloads.map((workload) => objectsOf(workload, objects));

/** Everything that belongs to a tier, each object once. */
export const allOf = (tier: readonly WorkloadObjects[]): Manifest[] => [
  ...new Set(
    tier.flatMap(({ workload, scalers, budgets, configMaps }) => [
      workload,
      ...scalers,
      ...budgets,
      ...configMaps,
    ]),
  ),
];
