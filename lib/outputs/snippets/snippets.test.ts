import { execFileSync } from 'node:child_process';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { helmCommand } from '@/lib/domain/helm-command';
import { readingOf } from '@/tests/support/reading';
import { overlayUrl, snippets } from './snippets';

const ORIGIN = 'https://values.example.com:8443';

/** Characters that a shell, Helm or YAML would take for its own. */
const { link } = readingOf({
  'kafka.brokers': 'broker-1:9092,broker-2:9092',
  'interactionStore.backend': 'scylla',
  'scylla.localDataCenter': `it's "a" $(date) \`b\`, 100% & #1; c!*`,
});
const url = overlayUrl(ORIGIN, link);
const shown = snippets(ORIGIN, link);
const textOf = (id: string) => shown.find((one) => one.id === id)?.text ?? '';

/** Each prints its name and its arguments; `kubectl apply` first waits, as the real one does, for what it is to apply. */
const STAND_INS = `
show() { printf '%s\\0' "$@" >&2; printf '\\n' >&2; }
helm() { show helm "$@"; }
curl() { show curl "$@"; }
kubectl() { if [ "$1" = apply ]; then cat > /dev/null; fi; show kubectl "$@"; }
`;

/** Runs a snippet in bash with stand-ins for the tools. */
function run(script: string): string[][] {
  const whole = `{ ${STAND_INS}\n${script}\n} 2>&1`;
  const output = execFileSync('bash', ['-euo', 'pipefail', '-c', whole], { encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\0').slice(0, -1));
}

test('the URL has nothing in it that Helm, a shell or YAML would split or end', () => {
  expect(url).toMatch(/^https:\/\/values\.example\.com:8443\/values-large\.yaml\?v=1&/);
  expect(url).not.toMatch(/[,'"\s`$\\;!]/);
  expect(url).toContain('broker-1%3A9092%2Cbroker-2%3A9092');
});

test('without answers the URL has no query', () => {
  expect(overlayUrl(ORIGIN, '')).toBe(`${ORIGIN}/values-large.yaml`);
});

test('ids are unique and titles are there', () => {
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
  for (const { title, text } of shown) {
    expect(title).not.toBe('');
    expect(text).toBe(text.trim());
  }
});

describe('pasted into a shell', () => {
  const chart = ['kaireon', './helm', '-n', 'kaireon'];
  const files = ['-f', 'helm/values.yaml', '-f', 'helm/values-large.yaml', '-f', url];

  test.each([
    ['helm-upgrade', [['helm', 'upgrade', '--install', ...chart, '--create-namespace', ...files]]],
    ['helm-template', [['helm', 'template', ...chart, ...files]]],
    ['helm-diff', [['helm', 'diff', 'upgrade', '--install', ...chart, ...files]]],
    ['curl', [['curl', '-fsSLo', 'values-large.yaml', url]]],
  ])('%s calls the tool with the URL in one piece', (id, calls) => {
    expect(run(textOf(id))).toEqual(calls);
  });

  test('flux-values fetches the file and applies it as a ConfigMap', () => {
    expect(run(textOf('flux-values'))).toEqual([
      ['curl', '-fsSLo', 'values-large.yaml', url],
      ['kubectl', '-n', 'kaireon', 'create', 'configmap', 'kaireon-values-large'].concat([
        '--from-file=values.yaml=values-large.yaml',
        '--dry-run=client',
        '-o',
        'yaml',
      ]),
      ['kubectl', 'apply', '-f', '-'],
    ]);
  });

  test('flux-values applies nothing when the file cannot be fetched', () => {
    const failing = `curl() { return 22; }\n${textOf('flux-values')} || true`;
    expect(run(failing)).toEqual([]);
  });

  test('the upgrade is the one of the file’s head, with the URL in place of the file', () => {
    expect(textOf('helm-upgrade')).toBe(helmCommand('upgrade --install', `'${url}'`));
  });
});

describe('as manifests', () => {
  test('the Argo CD Application takes the URL as its last values file', () => {
    expect(load(textOf('argo-cd'))).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      spec: {
        source: { path: 'helm', helm: { valueFiles: ['values.yaml', 'values-large.yaml', url] } },
      },
    });
  });

  test('the Flux HelmRelease takes the ConfigMap that the line before makes', () => {
    const release = load(textOf('flux-release')) as {
      metadata: { namespace: string };
      spec: { valuesFrom: { kind: string; name: string; valuesKey: string }[] };
    };
    const [source] = release.spec.valuesFrom;
    expect(source).toEqual({
      kind: 'ConfigMap',
      name: 'kaireon-values-large',
      valuesKey: 'values.yaml',
    });
    expect(textOf('flux-values')).toContain(
      `-n ${release.metadata.namespace} create configmap ${source?.name}`,
    );
    expect(textOf('flux-values')).toContain(`--from-file=${source?.valuesKey}=`);
  });
});
