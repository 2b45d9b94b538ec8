import { at, isMapping, ownOf } from '@/lib/domain/mapping';
import { formatPath, parsePath } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Mapping } from './leaves';
import { YamlProblem } from './yaml/events';
import { readDocument } from './yaml/read-values';

/** Values that stand inside something else. */
export interface Held {
  /** What holds them, such as `HelmRelease kaireon`. */
  readonly what: string;
  /** Where in it, as a person finds the place. */
  readonly where: string;
  /** Where it has others, which are not read. */
  readonly unread: readonly string[];
  /** Absent where it only names others. @throws YamlProblem where they are text that Helm does not read */
  readonly values?: () => UserValue;
}

/** Where one kind of thing has values. */
interface Place {
  /** The path of the mapping that has them: `''` for the document, `sources[]` for each item of the list `sources`. */
  readonly in: string;
  /** The path below it that holds them: as a mapping, a list of mappings, or YAML in a text. */
  readonly key: string;
  /** Paths below it that hold more, which is not read. */
  readonly unread: readonly string[];
  /** A mapping at this key below it counts in place of all these. */
  readonly overriddenBy?: string;
}

const inArgo = (spec: string): Place[] =>
  [`${spec}.source.helm`, `${spec}.sources[].helm`].flatMap((helm) => {
    const unread = ['valueFiles', 'parameters', 'fileParameters'];
    return [
      { in: helm, key: 'valuesObject', unread: ['values', ...unread] },
      { in: helm, key: 'values', unread, overriddenBy: 'valuesObject' },
    ];
  });

/** In k3s and RKE2 the mapping wins over the text. */
const IN_K3S = [
  { in: 'spec', key: 'values', unread: ['valuesContent', 'set'] },
  { in: 'spec', key: 'valuesContent', unread: ['set'], overriddenBy: 'values' },
];
const IN_CROSSPLANE = [{ in: 'spec.forProvider', key: 'values', unread: ['set', 'valuesFrom'] }];
const IN_FLEET = {
  key: 'helm.values',
  unread: ['helm.valuesFiles', 'helm.valuesFrom', 'targetCustomizations'],
};
const IN_KUSTOMIZATION = [
  { in: 'helmCharts[]', key: 'valuesInline', unread: ['valuesFile', 'additionalValuesFiles'] },
];

/** By the group and kind of an object of Kubernetes, or by what its file is called. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'helm.toolkit.fluxcd.io/HelmRelease': [{ in: 'spec', key: 'values', unread: ['valuesFrom'] }],
  'helm.cattle.io/HelmChart': IN_K3S,
  'helm.cattle.io/HelmChartConfig': IN_K3S,
  'helm.crossplane.io/Release': IN_CROSSPLANE,
  'helm.m.crossplane.io/Release': IN_CROSSPLANE, // of Crossplane 2, in a namespace
  'argoproj.io/Application': inArgo('spec'),
  'argoproj.io/ApplicationSet': inArgo('spec.template.spec'),
  'fleet.cattle.io/Bundle': [{ in: 'spec', ...IN_FLEET }],
  'kustomize.config.k8s.io/Kustomization': IN_KUSTOMIZATION,
  kustomization: IN_KUSTOMIZATION,
  helmfile: [{ in: 'releases[]', key: 'values', unread: ['set', 'valuesTemplate', 'secrets'] }],
  'fleet.yaml': [{ in: '', ...IN_FLEET }],
};

/** Whether objects of a kind hold a chart's values, rather than being rendered from them. */
export const holdsValues = (kind: string): boolean =>
  Object.keys(PLACES).some((type) => type.endsWith(`/${kind}`));

/** The values that a document holds; `undefined` where it is a values file by itself. */
export function heldIn(root: Mapping): readonly Held[] | undefined {
  const kind = kindOf(root);
  if (kind === undefined) {
    const name = fileNameOf(root);
    const places = name === undefined ? undefined : ownOf(PLACES, name);
    return places?.flatMap((place) => heldAt(root, name ?? '', place));
  }
  if (isList(root.items)) {
    return root.items.flatMap((item) => (isMapping(item) ? (heldIn(item) ?? []) : []));
  }
  const name = at(root, 'metadata', 'name');
  const what = typeof name === 'string' ? `${kind} ${name}` : kind;
  const type = `${String(root.apiVersion).split('/')[0]}/${kind}`;
  const places = type === 'v1/ConfigMap' ? inConfigMap(root) : (ownOf(PLACES, type) ?? []);
  return places.flatMap((place) => heldAt(root, what, place));
}

/** What a file that is no object of Kubernetes is called, by the keys that only such a file has. */
function fileNameOf(root: Mapping): string | undefined {
  if (isList(root.helmCharts)) return 'kustomization';
  if (isList(root.releases) && root.releases.every((one) => isMapping(one) && isText(one.chart))) {
    return 'helmfile';
  }
  const isFleet = isMapping(root.helm) && ('defaultNamespace' in root || isText(root.helm.chart));
  return isFleet ? 'fleet.yaml' : undefined;
}

