import { describe, expect, test } from 'vitest';
import { readersOf, readersOfTemplates } from './chart-folders';

const KEY = 'api.scaling.min';

/** Templates, and how they read `api.scaling.min`. Each stands in a file of its own. */
const SHAPES: readonly (readonly [state: string, line: number | undefined, template: string])[] = [
  ['read', 1, '{{ .Values.api.scaling.min }}'],
  ['read', 2, 'a\n{{- .Values.api.scaling.min -}}\n'],
  ['read', 1, '{{ $.Values.api.scaling.min | quote }}'],
  ['read', 2, '{{ $root := . }}\n{{ $root.Values.api.scaling.min }}'],
  ['read', 1, '{{ (.Values.api).scaling.min }}'],
  ['read', 1, '{{ ((.Values.api).scaling).min | default 1 }}'],
  ['read', 1, '{{ index .Values "api" "scaling" "min" }}'],
  ['read', 1, '{{ index .Values.api `scaling` "min" }}'],
  ['read', 1, '{{ index .Values "\\u0061pi" "\\x73caling" "min" }}'],
  ['read', 1, '{{ get (get .Values.api "scaling") "min" }}'],
  ['read', 1, '{{ dig "scaling" "min" 1 .Values.api }}'],
  ['read', 1, '{{ with .Values.api }}{{ .scaling.min }}{{ end }}'],
  ['read', 1, '{{ with .Values.api.scaling }}{{ with .min }}{{ . }}{{ end }}{{ end }}'],
  ['read', 1, '{{ if .Values.api.scaling.min }}x{{ end }}'],
  ['read', 1, '{{ if false }}{{ else if gt (int .Values.api.scaling.min) 1 }}x{{ end }}'],
  ['read', 1, '{{ if hasKey .Values.api.scaling "min" }}x{{ end }}'],
  ['read', 1, '{{ $x := .Values.api }}{{ $x.scaling.min }}'],
  ['read', 1, '{{ $x := 1 }}{{ if .x }}{{ $x = .Values.api }}{{ end }}{{ $x.scaling.min }}'],
  [
    'read',
    1,
    '{{ define "x" }}{{ .v.min }}{{ end }}{{ include "x" (dict "v" .Values.api.scaling) }}',
  ],
  ['read', 1, '{{ define "x" }}{{ .Values.api.scaling.min }}{{ end }}{{ template "x" . }}'],
  [
    'read',
    1,
    '{{ define "x" }}{{ (index .root.Values .key).scaling.min }}{{ end }}{{ include "x" (dict "root" $ "key" "api") }}',
  ],
  [
    'read',
    1,
    '{{ define "x" }}{{ (index . 1).min }}{{ end }}{{ include "x" (list $ .Values.api.scaling) }}',
  ],
  ['read', 1, '{{ block "x" .Values.api.scaling }}{{ .min }}{{ end }}'],
  ['read', 1, '{{ range tuple "api" "worker" }}{{ (index $.Values .).scaling.min }}{{ end }}'],
  ['read', 1, '{{ $d := dict }}{{ $_ := set $d "v" .Values.api.scaling }}{{ $d.v.min }}'],
  ['read', 1, '{{ (merge (dict) .Values.api.scaling .Values.other).min }}'],
  ['read', 1, '{{ printf "%s }} {{" .Values.api.scaling.min }}'],
  ['parent', 1, '{{ toYaml .Values.api.scaling | nindent 2 }}'],
  ['parent', 1, '{{ toYaml .Values.api }}'],
  ['parent', 1, '{{ with .Values.api }}{{ toYaml . }}{{ end }}'],
  ['parent', 1, '{{ range $name, $one := .Values.api }}{{ $name }}: {{ $one }}{{ end }}'],
  ['parent', 1, '{{ range .Values }}{{ .x }}{{ end }}{{ range .Values.api }}{{ .min }}{{ end }}'],
  ['parent', 1, '{{ omit .Values.api "other" | toJson }}'],
  [
    'parent',
    1,
    '{{ $a := dict }}{{ $b := default (dict) $a }}{{ $_ := set $a "v" .Values.api.scaling }}{{ $b.v.min }}',
  ],
  ['parent', 1, '{{ $_ := set .Values "x" .Values.api.scaling }}{{ .Values.x.min }}'],
  ['parent', 1, '{{ $_ := merge .Values.x .Values.api.scaling }}{{ .Values.x.min }}'],
  ['perhaps', 1, '{{ (index .Values .Release.Name).scaling.min }}'],
  ['perhaps', 1, '{{ $k := .Values.which }}{{ index .Values.api $k }}'],
  ['perhaps', 1, '{{ toYaml .Values | sha256sum }}'],
  ['perhaps', 1, '{{ include "nobody.knows" . }}'],
  ['perhaps', 1, '{{ include "nobody.knows" (dict "v" .Values.api) }}'],
  [
    'perhaps',
    1,
    '{{ define "x.y" }}{{ .Values.api.scaling.min }}{{ end }}{{ include (printf "x.%s" .Values.z) . }}',
  ],
  ['perhaps', 1, '{{ tpl (printf "{{ .Values.%s }}" .Values.path) . }}'],
  ['perhaps', 1, '{{ tpl "{{ .Values.api.scaling.min }}" . }}'],
  ['perhaps', 1, '{{ if .Values.api.scaling }}x{{ end }}'],
  ['perhaps', 1, '{{ range $name, $_ := .Values.api }}{{ $name }}{{ end }}'],
  [
    'perhaps',
    1,
    '{{ $at := .Values }}{{ range splitList "." .Values.path }}{{ $at = index $at . }}{{ end }}{{ $at }}',
  ],
  ['perhaps', 1, '{{ if }}'],
  ['perhaps', 2, '\n{{ .Values.api'],
  ['none', undefined, ''],
  ['none', undefined, '{{/* {{ .Values.api.scaling.min }} */}}'],
  ['none', undefined, '{{- /* .Values.api.scaling.min\n*/ -}}'],
  ['none', undefined, '# .Values.api.scaling.min'],
  ['none', undefined, '{{ ".Values.api.scaling.min" }}'],
  ['none', undefined, '{{ `{{ .Values.api.scaling.min }}` }}'],
  [
    'none',
    undefined,
    '{{ .Values.api.scaling.max }}{{ .Values.api.min }}{{ .Values.scaling.min }}',
  ],
  ['none', undefined, '{{ $x := .Values.api.scaling }}{{ $x.max }}'],
  ['none', undefined, '{{ .Release.api.scaling.min }}'],
  ['none', undefined, '{{ with .Values.other }}{{ .api.scaling.min }}{{ end }}'],
  ['none', undefined, '{{ define "x" }}{{ .Values.api.scaling.min }}{{ end }}'],
];

