import { isMapping, ownOf } from '@/lib/domain/mapping';
import type { UserValue } from '@/lib/domain/user-files';
import { parametersInto } from './argo-parameters';
import { type Mapping, valueAt } from './leaves';
import { YamlProblem } from './yaml/events';
import { readDocument } from './yaml/read-values';

/** Values that stand inside something else. */
export interface Held {
  /** What holds them, such as `HelmRelease kaireon`. */
  readonly what: string;
  /** Where in it, as a person finds the place. */
  readonly at: string;
  /** Where it has others, which are not read. */
  readonly left: readonly string[];
  /** @throws YamlProblem where they are text that Helm does not read */
  readonly values: () => UserValue;
}

/** The values that a document holds; `undefined` where it is a values file by itself. */
export function heldIn(root: Mapping): readonly Held[] | undefined {
  const kind = kindOf(root);
  if (kind !== undefined) return objects(root, kind);
  if (isList(root.helmCharts)) return kustomize(root);
  if (isList(root.releases) && root.releases.every((one) => isMapping(one) && isText(one.chart))) {
    return helmfile(root.releases);
  }
  const isFleet = isMapping(root.helm) && ('defaultNamespace' in root || isText(root.helm.chart));
  return isFleet ? fleet('fleet.yaml', root, 'helm') : undefined;
}

/** The kind of a Kubernetes object; `undefined` for anything else. */
export const kindOf = ({ apiVersion, kind }: Mapping): string | undefined =>
  isText(apiVersion) && isText(kind) && /^[A-Z]/.test(kind) ? kind : undefined;

/** Why a document is not one whose values are read; `undefined` where nothing speaks against it. */
export function refusalOf(root: Mapping): string | undefined {
  if (isMapping(root.sops) || holdsSops(root)) {
    return 'This file is encrypted with SOPS. Decrypt it first (sops -d), and open what that prints. Nothing was read from it.';
  }
  if (isMapping(root.answers) && isText(root.link) && isMapping(root.values)) {
    return 'This is the report of this page, not the file. Open values-large.yaml, or paste the link that the report holds into Compare.';
  }
  if (isText(root.$schema) || (root.type === 'object' && isMapping(root.properties))) {
    return 'This is a JSON Schema, which says what values may be. It holds no values.';
  }
  const isChart = ['v1', 'v2'].includes(String(root.apiVersion)) && isText(root.name);
  if (isChart && root.kind === undefined && root.version !== undefined) {
    return 'This is a Chart.yaml, which describes a chart. Its values are in values.yaml beside it.';
  }
  return undefined;
}

const holdsSops = (value: UserValue): boolean =>
  isText(value)
    ? value.startsWith('ENC[AES256_GCM,')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsSops);

const CROSSPLANE = [place('spec.forProvider', 'values', asIs, 'set', 'valuesFrom')];
/** In k3s and RKE2 the mapping wins over the text. */
const K3S = [
  place('spec', 'values', asIs, 'valuesContent', 'set'),
  place('spec', 'valuesContent', inText, 'set'),
];
/** Where Kubernetes objects have values, the first that is there: the mapping with them, their key, and keys that are not read. */
const PLACES: Readonly<Record<string, readonly ReturnType<typeof place>[]>> = {
  'helm.toolkit.fluxcd.io/HelmRelease': [place('spec', 'values', asIs, 'valuesFrom')],
  'helm.cattle.io/HelmChart': K3S,
  'helm.cattle.io/HelmChartConfig': K3S,
  'helm.crossplane.io/Release': CROSSPLANE,
  'helm.m.crossplane.io/Release': CROSSPLANE, // of Crossplane 2, in a namespace
};

function place(at: string, key: string, read: typeof asIs, ...left: string[]) {
  return { at, key, read, left };
}

function objects(root: Mapping, kind: string): readonly Held[] {
  if (isList(root.items)) {
    return root.items.flatMap((item) => (isMapping(item) ? (heldIn(item) ?? []) : []));
  }
  const name = valueAt(root, 'metadata', 'name');
  const what = isText(name) ? `${kind} ${name}` : kind;
  const type = `${String(root.apiVersion).split('/')[0]}/${kind}`;
  const places = ownOf(PLACES, type)?.map(({ at, key, read, left }) => {
    const mapping = below(root, ...at.split('.'));
    return held(what, `${at}.${key}`, read(mapping[key], `${at}.${key}`), there(mapping, at, left));
  });
  if (places) return places.find((found) => found.length > 0) ?? [];
  switch (type) {
    case 'argoproj.io/Application':
      return argo(what, below(root, 'spec'), 'spec');
    case 'argoproj.io/ApplicationSet':
      return argo(what, below(root, 'spec', 'template', 'spec'), 'spec.template.spec');
    case 'fleet.cattle.io/Bundle':
      return fleet(what, below(root, 'spec'), 'spec.helm');
    case 'kustomize.config.k8s.io/Kustomization':
      return kustomize(root);
    case 'v1/ConfigMap':
      return Object.entries(below(root, 'data')).flatMap(([key, text]) => {
        const at = `data."${key}"`;
        return key.includes('values') && /\.ya?ml$/.test(key)
          ? held(what, at, inText(text, at))
          : [];
      });
    default:
      return [];
  }
}

