import type { Manifest } from './manifest';
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
}

/** Joins a workload with its scalers by kind and name, its budgets by selector and its ConfigMaps by reference. */
export function objectsOf(workload: Manifest, objects: readonly Manifest[]): WorkloadObjects {
  const beside = objects.filter((one) => isBeside(one, workload));
  const names = new Set(
    (workload.workload?.containers ?? []).flatMap(({ env, envFrom }) => [
      ...envFrom,
      ...env.map(({ from }) => from?.configMap),
    ]),
  );
  return {
    workload,
    scalers: beside.filter(
      ({ scaler }) => scaler?.target.name === workload.name && scaler.target.kind === workload.kind,
    ),
    budgets: beside.filter(
      ({ budget }) =>
        budget?.selector && selects(budget.selector, workload.workload?.podLabels ?? {}),
    ),
    configMaps: beside.filter(({ kind, name }) => kind === 'ConfigMap' && names.has(name)),
  };
}

/** Objects without a namespace go where the release goes. */
const isBeside = (one: Manifest, other: Manifest): boolean =>
  one.namespace === '' || other.namespace === '' || one.namespace === other.namespace;

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
