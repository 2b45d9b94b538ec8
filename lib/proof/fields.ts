import { ownOf } from '@/lib/domain/mapping';
import type { AskedKey } from './asked-keys';
import type { Container, Found, Manifest } from './manifest';
import { isSameName, kebab, type Tier } from './tier';
import type { WorkloadObjects } from './tier-objects';

/** A value of one of a tier's objects. */
export interface Field extends Found {
  readonly object: Manifest;
}

/** The fields of a workload's objects in which a key stands, the one that counts most first. */
export function fieldsFor(
  { evidence, step }: AskedKey,
  tier: Tier | undefined,
  one: WorkloadObjects,
): Field[] {
  const { workload, scalers, budgets } = one;
  const fields = workload.workload;
  if (!fields) return [];
  const of = (object: Manifest, ...found: (Found | undefined)[]): Field[] =>
    found.flatMap((one) => (one ? [{ ...one, object }] : []));
  switch (evidence.in) {
    case 'replicas':
      return of(workload, fields.replicas);
    case 'resources':
      return byName(fields.containers, tier?.name ?? '').flatMap((container) =>
        of(workload, container[evidence.kind][evidence.resource]),
      );
    case 'scaler':
      return evidence.field === 'exists'
        ? []
        : scalers.flatMap((each) => of(each, each.scaler?.[evidence.field as 'min'])); // the other two are alike
    case 'keda':
      return scalers
        .filter(({ kind }) => kind === 'ScaledObject')
        .flatMap((each) =>
          evidence.field === 'listLength'
            ? of(each, ...(each.scaler?.triggers ?? []).map(({ listLength }) => listLength))
            : of(each, each.scaler?.[evidence.field]),
        );
    case 'budget':
      return budgets.flatMap((each) => of(each, each.budget?.minAvailable));
    case 'nodeSelector':
      return of(workload, fields.nodeSelector[evidence.label]);
    case 'spread':
      // A leaf such as `[0].maxSkew` may stand in any constraint.
      return fields.spread.flatMap((each) =>
        of(workload, each.fields[step.replace(/^\[\d+\]\./, '')]),
      );
    case 'concurrencyPolicy':
      return of(workload, fields.concurrencyPolicy);
    case 'environment':
      return environment(evidence.name, one);
    default:
      return [];
  }
}

/** The container that is called like the tier, else the first, before its companions. */
function byName(containers: readonly Container[], name: string): Container[] {
  const main =
    containers.find((one) => isSameName(one.name, name)) ??
    containers.find((one) => kebab(one.name).endsWith(`-${name}`)) ??
    containers[0];
  return main ? [main, ...containers.filter((one) => one !== main)] : [];
}

/** A variable of a container: by its own entry, which wins, else from its ConfigMaps. */
export function environment(name: string, { workload, configMaps }: WorkloadObjects): Field[] {
  const entry = (map: string, key: string): Field[] => {
    const object = configMaps.find((one) => one.name === map);
    const found = object?.entries && ownOf(object.entries, key);
    return found ? [{ ...found, object }] : [];
  };
  return (workload.workload?.containers ?? []).flatMap(({ env, envFrom }) => {
    const own = env.findLast((one) => one.name === name);
    if (own?.found) return [{ ...own.found, object: workload }];
    if (own) return own.from ? entry(own.from.configMap, own.from.key) : [];
    return envFrom.flatMap((map) => entry(map, name)).slice(-1);
  });
}
