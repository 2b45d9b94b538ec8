import type { Evidence } from '@/lib/domain/evidence';
import type { Container, Found, Manifest } from './manifest';
import { isSameName, kebab, type Tier } from './tier';
import type { WorkloadObjects } from './tier-objects';

/** A value of one of a tier's objects. */
export interface Field extends Found {
  readonly object: Manifest;
}

/** The fields of a tier's objects in which some evidence stands, the one that counts most first. */
export function fieldsFor(
  evidence: Evidence,
  tier: Tier,
  objects: readonly WorkloadObjects[],
  step?: string,
): Field[] {
  return objects.flatMap((one) => fieldsOf(evidence, tier, one, step));
}

/** The constraint's field that a leaf such as `[0].maxSkew` is about. */
const spreadPlace = (step: string) => /^\[(\d+)\]\.(\w+)$/.exec(step);

function fieldsOf(
  evidence: Evidence,
  tier: Tier,
  { workload, scalers, budgets, configMaps }: WorkloadObjects,
  step = '',
): Field[] {
  const fields = workload.workload;
  if (!fields) return [];
  const of = (object: Manifest, ...found: (Found | undefined)[]): Field[] =>
    found.flatMap((one) => (one ? [{ ...one, object }] : []));
  switch (evidence.in) {
    case 'replicas':
      return of(workload, fields.replicas);
    case 'resources':
      return byTier(fields.containers, tier).flatMap((container) =>
        of(workload, container[evidence.kind][evidence.resource]),
      );
    case 'scaler':
      return evidence.field === 'exists'
        ? []
        : scalers.flatMap((one) => of(one, one.scaler?.[evidence.field as 'min'])); // the other two are alike
    case 'keda':
      return scalers
        .filter(({ kind }) => kind === 'ScaledObject')
        .flatMap((one) =>
          evidence.field === 'listLength'
            ? of(one, ...(one.scaler?.triggers ?? []).map(({ listLength }) => listLength))
            : of(one, one.scaler?.[evidence.field]),
        );
    case 'budget':
      return budgets.flatMap((one) => of(one, one.budget?.minAvailable));
    case 'nodeSelector':
      return of(workload, fields.nodeSelector[evidence.label]);
    case 'spread': {
      const [, , name = ''] = spreadPlace(step) ?? [];
      return fields.spread.flatMap((one) => of(workload, one.fields[name]));
    }
    case 'concurrencyPolicy':
      return of(workload, fields.concurrencyPolicy);
    case 'environment':
      return environment(evidence.name, fields.containers, workload, configMaps);
    default:
      return [];
  }
}

/** The container that is called like the tier, else the first, before its companions. */
function byTier(containers: readonly Container[], { name }: Tier): Container[] {
  const main =
    containers.find((one) => isSameName(one.name, name)) ??
    containers.find((one) => kebab(one.name).endsWith(`-${name}`)) ??
    containers[0];
  return main ? [main, ...containers.filter((one) => one !== main)] : [];
}

/** A variable of a container: by its own entry, which wins, else from its ConfigMaps. */
export function environment(
  name: string,
  containers: readonly Container[],
  workload: Manifest,
  configMaps: readonly Manifest[],
): Field[] {
  const entry = (map: string, key: string): Field[] => {
    const object = configMaps.find((one) => one.name === map);
    const found = object?.entries && Object.hasOwn(object.entries, key) && object.entries[key];
    return object && found ? [{ ...found, object }] : [];
  };
  return containers.flatMap(({ env, envFrom }) => {
    const own = env.filter((one) => one.name === name).at(-1);
    if (own?.found) return [{ ...own.found, object: workload }];
    if (own) return own.from?.kind === 'ConfigMap' ? entry(own.from.name, own.from.key) : [];
    return envFrom
      .flatMap((one) => (one.kind === 'ConfigMap' ? entry(one.name, name) : []))
      .slice(-1);
  });
}