function kustomize(root: Mapping): Held[] {
  return eachMapping(root.helmCharts).flatMap(([chart, index]) => {
    const at = `helmCharts[${index}]`;
    const left = there(chart, at, ['valuesFile', 'additionalValuesFiles']);
    return held('kustomization', `${at}.valuesInline`, asIs(chart.valuesInline), left);
  });
}

const helmfile = (releases: readonly UserValue[]): Held[] =>
  eachMapping(releases).flatMap(([release, index]) =>
    eachMapping(release.values).flatMap(([values, place]) => {
      const name = isText(release.name) ? ` release ${release.name}` : '';
      const left = there(release, `releases[${index}]`, ['set', 'valuesTemplate', 'secrets']);
      return held(`helmfile${name}`, `releases[${index}].values[${place}]`, asIs(values), left);
    }),
  );

function fleet(what: string, root: Mapping, at: string): Held[] {
  const helm = below(root, 'helm');
  const left = [
    ...there(helm, at, ['valuesFiles', 'valuesFrom']),
    ...there(root, '', ['targetCustomizations']),
  ];
  return held(what, `${at}.values`, asIs(helm.values), left);
}

/** @param place of that spec, as a person finds it in the object */
function argo(what: string, spec: Mapping, place: string): Held[] {
  const sources: [at: string, helm: Mapping][] = [
    [`${place}.source.helm`, below(spec, 'source', 'helm')],
    ...eachMapping(spec.sources).map(([source, index]): [string, Mapping] => [
      `${place}.sources[${index}].helm`,
      below(source, 'helm'),
    ]),
  ];
  return sources.flatMap(([at, helm]) => {
    const { parameters } = helm;
    const isObject = isMapping(helm.valuesObject); // Argo CD does not look at the text beside it
    const values = isObject ? asIs(helm.valuesObject) : inText(helm.values, `${at}.values`);
    const key = isObject ? 'valuesObject' : values ? 'values' : 'parameters';
    const left = there(helm, at, ['valueFiles', 'fileParameters', ...(isObject ? ['values'] : [])]);
    if (!isList(parameters)) return held(what, `${at}.${key}`, values, left);
    const withParameters = () => {
      const under = values?.() ?? {};
      return parametersInto(isMapping(under) ? under : {}, parameters);
    };
    const both = key === 'parameters' ? '' : ` and ${at}.parameters`;
    return held(what, `${at}.${key}${both}`, withParameters, left);
  });
}

function held(
  what: string,
  at: string,
  values: Held['values'] | undefined,
  left: readonly string[] = [],
): Held[] {
  return values ? [{ what, at, left, values }] : [];
}

function asIs(value: UserValue | undefined, _at?: string): Held['values'] | undefined {
  return value === undefined || value === null ? undefined : () => value;
}

/** Values in YAML that stand as a text in YAML. */
function inText(text: UserValue | undefined, at?: string): Held['values'] | undefined {
  if (!isText(text) || text.trim() === '') return undefined;
  return () => {
    try {
      return readDocument(text, 1).value;
    } catch (error) {
      if (!(error instanceof YamlProblem)) throw error;
      const { line, message } = error;
      throw new YamlProblem(
        `The text in ${at} is not what Helm reads, in its line ${line}: ${message}`,
      );
    }
  };
}

/** The keys that are there, as a person finds them. */
const there = (mapping: Mapping, at: string, keys: readonly string[]): string[] =>
  keys
    .filter((key) => valueAt(mapping, key) != null)
    .map((key) => (at === '' ? key : `${at}.${key}`));

const eachMapping = (list: UserValue | undefined): [Mapping, number][] =>
  isList(list)
    ? list.flatMap((item, index) => (isMapping(item) ? [[item, index] as [Mapping, number]] : []))
    : [];

/** The mapping below another at these keys; an empty one where there is none. */
function below(mapping: Mapping, ...keys: readonly string[]): Mapping {
  const value = valueAt(mapping, ...keys);
  return isMapping(value) ? value : {};
}

const isText = (value: UserValue | undefined): value is string => typeof value === 'string';

const isList = (value: UserValue | undefined): value is readonly UserValue[] =>
  Array.isArray(value);
