import { execFileSync, spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
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

const COMMANDS = 'helm-upgrade helm-template helm-diff';

test.each([
  [ORIGIN, reading, `${COMMANDS} git argo-cd ci`, 'The address is the file'],
  ...['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'x.localhost'].map(
    (host) => [`http://${host}`, reading, COMMANDS, 'this machine alone'] as const,
  ),
  [ORIGIN, withOwnKeys, '', '1 key of your own'],
  [undefined, reading, '', 'no routes'],
] as const)('from %s the address is named by those that reach it, and why is said', (...row) => {
  const [origin, of, ids, why] = row;
  const source = overlaySource(origin, of);
  expect(source.why).toContain(why);
  const all = snippets(source, of);
  const named = all.filter(({ text }) => text.includes(`${origin}/values-large.yaml?v=1`));
  expect(named.map(({ id }) => id).join(' ')).toBe(ids);
  const upgrade = textOf('helm-upgrade', all);
  expect(upgrade.includes('-f values-large.yaml')).toBe(ids === '');
  // No link that would drop the operator's own keys.
  expect(textOf('command-line', all).includes(' make ')).toBe(of !== withOwnKeys);
});

const CHART = 'kaireon ./helm -n kaireon';
const FILES = `-f helm/values.yaml -f helm/values-large.yaml -f ${url}`;
const SHELLS = ['bash', 'dash', 'zsh'].filter((one) => spawnSync(one, ['-c', ':']).status === 0);

test.each([
  ['helm-upgrade', [`helm upgrade --install ${CHART} --create-namespace ${FILES}`]],
  ['helm-template', [`helm template ${CHART} ${FILES}`]],
  ['helm-diff', [`helm diff upgrade --install ${CHART} ${FILES}`]],
  [
    'git',
    [`curl -fsSLo values-large.yaml ${url}`, 'git add values-large.yaml', 'git diff --cached'],
  ],
  [
    'flux-values',
    [
      'kubectl -n kaireon create configmap kaireon-values-large --from-file=values.yaml=values-large.yaml --dry-run=client -o yaml',
      'kubectl apply -f -',
      'kubectl label --local -f - -o yaml reconcile.fluxcd.io/watch=Enabled',
    ],
  ],
])('%s calls the tool with each word in one piece, in every shell', (id, calls) => {
  for (const shell of SHELLS) {
    const made = run(textOf(id), shell);
    // What a pipe joins starts in no order.
    expect(id === 'flux-values' ? made.sort() : made).toEqual(calls.map((one) => one.split(' ')));
  }
});

test('the upgrade is the one of the file’s head, its lines broken as each shell breaks them', () => {
  const upgrade = shown.find(({ id }) => id === 'helm-upgrade');
  const joined = (text = '', mark = '') => text.replaceAll(` ${mark}\n  `, ' ');
  const [power, cmd] = upgrade?.variants ?? [];
  expect(joined(upgrade?.text, '\\')).toBe(helmCommand('upgrade --install', `'${url}'`));
  expect(joined(power?.text, '`')).toBe(helmCommand('upgrade --install', `'${url}'`));
  expect(joined(cmd?.text, '^')).toBe(helmCommand('upgrade --install', `"${url}"`));
});

const VALUES = ['values.yaml', 'values-large.yaml'];
const IN_CHART = VALUES.map((name) => `helm/${name}`);
const FLUX = IN_CHART.map((name) => `./${name}`);
const scaled = ['kaireon-api', 'kaireon-worker', 'kaireon-ml-worker'].map((name) => ({
  ...{ group: 'apps', kind: 'Deployment', name },
  jsonPointers: ['/spec/replicas'],
}));

test.each<[string, object]>([
  [
    'argo-cd', // the URL last; what the autoscalers own is left to them
    {
      source: { path: 'helm', helm: { valueFiles: [...VALUES, url] } },
      syncPolicy: { syncOptions: ['CreateNamespace=true', 'RespectIgnoreDifferences=true'] },
      ignoreDifferences: scaled,
    },
  ],
  ['flux-git', { chart: { spec: { valuesFiles: [...FLUX, './values-large.yaml'] } } }],
  [
    'flux-release',
    {
      chart: { spec: { valuesFiles: FLUX } },
      valuesFrom: [{ kind: 'ConfigMap', name: 'kaireon-values-large', valuesKey: 'values.yaml' }],
    },
  ],
  ['helmfile', { releases: [{ chart: './helm', values: [...IN_CHART, 'values-large.yaml'] }] }],
  [
    'kustomize',
    {
      helmCharts: [
        {
          name: 'helm',
          valuesFile: IN_CHART[0],
          additionalValuesFiles: [IN_CHART[1], 'values-large.yaml'],
        },
      ],
    },
  ],
])('the manifest %s reads the chart’s own files and then ours', (id, holds) => {
  const { spec, ...root } = load(textOf(id)) as Record<string, object>; // compared below
  expect({ ...root, ...spec }).toMatchObject(holds);
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
