import { describe, expect, it } from 'vitest';
import { sound } from '@/tests/support/reading';
import { type ReadYaml, readYaml } from './read-yaml';

function readOf(text: string) {
  const read = sound<ReadYaml>(readYaml(text));
  return { values: read.values, said: read.remarks.map(({ message }) => message) };
}

describe('what holds values inside', () => {
  it.each(['USER-SUPPLIED', 'COMPUTED'])('is what helm get values prints: %s', (heading) => {
    expect(readOf(`${heading} VALUES:\napi:\n  replicas: 3\n`)).toEqual({
      values: { api: { replicas: 3 } },
      said: [`This is what helm get prints: the values below “${heading} VALUES:” were read.`],
    });
    const faultOf = (text: string) => readYaml(`${heading} VALUES:\n${text}`);
    expect(faultOf('a: 1\nb: c: d\n')).toMatchObject({ fault: { line: 3 } });
    expect(faultOf('null\n')).toMatchObject({
      fault: { message: expect.stringContaining('empty') },
    });
  });

  it('is a HelmRelease, alone or in a List', () => {
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: kaireon }
spec:
  chart: { spec: { chart: kaireon } }
  valuesFrom: [{ kind: Secret, name: more }]
  values:
    api: { replicas: 3 }
`;
    const read = {
      values: { api: { replicas: 3 } },
      said: [
        'This is a HelmRelease kaireon: the values in spec.values were read. Not read: spec.valuesFrom.',
      ],
    };
    expect(readOf(release)).toEqual(read);
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${release.trim().replaceAll('\n', '\n  ')}\n`;
    expect(readOf(list)).toEqual(read);
  });

  const application = (source: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n${source}`;

  it('is an Argo CD Application with a text; what would go over it is named', () => {
    const text = application(`  source:
    helm:
      valueFiles: [values-prod.yaml]
      parameters: [{ name: api.replicas, value: "5" }]
      values: |
        api:
          replicas: 3
`);
    expect(readOf(text)).toEqual({
      values: { api: { replicas: 3 } },
      said: [
        'This is an Application: the values in spec.source.helm.values were read. Not read: spec.source.helm.valueFiles, spec.source.helm.parameters.',
      ],
    });
  });

  it('is an Application whose valuesObject counts alone; of several sources one is chosen', () => {
    const text = application(`  sources:
    - { repoURL: https://example.com/values.git, ref: values }
    - chart: kaireon
      helm:
        values: "api: { replicas: 1 }"
        valuesObject: { api: { replicas: 2 } }
    - chart: other
      helm: { values: "x: 1" }
`);
    expect(readYaml(text)).toMatchObject({
      fault: {
        choices: [
          {
            id: '1 spec.sources[1].helm.valuesObject',
            title: 'Line 1: Application, spec.sources[1].helm.valuesObject',
          },
          { id: '1 spec.sources[2].helm.values' },
        ],
      },
    });
    expect(readYaml(text, '1 spec.sources[1].helm.valuesObject')).toMatchObject({
      values: { api: { replicas: 2 } },
      remarks: [
        { message: expect.stringContaining('1 other place of this file was not read') },
        {
          message:
            'This is an Application: the values in spec.sources[1].helm.valuesObject were read. Not read: spec.sources[1].helm.values.',
        },
      ],
    });
  });

  it('is refused in a sentence where the text inside is not YAML, or nothing is inside', () => {
    const message = (text: string) => {
      const read = readYaml(text);
      return 'fault' in read ? read.fault.message : 'read';
    };
    expect(message(application('  source: { helm: { values: "a: b: c" } }\n'))).toMatch(
      /^The text in spec\.source\.helm\.values .* in its line 1: .*second colon.*\.$/,
    );
    for (const text of [
      application('  source: { path: x }\n'),
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: {}\n',
      'apiVersion: apps/v1\nkind: Deployment\nspec: { a: 1 }\n',
      'apiVersion: v1\nkind: Secret\nstringData: { a: 1 }\n',
    ]) {
      expect(message(text)).toMatch(/^This [A-Z]\w+ is not a values file, and holds no values/);
    }
  });

  it.each([
    [
      'kind: HelmRelease\napiVersion: helm.toolkit.fluxcd.io/v2\nspec: {valuesFrom: [{name: v}]}\n',
      'spec.valuesFrom',
    ],
    [application('  source: { helm: { valueFiles: [a.yaml] } }\n'), 'spec.source.helm.valueFiles'],
    ['helmCharts:\n- { name: k, valuesFile: v.yaml }\n', 'helmCharts[0].valuesFile'],
  ])('is refused with the place of its values where it only names others: %j', (text, place) => {
    const message = expect.stringContaining(`has its values only in ${place}, which is not read`);
    expect(readYaml(text)).toMatchObject({ fault: { message } });
  });

  it.each([
    ['NAME: k\nUSER-SUPPLIED VALUES:\na: 1\n\nCOMPUTED VALUES:\nb: 2\nMANIFEST:\n---\nkind: Pod\n'],
    ['kind: HelmChart\napiVersion: helm.cattle.io/v1\nspec:\n  valuesContent: |-\n    a: 1\n'],
    ['kind: ConfigMap\napiVersion: v1\ndata:\n  other: b\n  values.yaml: |\n    a: 1\n'],
    [
      'kind: HelmChart\napiVersion: helm.cattle.io/v1\nspec: { values: { a: 1 }, valuesContent: "a: 2" }\n',
    ],
    ...['helm.crossplane.io/v1beta1', 'helm.m.crossplane.io/v1beta1'].map((version) => [
      `kind: Release\napiVersion: ${version}\nspec: {forProvider: {values: {a: 1}}}\n`,
    ]),
    [
      'kind: ApplicationSet\napiVersion: argoproj.io/v1alpha1\nspec: {template: {spec: {source: {helm: {valuesObject: {a: 1}}}}}}\n',
    ],
    ['helmCharts:\n- name: kaireon\n  valuesInline: {a: 1}\n'],
    ['defaultNamespace: kaireon\nhelm: {chart: kaireon, values: {a: 1}}\n'],
    ['releases:\n- name: kaireon\n  chart: ./helm\n  values: [values.yaml, {a: 1}]\n'],
    [
      'apiVersion: v1\nkind: Namespace\n---\napiVersion: v1\nkind: ConfigMap\ndata: {values.yaml: "a: 1"}\n',
    ],
    [
      'WARNING: Kubernetes configuration file is group-readable.\nWarning: policy/v1beta1 is deprecated\nI1129 12:00:00.1 1 x.go:1] y\na: 1\n',
    ],
  ])('is any of those that people keep values in: %j', (text) => {
    expect(readOf(text).values).toEqual({ a: 1 });
    expect(readOf(text).said).not.toEqual([]);
  });

  it.each([
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
  ])('is named where it holds none: %j', (text, words) => {
    expect(readYaml(text)).toMatchObject({ fault: { message: expect.stringMatching(words) } });
  });

  it('is not a values file with keys of such names', () => {
    expect(readOf('kind: HelmRelease\nvalues: { a: 1 }\n')).toEqual({
      values: { kind: 'HelmRelease', values: { a: 1 } },
      said: [],
    });
  });
});
