import { isMapping, ownOf } from '@/lib/domain/mapping';
import {
  isScaler,
  isWorkload,
  keptAt,
  type Manifest,
  podLabels,
  podTemplateOf,
  textAt,
  textsOf,
} from './manifest';

/** A workload and what belongs to it in the same render. */
export interface WorkloadObjects {
  readonly workload: Manifest;
  /** HPAs and ScaledObjects that target it. */
  readonly scalers: readonly Manifest[];
  /** PodDisruptionBudgets that select its pods. */
  readonly budgets: readonly Manifest[];
  /** ConfigMaps that its containers take their environment from. */
  readonly configMaps: readonly Manifest[];
  /** The names of the Secrets that they take it from. */
  readonly secrets: readonly string[];
}

/** Labels that pods must have, as `matchLabels` and `matchExpressions` say it. */
export interface Selector {
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

/** How often at most a budget is compared with pods in one render: enough for any that people write. */
const MOST_SELECTIONS = 100_000;

/** A budget with its selector. */
interface Budget {
  readonly object: Manifest;
  readonly selector: Selector;
}

/**
 * Joins workloads with their scalers by kind and name, their budgets by selector and their ConfigMaps by reference. Each
 * is found by an index, so that twice as many objects are twice the work.
 */
export class Joins {
  readonly #scalers: ReadonlyMap<string, readonly Manifest[]>;
  readonly #configMaps: ReadonlyMap<string, readonly Manifest[]>;
  /** By the label that the fewest budgets ask for; `''` for those that ask for none. */
  readonly #budgets: ReadonlyMap<string, readonly Budget[]>;
  /** How often a budget was compared with pods. */
  selections = 0;

  constructor(objects: readonly Manifest[]) {
    this.#scalers = grouped(objects.filter(isScaler), targetOf);
    this.#configMaps = grouped(
      objects.filter(({ kind }) => kind === 'ConfigMap'),
      ({ name }) => name,
    );
    const budgets = objects.flatMap((object): Budget[] => {
      const selector = selectorOf(keptAt(object, 'spec', 'selector')[0]?.value);
      return object.kind === 'PodDisruptionBudget' && selector ? [{ object, selector }] : [];
    });
    const uses = new Map<string, number>();
    for (const label of budgets.flatMap(labelsOf)) uses.set(label, (uses.get(label) ?? 0) + 1);
    const rarity = (label: string) => uses.get(label) ?? 0;
    this.#budgets = grouped(budgets, (budget) =>
      labelsOf(budget).reduce(
        (one, other) => (one === '' || rarity(other) < rarity(one) ? other : one),
        '',
      ),
    );
  }

  /** What belongs to a workload. */
  of(workload: Manifest): WorkloadObjects {
    const beside = (one: Manifest) => isBeside(one, workload);
    const pods = podLabels(workload);
    const candidates = ['', ...Object.entries(pods).map(labelText)].flatMap(
      (label) => this.#budgets.get(label) ?? [],
    );
    const names = sourcesOf(workload, 'configMap');
    return {
      workload,
      scalers: (this.#scalers.get(`${workload.kind}/${workload.name}`) ?? []).filter(beside),
      budgets: candidates
        .filter(({ object, selector }) => {
          this.selections += 1;
          return this.selections <= MOST_SELECTIONS && beside(object) && selects(selector, pods);
        })
        .map(({ object }) => object),
      configMaps: names.flatMap((name) => this.#configMaps.get(name) ?? []).filter(beside),
      secrets: sourcesOf(workload, 'secret'),
    };
  }
}

const labelText = ([key, value]: [string, string]): string => `${key}=${value}`;
const labelsOf = ({ selector }: Budget): string[] => Object.entries(selector.labels).map(labelText);

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const there = groups.get(key(item));
    if (there) there.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Where the containers of a workload take their environment from, by name. */
function sourcesOf(workload: Manifest, source: 'configMap' | 'secret'): string[] {
  const containers = [...(podTemplateOf(workload) ?? []), 'spec', 'containers', '*'];
  const names = [
    ...keptAt(workload, ...containers, 'envFrom', '*', `${source}Ref`, 'name'),
    ...keptAt(workload, ...containers, 'env', '*', 'valueFrom', `${source}KeyRef`, 'name'),
  ];
  return [...new Set(names.map(({ value }) => String(value)))];
}

/** Objects without a namespace go where the release goes. */
const isBeside = (one: Manifest, other: Manifest): boolean =>
  one.namespace === '' || other.namespace === '' || one.namespace === other.namespace;

/** Whether a render's objects run pods, each with what belongs to it. */
export const joinedWorkloads = (objects: readonly Manifest[]): WorkloadObjects[] => {
  const joins = new Joins(objects);
  return objects.filter(isWorkload).map((workload) => joins.of(workload));
};

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
