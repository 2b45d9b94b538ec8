import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dump, loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { realHelm } from '@/scripts/helm.mjs';

const text = readFileSync('deploy/values-large.yaml', 'utf8');
const dockerfile = readFileSync('Dockerfile', 'utf8');

interface Manifest {
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever YAML holds; kubectl is what checks its shape
  readonly [field: string]: any;
}

const manifests = loadAll(text) as Manifest[]; // a list of Kubernetes objects
const find = (kind: string) => manifests.find((one) => one.kind === kind) as Manifest; // an absent one fails what reads it

/** Commands that make kubectl read an object into its own types without a server, which `create --dry-run` needs. */
const READING: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['set', 'env', '--local', 'READ=yes'],
  Service: ['set', 'selector', '--local', 'app.kubernetes.io/name=values-large'],
};

const helm = await realHelm();

test
  .skipIf(!helm.available)
  .each(manifests.filter(({ kind }) => kind in READING).map((one) => [one.kind, one] as const))(
  'kubectl knows each field of the %s',
  (kind, one) => {
    if (!helm.available) return;
    const printed = execFileSync(
      helm.kubectl.path,
      [...(READING[kind] ?? []), '-f', '-', '-o', 'json'],
      { input: dump(one), env: { ...process.env, KUBECONFIG: '/dev/null' }, encoding: 'utf8' },
    );
    // What kubectl does not know is gone from what it read.
    expect(JSON.parse(printed)).toMatchObject(one);
  },
);

test('the Service finds the pods, and the probes the server', () => {
  const { spec } = find('Deployment');
  expect(spec.template.metadata.labels).toMatchObject(find('Service').spec.selector);
  expect(spec.selector.matchLabels).toEqual(find('Service').spec.selector);
  const [container] = spec.template.spec.containers;
  const [port] = container.ports;
  expect(find('Service').spec.ports[0].targetPort).toBe(port.name);
  expect(dockerfile).toContain(`ENV PORT=${port.containerPort}\n`);
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
    expect(container[probe].httpGet).toEqual({ path: '/healthz', port: port.name });
  }
});

test('a drained node, a lost node and a full one take one replica at a time', () => {
  const selector = { matchLabels: find('Service').spec.selector };
  expect(find('PodDisruptionBudget').spec).toEqual({ maxUnavailable: 1, selector });
  const { spec } = find('Deployment').spec.template;
  const spread = { topologyKey: 'kubernetes.io/hostname', labelSelector: selector };
  expect(spec.topologySpreadConstraints).toMatchObject([spread]);
  expect(spec.containers).toMatchObject([{ resources: { requests: { memory: '320Mi' } } }]);
});

test('nothing is granted to the pods', () => {
  const { spec } = find('Deployment').spec.template;
  const { runAsUser, runAsGroup } = spec.securityContext;
  expect(dockerfile).toContain(`USER ${runAsUser}:${runAsGroup}\n`);
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(spec.containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(text).not.toMatch(/hostPath|hostNetwork|hostPID|secret:|emptyDir/);
});