const inConfigMap = ({ data }: Mapping): Place[] =>
  Object.keys(isMapping(data) ? data : {})
    .filter((key) => key.includes('values') && /\.ya?ml$/.test(key))
    .map((key) => ({ in: 'data', key: formatPath([key]), unread: [] }));

/** What stands at one place: several where it is in a list. */
const heldAt = (root: Mapping, what: string, place: Place): Held[] =>
  follow(root, place.in).flatMap(({ where, value }) =>
    isMapping(value) ? heldBelow({ what, where }, value, place) : [],
  );

function heldBelow(
  { what, where }: Pick<Held, 'what' | 'where'>,
  mapping: Mapping,
  { key, unread, overriddenBy }: Place,
): Held[] {
  if (overriddenBy !== undefined && isMapping(mapping[overriddenBy])) return [];
  const others = unread
    .filter((path) => valueAt(mapping, path) !== null)
    .map((path) => below(where, path));
  const all = { where: below(where, key), value: valueAt(mapping, key) };
  const found = isList(all.value)
    ? itemsOf(all).filter(({ value }) => isMapping(value))
    : [all].filter(({ value }) => isMapping(value) || (isText(value) && value.trim() !== ''));
  if (found.length === 0)
    return others.length > 0 ? [{ what, where: all.where, unread: others }] : [];
  return found.map(({ where: place, value }) => ({
    what,
    where: place,
    unread: others,
    values: () => (isText(value) ? readText(value, place) : value),
  }));
}

/** A value of a file, and where it stands. */
interface Found {
  readonly where: string;
  readonly value: UserValue;
}

/** What stands at a path of a {@link Place}; `null` where that is nothing. */
function follow(root: Mapping, path: string): Found[] {
  let found: Found[] = [{ where: '', value: root }];
  for (const step of path.split('.').filter(Boolean)) {
    const name = step.replace('[]', '');
    found = found.map(({ where, value }) => ({
      where: below(where, name),
      value: (isMapping(value) ? value[name] : undefined) ?? null,
    }));
    if (name !== step) found = found.flatMap(itemsOf);
  }
  return found;
}

const itemsOf = ({ where, value }: Found): Found[] =>
  isList(value) ? value.map((item, index) => ({ where: `${where}[${index}]`, value: item })) : [];

const below = (where: string, path: string) => (where === '' ? path : `${where}.${path}`);

/** What a mapping has at a path; `null` where that is nothing. */
const valueAt = (mapping: Mapping, path: string): UserValue =>
  (at(mapping, ...parsePath(path).map(String)) ?? null) as UserValue; // whatever stands in a mapping of YAML is of YAML

/** Values in YAML that stand as a text in YAML. */
function readText(text: string, where: string): UserValue {
  try {
    return readDocument(text, 1).value;
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    const { line, message } = error;
    throw new YamlProblem(
      `The text in ${where} is not what Helm reads, in its line ${line}: ${message}`,
    );
  }
}

/** The kind of a Kubernetes object; `undefined` for anything else. */
export const kindOf = ({ apiVersion, kind }: Mapping): string | undefined =>
  isText(apiVersion) && isText(kind) && /^[A-Z]/.test(kind) ? kind : undefined;

/** What files that are no values hold together, and what to say of each. */
const KNOWN: readonly (readonly [keys: readonly string[], sentence: string])[] = [
  [
    ['answers', 'link', 'values'],
    'This is the report of this page, not the file. Open values-large.yaml, or paste the link that the report holds into Compare.',
  ],
  [
    ['type', 'title', 'status', 'detail'],
    'This is what a server said in place of a file: read its detail and errors. It holds no values.',
  ],
  [['openapi', 'paths'], 'This is an OpenAPI description. It holds no values.'],
  [
    ['counts', 'keys', 'findings'],
    'This is what values-large prove --json prints. It holds no values.',
  ],
  [
    ['dependencies', 'digest', 'generated'],
    'This is a Chart.lock, which pins what a chart depends on. It holds no values.',
  ],
];

/** What a document is in place of values, in a sentence; `undefined` where nothing speaks against it. */
export function otherFile(root: Mapping): string | undefined {
  if (isMapping(root.sops) || holdsSops(root)) {
    return 'This file is encrypted with SOPS. Decrypt it first (sops -d), and open what that prints. Nothing was read from it.';
  }
  const known = KNOWN.find(([keys]) => keys.every((key) => ownOf(root, key) !== undefined));
  if (known) return known[1];
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

const isText = (value: UserValue | undefined): value is string => typeof value === 'string';

const isList = (value: UserValue | undefined): value is readonly UserValue[] =>
  Array.isArray(value);
