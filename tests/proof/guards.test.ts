import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { readingOf } from '../support/reading';

const names = askedNames(catalog);
const reading = readingOf();

/** What some renders, as text, say of one key. */
function verdict(key: string, texts: { before?: string; after: string; traced?: string }) {
  const renders = Object.entries(texts).map(([role, text]) => [role, readManifests(text, names)]);
  return prove(catalog, reading, Object.fromEntries(renders)).keys[key];
}

const MAX = 'api.autoscaling.maxReplicas';
const MEMORY = 'worker.resources.limits.memory';

const workload = (tier: string, more = '', env = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: kaireon-${tier}
  labels: { component: ${tier} }
${more}spec:
  template:
    spec:
      containers:
        - name: ${tier}
${env}`;
const hpa = (most: number, more = '') => `---
kind: HorizontalPodAutoscaler
metadata:
  name: api
${more}spec:
  scaleTargetRef: { kind: Deployment, name: kaireon-api }
  minReplicas: 6
  maxReplicas: ${most}
`;

describe('a file that ends in the middle of a document', () => {
  const whole = workload('api') + hpa(50);

  test('says the same or that it cannot be verdicts, wherever it ends', () => {
    expect(verdict(MAX, { after: whole })).toMatchObject({ state: 'present', found: 50 });
    const verdicts = Array.from({ length: whole.length }, (_, at) => {
      const one = verdict(MAX, { after: whole.slice(0, at) });
      return `${one?.state} ${one?.found}`;
    });
    expect(verdicts.pop()).toBe('present 50'); // only the line break is missing
    expect([...new Set(verdicts)]).toEqual(['unknown undefined']);
  });

  test('says nothing of a number whose last digit may be missing', () => {
    const cut = whole.slice(0, -2); // `maxReplicas: 5` was 50
    expect(cut).toMatch(/maxReplicas: 5$/);
    expect(verdict(MAX, { after: cut })?.state).toBe('unknown');
    expect(verdict(MAX, { after: `${cut}\n` })).toMatchObject({ state: 'differs', found: 5 });
  });
});

describe('what a cluster adds configures nothing', () => {
  const PLACES = {
    status: (value: string) => `status: { desiredReplicas: ${value} }\n`,
    managedFields: (value: string) => `  managedFields: [{ manager: "${value}" }]\n`,
    'last-applied': (value: string) =>
      `  annotations: { kubectl.kubernetes.io/last-applied-configuration: "${value}" }\n`,
  };
  const live = (place: keyof typeof PLACES, value: string, most = 20) => {
    const added = PLACES[place](value);
    const inMetadata = place === 'status' ? '' : added;
    const status = place === 'status' ? added : 'status: {}\n';
    return `${workload('api')}${hpa(most, inMetadata)}${status}`;
  };

  test.each(Object.keys(PLACES) as (keyof typeof PLACES)[])(
    '%s: objects that differ in nothing else are the same',
    (place) => {
      const [before, after] = [live(place, '4'), live(place, '5')];
      expect(verdict(MAX, { before, after })).toMatchObject({ state: 'nowhere', found: 20 });
    },
  );

  test.each(Object.keys(PLACES) as (keyof typeof PLACES)[])(
    '%s: a probe’s value there is not the key’s',
    (place) => {
      const probe = askedKeys(catalog, reading).find(({ path }) => path === MAX)?.probe;
      const [after, traced] = [live(place, '4'), live(place, String(probe))];
      expect(probe).toBeGreaterThan(400);
      expect(verdict(MAX, { after, traced })).toMatchObject({ state: 'nowhere', found: 20 });
    },
  );
});

describe('a value that a chart works on', () => {
  const heap = (size: string) =>
    workload('worker', '', `          args: ["-Xmx${size}"]\n          env: []\n`);

  test('is used where something changes with the probe, and the probe’s value stands nowhere', () => {
    const one = verdict(MEMORY, { after: heap('6g'), traced: heap('11g') });
    expect(one?.state).toBe('unknown');
    expect(one?.reason).toContain(
      'Deployment/kaireon-worker spec.template.spec.containers[0].args[0] changed to something else',
    );
  });

  test('is nowhere where nothing changes with the probe, or only a checksum does', () => {
    expect(verdict(MEMORY, { after: heap('6g'), traced: heap('6g') })?.state).toBe('nowhere');
    const sum = (text: string) =>
      heap('6g').replace(
        '  template:\n',
        `  template:\n    metadata: { annotations: { checksum/config: ${text} } }\n`,
      );
    expect(verdict(MEMORY, { after: sum('a1'), traced: sum('b2') })?.state).toBe('nowhere');
  });
});
