import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dump, loadAll } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
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

describe.skipIf(!helm.available)('kubectl', () => {
  let kubectl = '';
  beforeAll(() => {
    if (helm.available) kubectl = helm.kubectl.path;
  });

  const read = (manifest: Manifest): unknown =>
    JSON.parse(
      execFileSync(kubectl, [...(READING[manifest.kind] ?? []), '-f', '-', '-o', 'json'], {
        input: dump(manifest),
        env: { ...process.env, KUBECONFIG: '/dev/null' },
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
    );

  it.each(manifests.filter(({ kind }) => kind in READING).map((one) => [one.kind, one] as const))(
    'knows each field of the %s',
    (_, one) => {
      // What kubectl does not know is gone from what it read.
      expect(read(one)).toMatchObject(one);
    },
  );
});

it('the Service finds the pods, and the probes the server', () => {
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

it('a drained node, a lost node and a full one take one replica at a time', () => {
  const { spec } = find('Deployment');
  const selector = { matchLabels: find('Service').spec.selector };
  expect(find('PodDisruptionBudget').spec).toEqual({ maxUnavailable: 1, selector });
  expect(spec.template.spec.topologySpreadConstraints[0]).toMatchObject({
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: selector,
  });
  expect(spec.template.spec.containers[0].resources.requests.memory).toBe('320Mi');
});

it('nothing is granted to the pods', () => {
  const { spec } = find('Deployment').spec.template;
  expect(spec.automountServiceAccountToken).toBe(false);
  expect(spec.securityContext).toMatchObject({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(dockerfile).toContain(
    `USER ${spec.securityContext.runAsUser}:${spec.securityContext.runAsGroup}\n`,
  );
  expect(spec.containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(text).not.toMatch(/hostPath|hostNetwork|hostPID|secret:|emptyDir/);
});
