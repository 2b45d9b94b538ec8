import { at, isMapping, isScalar, ownOf } from '@/lib/domain/mapping';
import type { Path } from '@/lib/domain/path';

export type Scalar = string | number | boolean;

/** One object of a render: what it is called, and only so much of it as something asks for. */
export interface Manifest {
  readonly kind: string;
  readonly name: string;
  /** `''` where it is not said: that of the release. */
  readonly namespace: string;
  /** Taken from a cluster, so that controllers and defaults may have changed it. */
  readonly isLive: boolean;
  /** The object without what nothing asks for, in its own shape; but its pod template, wherever it stands, under `pod`. */
  readonly kept: unknown;
  /**
   * A fingerprint of each scalar by its field, so that two renders can be compared and a value found while none is
   * kept. Of a Secret: one for each entry that is no credential by its name, and nothing else.
   */
  readonly fingerprints: ReadonlyMap<string, number>;
  /** Fingerprints without what differs by chance, only of the fields that hold such a thing. */
  readonly steady: ReadonlyMap<string, number>;
  /** Scalars that hold what looks like a probe's value; `text` is that value. */
  readonly probes: readonly { readonly field: string; readonly text: string }[];
}

/** What a file of manifests holds. */
export interface Render {
  readonly objects: readonly Manifest[];
  /** The documents that could not be read, by the line, from 1, at which each starts. The others are read. */
  readonly broken: readonly { readonly line: number }[];
  /** What was done with the file as a whole, in sentences. */
  readonly remarks: readonly string[];
}

/** A sentence for each document that could not be read. */
export const unreadIn = ({ broken }: Render): string[] =>
  broken.map(({ line }) => `The document at line ${line} cannot be read; the others are.`);

/** A scalar of an object and where it stands, as `spec.template.spec.containers[0].image` is written. */
export interface Field {
  readonly object: Manifest;
  readonly field: string;
  readonly value: Scalar;
}

/** `Deployment/kaireon-api`: how an object is named in a choice, in evidence and in findings. */
export const nameOf = ({ kind, name }: Pick<Manifest, 'kind' | 'name'>): string =>
  `${kind}/${name}`;

/** An object's kind, name and namespace in one text: unique within a render. */
export const idOf = (one: Manifest): string => `${nameOf(one)} ${one.namespace}`;

/** Where a kind of workload has its pod template. */
const POD_TEMPLATES: Readonly<Record<string, string>> = {
  Deployment: 'spec.template',
  StatefulSet: 'spec.template',
  DaemonSet: 'spec.template',
  Rollout: 'spec.template',
  CronJob: 'spec.jobTemplate.spec.template',
};

/** The field in which an object has its pod template; `undefined` where it runs no pods. */
export const podTemplateOf = ({ kind }: Pick<Manifest, 'kind'>): string | undefined =>
  ownOf(POD_TEMPLATES, kind);

/** Whether an object runs pods. */
export const isWorkload = (one: Manifest): boolean => podTemplateOf(one) !== undefined;

/** Where the spec of a workload's pods was kept. */
export const POD_SPEC = ['pod', 'spec'];

/** Whether an object decides the number of another's pods. An HPA that KEDA made does what its ScaledObject says. */
export const isScaler = (one: Manifest): boolean =>
  one.kind === 'ScaledObject' ||
  (one.kind === 'HorizontalPodAutoscaler' &&
    !one.name.startsWith('keda-hpa-') &&
    textAt(one, 'metadata', 'labels', 'scaledobject.keda.sh/name') === '');

/** A value that was kept, with the keys that lead to it. */
export interface Kept {
  readonly path: Path;
  readonly value: unknown;
}

/** All that was kept at some keys; `*` stands for every item of a list, or every key of a mapping. */
export function keptAt(object: Manifest, ...path: Path): Kept[] {
  let found: Kept[] = [{ path: [], value: object.kept }];
  for (const step of path) {
    found = found.flatMap(({ path: above, value }) => {
      const items: [string | number, unknown][] = Array.isArray(value)
        ? [...value.entries()]
        : Object.entries(isMapping(value) ? value : {});
      return items
        .filter(([key]) => step === '*' || key === step)
        .map(([key, item]) => ({ path: [...above, key], value: item }));
    });
  }
  return found;
}

/** The scalars among what was kept at some keys. */
export const scalarsAt = (object: Manifest, ...path: Path): Field[] =>
  keptAt(object, ...path).flatMap(({ path, value }) =>
    isScalar(value) ? [{ object, field: fieldName(object, path), value }] : [],
  );

/** How a field is written: as Kubernetes does in its messages, so a label's own dots are not escaped. */
const fieldName = (object: Manifest, path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\.pod(?=\.)/, `.${podTemplateOf(object)}`)
    .slice(1);

/** The text that was kept at some keys; `''` where there is none, or something that is no text. */
export function textAt(object: Manifest, ...path: Path): string {
  const value = keptAt(object, ...path)[0]?.value;
  return typeof value === 'string' ? value : '';
}

/** The scalars of the mapping at some keys, as texts. */
export const textsAt = (object: Manifest, ...path: Path): Record<string, string> =>
  textsOf(keptAt(object, ...path)[0]?.value);

/** The scalars of a mapping, as texts by key; none where it is no mapping. */
export function textsOf(value: unknown): Record<string, string> {
  const entries = isMapping(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([key, item]) => (isScalar(item) ? [[key, String(item)]] : [])),
  );
}

/** The labels that a workload's pods have. */
export const podLabels = (workload: Manifest): Record<string, string> =>
  textsAt(workload, 'pod', 'metadata', 'labels');

/** A container that stays as long as its pod. */
export interface Container {
  readonly name: string;
  readonly path: Path;
}

/** The containers that stay as long as their pod: init containers that restart are sidecars. */
export function containersOf(workload: Manifest): Container[] {
  const sidecars = keptAt(workload, ...POD_SPEC, 'initContainers', '*').filter(
    ({ value }) => at(value, 'restartPolicy') === 'Always',
  );
  return [...keptAt(workload, ...POD_SPEC, 'containers', '*'), ...sidecars].map(
    ({ path, value }) => ({
      name: String(at(value, 'name') ?? ''),
      path,
    }),
  );
}
