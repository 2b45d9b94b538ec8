import { execFileSync, spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { helmCommand } from '@/lib/domain/helm-command';
import { readAnswers } from '@/lib/reading/reading';
import { readingOf } from '@/tests/support/reading';
import { overlaySource, overlayUrl, snippets } from './snippets';

const ORIGIN = 'https://values.example.com:8443';

/** Characters that a shell, Helm or YAML would take for its own. */
const reading = readingOf({
  'kafka.brokers': 'broker-1:9092,broker-2:9092',
  'interactionStore.backend': 'scylla',
  'scylla.localDataCenter': `it's "a" $(date) \`b\`, 100% & #1; c!*`,
});
const withOwnKeys = readAnswers(catalog, completeAnswers(catalog, {}), {
  carried: [{ path: ['image', 'tag'], value: 'v1' }],
});
const url = overlayUrl(ORIGIN, reading.link);
const shown = snippets(overlaySource(ORIGIN, reading), reading);
const textOf = (id: string, of = shown) => of.find((one) => one.id === id)?.text ?? '';

/** What a snippet calls, in this shell, with stand-ins for the tools that print their arguments. */
function run(script: string, shell = 'bash'): string[][] {
  const standIns = ['helm', 'curl', 'kubectl', 'git', 'diff', 'node']
    .map(
      (tool) =>
        `${tool}() { case "$*" in *'-f -'*|*' -') cat > /dev/null;; esac; printf '%s\\0' ${tool} "$@" >&2; printf '\\n' >&2; }`,
    )
    .join('\n');
  const output = execFileSync(shell, ['-c', `{ ${standIns}\n${script}\n} 2>&1 >/dev/null`], {
    encoding: 'utf8',
    cwd: '/tmp',
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\0').slice(0, -1));
}

test('the URL has nothing in it that Helm, a shell or YAML would split or end', () => {
  expect(url.startsWith(`${ORIGIN}/values-large.yaml?v=1&`)).toBe(true);
  expect(url).not.toMatch(/[,'"\s`$\\;!]/);
  expect(overlayUrl(ORIGIN, '')).toBe(`${ORIGIN}/values-large.yaml`);
});

test('ids are unique, and no line but one with an address, a link or a file needs more than 60 columns', () => {
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
  for (const { id, text } of snippets(overlaySource(undefined, readingOf()), readingOf())) {
    expect(text).toBe(text.trim());
    for (const line of text.split('\n'))
      expect(line.length, `${id}: ${line}`).toBeLessThanOrEqual(60);
  }
});

describe('what is named', () => {
  const addressed = (from: ReturnType<typeof overlaySource>, of = reading) =>
    snippets(from, of)
      .filter(({ text }) => text.includes('/values-large.yaml?v=1') || text.includes(ORIGIN))
      .map(({ id }) => id);

  test('is the address, where it can be reached', () => {
    const named = 'helm-upgrade helm-template helm-diff git argo-cd ci';
    expect(addressed(overlaySource(ORIGIN, reading)).join(' ')).toBe(named);
  });

  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'x.localhost'])(
    'is http://%s for commands alone',
    (host) => {
      const origin = `http://${host}`;
      const source = overlaySource(origin, reading);
      expect(addressed(source)).toEqual(['helm-upgrade', 'helm-template', 'helm-diff']);
      expect(source.why).toContain('this machine alone');
    },
  );

  test.each([
    ['with keys of the operator’s own', ORIGIN, withOwnKeys, '1 key of your own'],
    ['without routes', undefined, reading, 'no routes'],
  ])('is the file %s, and why is said', (_, origin, of, why) => {
    const source = overlaySource(origin, of);
    expect(source.why).toContain(why);
    expect(addressed(source, of)).toEqual([]);
    expect(textOf('helm-upgrade', snippets(source, of))).toContain('-f values-large.yaml');
  });

  test('is no link that would drop the operator’s own keys', () => {
    expect(
      textOf('command-line', snippets(overlaySource(ORIGIN, withOwnKeys), withOwnKeys)),
    ).not.toContain(' make ');
  });
});

describe.each(
  ['bash', 'dash', 'zsh'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0),
)('pasted into %s', (shell) => {
  const chart = ['kaireon', './helm', '-n', 'kaireon'];
  const files = ['-f', 'helm/values.yaml', '-f', 'helm/values-large.yaml', '-f', url];

  test.each([
    ['helm-upgrade', [['helm', 'upgrade', '--install', ...chart, '--create-namespace', ...files]]],
    ['helm-template', [['helm', 'template', ...chart, ...files]]],
    ['helm-diff', [['helm', 'diff', 'upgrade', '--install', ...chart, ...files]]],
    [
      'git',
      [
        ['curl', '-fsSLo', 'values-large.yaml', url],
        ['git', 'add', 'values-large.yaml'],
        ['git', 'diff', '--cached'],
      ],
    ],
    [
      'flux-values',
      [
        'kubectl -n kaireon create configmap kaireon-values-large --from-file=values.yaml=values-large.yaml --dry-run=client -o yaml',
        'kubectl apply -f -',
        'kubectl label --local -f - -o yaml reconcile.fluxcd.io/watch=Enabled',
      ].map((call) => call.split(' ')),
    ],
  ])('%s calls the tool with each word in one piece', (id, calls) => {
    const made = run(textOf(id), shell);
    // What a pipe joins starts in no order.
    expect(id === 'flux-values' ? made.sort() : made).toEqual(calls);
  });
});

test('the upgrade is the one of the file’s head, its lines broken as each shell breaks them', () => {
  const upgrade = shown.find(({ id }) => id === 'helm-upgrade');
  const joined = (text = '', mark = '') => text.replaceAll(` ${mark}\n  `, ' ');
  const [power, cmd] = upgrade?.variants ?? [];
  expect(joined(upgrade?.text, '\\')).toBe(helmCommand('upgrade --install', `'${url}'`));
  expect(joined(power?.text, '`')).toBe(helmCommand('upgrade --install', `'${url}'`));
  expect(joined(cmd?.text, '^')).toBe(helmCommand('upgrade --install', `"${url}"`));
});

describe('as manifests', () => {
  const files = ['values.yaml', 'values-large.yaml'];
  const manifest = (id: string) => load(textOf(id)) as Record<string, never>; // compared whole below

  test('the Argo CD Application takes the URL last and leaves to the autoscalers what is theirs', () => {
    expect(manifest('argo-cd')).toMatchObject({
      spec: {
        source: { path: 'helm', helm: { valueFiles: [...files, url] } },
        syncPolicy: { syncOptions: ['CreateNamespace=true', 'RespectIgnoreDifferences=true'] },
        ignoreDifferences: ['kaireon-api', 'kaireon-worker', 'kaireon-ml-worker'].map((name) => ({
          ...{ group: 'apps', kind: 'Deployment', name },
          jsonPointers: ['/spec/replicas'],
        })),
      },
    });
  });

  test('Flux reads the chart’s own files and then ours, from git or from the ConfigMap', () => {
    const own = files.map((name) => `./helm/${name}`);
    expect(manifest('flux-git')).toMatchObject({
      spec: { chart: { spec: { valuesFiles: [...own, './values-large.yaml'] } } },
    });
    expect(manifest('flux-release')).toMatchObject({
      spec: {
        chart: { spec: { valuesFiles: own } },
        valuesFrom: [{ kind: 'ConfigMap', name: 'kaireon-values-large', valuesKey: 'values.yaml' }],
      },
    });
  });

  test('helmfile and kustomize read the same three', () => {
    const all = ['helm/values.yaml', 'helm/values-large.yaml', 'values-large.yaml'];
    expect(manifest('helmfile')).toMatchObject({ releases: [{ chart: './helm', values: all }] });
    const [first, ...more] = all;
    expect(manifest('kustomize')).toMatchObject({
      helmCharts: [{ name: 'helm', valuesFile: first, additionalValuesFiles: more }],
    });
  });

  // The names as each project spells them: helm/resource_helm_release.go of terraform-provider-helm 2.17.0 and 3.1.2;
  // pkg/state/state.go of helmfile at ecf604d; api/types/helmchartargs.go and kustomization.go of kustomize at 12f9e63.
  test.each([
    ['terraform', 'name chart namespace create_namespace values'],
    ['helmfile', 'releases name namespace createNamespace chart values'],
    [
      'kustomize',
      'apiVersion kind namespace helmGlobals chartHome helmCharts name releaseName valuesFile additionalValuesFiles',
    ],
  ])('%s has only attributes that there are', (id, names) => {
    const used = [...textOf(id).matchAll(/^[ -]*(\w+)(?::| +=)/gm)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual([...new Set(names.split(' '))].sort());
  });
});