test.each(SHAPES)('%s, line %s: %s', (state, line, template) => {
  const { of } = readersOfTemplates({ 'one.yaml': template });
  expect(of(KEY)).toEqual(
    line === undefined ? { state } : { state, file: 'templates/one.yaml', line },
  );
});

test('what values.yaml has decides whether a question about a parent says anything', () => {
  const template = {
    'one.yaml': '{{ with .Values.api }}{{ .x }}{{ range $k, $_ := . }}{{ $k }}{{ end }}{{ end }}',
  };
  expect(readersOfTemplates(template, 'api: {}').of(KEY).state).toBe('perhaps');
  expect(readersOfTemplates(template, 'api: { scaling: { max: 1 } }').of(KEY).state).toBe('none');
  expect(readersOfTemplates(template, 'api: { scaling: null }').of(KEY).state).toBe('perhaps');
});

test('the use of a value stands before a question about it, and a manifest before NOTES.txt', () => {
  const { of } = readersOfTemplates({
    'NOTES.txt': '{{ .Values.api.scaling.min }}{{ .Values.noted }}',
    'one.yaml': '{{ if .Values.api.scaling.min }}\n{{ .Values.api.scaling.min }}{{ end }}',
    '_partial.tpl': '{{ .Values.neverRendered }}',
  });
  expect(of(KEY)).toEqual({ state: 'read', file: 'templates/one.yaml', line: 2 });
  expect(of('noted')).toEqual({ state: 'read', file: 'templates/NOTES.txt', line: 1 });
  expect(of('neverRendered')).toEqual({ state: 'none' });
});

describe('subcharts', () => {
  const CHART = `apiVersion: v2
name: one
version: 1.0.0
dependencies:
  - name: redis
    version: 1.0.0
    alias: cache
    condition: cache.enabled
  - { name: absent, version: 1.0.0 }
`;
  const files = [
    { path: 'helm/Chart.yaml', text: CHART },
    { path: 'helm/charts/redis/Chart.yaml', text: 'apiVersion: v2\nname: redis\nversion: 1.0.0\n' },
    {
      path: 'helm/charts/redis/templates/one.yaml',
      text: '{{ .Values.mode }}{{ .Values.global.zone }}',
    },
  ];
  const readers = readersOf(files);

  test('stand below their name, know what is global, and are switched in Chart.yaml', () => {
    if ('fault' in readers) throw new Error(readers.fault);
    const file = 'charts/redis/templates/one.yaml';
    expect(readers.of('cache.mode')).toEqual({ state: 'read', file, line: 1 });
    expect(readers.of('redis.mode')).toEqual({ state: 'none' });
    expect(readers.of('mode')).toEqual({ state: 'none' });
    expect(readers.of('cache.enabled')).toEqual({ state: 'read', file: 'Chart.yaml', line: 8 });
    expect(readers.of('absent.x').state).toBe('perhaps');
    expect(readers.remarks.join()).toContain('does not hold the subchart absent');
  });
});

test.each([
  [[], 'There is no Chart.yaml in it'],
  [['a/Chart.yaml', 'b/Chart.yaml'], 'There are 2 charts in it: a, b.'],
])('files %j are no chart', (paths, words) => {
  const readers = readersOf(paths.map((path) => ({ path, text: 'name: x' })));
  expect('fault' in readers && readers.fault).toContain(words);
});
