import { expect, it } from 'vitest';
import { sound } from '@/tests/support/reading';
import { type ReadYaml, readYaml } from './read-yaml';

function readOf(text: string) {
  const read = sound<ReadYaml>(readYaml(text));
  return { values: read.values, said: read.remarks.map(({ message }) => message).join('\n') };
}

const RELEASE = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: kaireon }
spec:
  valuesFrom: [{ kind: Secret, name: more }]
  values: { a: 1 }
`;
const application = (spec: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: { ${spec} }\n`;
const IN_RELEASE =
  'This is a HelmRelease kaireon: the values in spec.values were read. Not read: spec.valuesFrom.';

it.each([
  ['USER-SUPPLIED VALUES:\na: 1\n', 'the values below “USER-SUPPLIED VALUES:” were read.'],
  ['COMPUTED VALUES:\na: 1\n', 'This is what helm get prints: the values below “COMPUTED V'],
  [RELEASE, IN_RELEASE],
  [
    `apiVersion: v1\nkind: List\nitems:\n- ${RELEASE.trim().replaceAll('\n', '\n  ')}\n`,
    IN_RELEASE,
  ],
  [
    application(
      'source: { helm: { valueFiles: [v.yaml], parameters: [{ name: b }], values: "a: 1" } }',
    ),
    'This is an Application: the values in spec.source.helm.values were read. Not read: spec.source.helm.valueFiles, spec.source.helm.parameters.',
  ],
  [
    'NAME: k\nUSER-SUPPLIED VALUES:\na: 1\n\nCOMPUTED VALUES:\nb: 2\nMANIFEST:\n---\nkind: Pod\n',
    'helm get',
  ],
  [
    'kind: HelmChart\napiVersion: helm.cattle.io/v1\nspec:\n  valuesContent: |-\n    a: 1\n',
    'spec.valuesContent',
  ],
  ['kind: ConfigMap\napiVersion: v1\ndata:\n  other: b\n  values.yaml: |\n    a: 1\n', 'ConfigMap'],
  [
    'kind: HelmChart\napiVersion: helm.cattle.io/v1\nspec: { values: { a: 1 }, valuesContent: "a: 2" }\n',
    'Not read: spec.valuesContent.',
  ],
  ...['helm.crossplane.io/v1beta1', 'helm.m.crossplane.io/v1beta1'].map((version) => [
    `kind: Release\napiVersion: ${version}\nspec: {forProvider: {values: {a: 1}}}\n`,
    'spec.forProvider.values',
  ]),
  [
    'kind: ApplicationSet\napiVersion: argoproj.io/v1alpha1\nspec: {template: {spec: {source: {helm: {valuesObject: {a: 1}}}}}}\n',
    'spec.template.spec.source.helm.valuesObject',
  ],
  ['helmCharts:\n- name: kaireon\n  valuesInline: {a: 1}\n', 'helmCharts[0].valuesInline'],
  ['defaultNamespace: kaireon\nhelm: {chart: kaireon, values: {a: 1}}\n', 'helm.values'],
  [
    'releases:\n- name: kaireon\n  chart: ./helm\n  values: [values.yaml, {a: 1}]\n',
    'releases[0].values',
  ],
  [
    'apiVersion: v1\nkind: Namespace\n---\napiVersion: v1\nkind: ConfigMap\ndata: {values.yaml: "a: 1"}\n',
    'ConfigMap',
  ],
  [
    'WARNING: Kubernetes configuration file is group-readable.\nWarning: policy/v1beta1 is deprecated\nI1129 12:00:00.1 1 x.go:1] y\na: 1\n',
    'first 3 lines are messages of Helm',
  ],
])('values inside a file are read, and their place is said: %j', (text, said) => {
  expect(readOf(text)).toEqual({ values: { a: 1 }, said: expect.stringContaining(said ?? '') });
});

it('lines of values inside a file are counted from the top of the file', () => {
  expect(readYaml('COMPUTED VALUES:\na: 1\nb: c: d\n')).toMatchObject({ fault: { line: 3 } });
});

it('values inside a file may stand in several places, of which one is chosen, and valuesObject counts alone', () => {
  const text = application(`sources: [
      { ref: values },
      { chart: kaireon, helm: { values: "api: 1", valuesObject: { api: 2 } } },
      { chart: other, helm: { values: "x: 1" } },
    ]`);
  const choices = [
    {
      id: '1 spec.sources[1].helm.valuesObject',
      title: 'Line 1: Application, spec.sources[1].helm.valuesObject',
    },
    { id: '1 spec.sources[2].helm.values' },
  ];
  expect(readYaml(text)).toMatchObject({ fault: { choices } });
  const words = [
    expect.stringContaining('1 other place of this file was not read'),
    'This is an Application: the values in spec.sources[1].helm.valuesObject were read. Not read: spec.sources[1].helm.values.',
  ];
  expect(readYaml(text, '1 spec.sources[1].helm.valuesObject')).toMatchObject({
    values: { api: 2 },
    remarks: words.map((message) => ({ message })),
  });
});

const only = (place: string) => new RegExp(`has its values only in ${place}, which is not read`);
const none = /^This [A-Z]\w+ is not a values file, and holds no values/;
it.each([
  [
    application('source: { helm: { values: "a: b: c" } }'),
    /^The text in spec\.source\.helm\.values .* in its line 1: .*second colon.*\.$/,
  ],
  ['COMPUTED VALUES:\nnull\n', /empty/],
  [application('source: { path: x }'), none],
  ['apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: {}\n', none],
  ['apiVersion: apps/v1\nkind: Deployment\nspec: { a: 1 }\n', none],
  ['apiVersion: v1\nkind: Secret\nstringData: { a: 1 }\n', none],
  [
    'kind: HelmRelease\napiVersion: helm.toolkit.fluxcd.io/v2\nspec: {valuesFrom: [{name: v}]}\n',
    only('spec\\.valuesFrom'),
  ],
  [
    application('source: { helm: { valueFiles: [a.yaml] } }'),
    only('spec\\.source\\.helm\\.valueFiles'),
  ],
  ['helmCharts:\n- { name: k, valuesFile: v.yaml }\n', only('helmCharts\\[0\\]\\.valuesFile')],
  ['{"answers": {}, "link": "", "values": {"a": 1}, "limits": []}', /report of this page/],
  ['{"type": "about:blank", "title": "x", "status": 422, "detail": "y"}', /what a server said/],
  ['{"openapi": "3.1.0", "info": {}, "paths": {}}', /OpenAPI/],
  ['{"counts": {}, "keys": {}, "findings": [], "limits": []}', /prove --json/],
  ['dependencies: []\ndigest: sha256:a\ngenerated: "2026"\n', /Chart\.lock/],
  ['{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {}}', /JSON Schema/],
  ['apiVersion: v2\nname: kaireon\nversion: 1.0.0\n', /Chart\.yaml/],
  ['a: 1\nsops: {mac: x, lastmodified: y}\n', /SOPS/],
  ['a: {b: ["ENC[AES256_GCM,data:x]"]}\n', /SOPS/],
  ['apiVersion: v1\nkind: ConfigMap\ndata: {values.yaml: "a: 1\\nsops: {}"}\n', /SOPS/],
])('a file whose values are not read is named: %j', (text, words) => {
  expect(readYaml(text)).toMatchObject({ fault: { message: expect.stringMatching(words) } });
});

it('a file with only keys of such names is a values file', () => {
  const values = { kind: 'HelmRelease', values: { a: 1 } };
  expect(readOf('kind: HelmRelease\nvalues: { a: 1 }\n')).toEqual({ values, said: '' });
});
