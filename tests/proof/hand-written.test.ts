import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { podLabelsOf } from '@/lib/proof/pod-labels';
import { probeOverlay } from '@/lib/proof/probe-overlay';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { recognise } from '@/lib/proof/recognise';
import { readAnswers } from '@/lib/reading/reading';
import { fileOf, readingOf } from '../support/reading';

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: kaireon-api
  labels: { component: api }
spec:
  replicas: 2
  template:
    metadata:
      labels: { app: api, pod-template-hash: abc }
    spec:
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: api } } }
      containers:
        - name: api
          env:
            - { name: WORKER_INPROCESS, value: "0" }
            - { name: PASSWORD, value: hunter2-in-the-clear }
            - { name: TWICE, value: "1" }
            - { name: TWICE, value: "2" }
          resources: { requests: { cpu: 2000m, memory: 4Gi }, limits: { cpu: 4, memory: 2Gi } }
        - name: logs
`;
const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec:
  scaleTargetRef: { kind: Deployment, name: kaireon-api }
  minReplicas: 2
  maxReplicas: 50
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`;
const OTHERS = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: api }
spec: { scaleTargetRef: { name: kaireon-api }, minReplicaCount: 2 }
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: lost }
spec: { scaleTargetRef: { name: nobody } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: one }
spec: { minAvailable: 100%, selector: { matchLabels: { app: api } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: two }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: api } } }
`;
const SECRET = `apiVersion: v1
kind: Secret
metadata: { name: kaireon }
stringData: { password: hunter2 }
`;
const RENDER = [DEPLOYMENT, HPA, OTHERS, SECRET].join('---\n');

describe('reading manifests', () => {
  test('a broken document costs only itself, and is told by its line', () => {
    const { objects, broken } = read(`${HPA}---\na: [\n---\n${DEPLOYMENT}`);
    expect(objects.map(({ kind }) => kind)).toEqual(['HorizontalPodAutoscaler', 'Deployment']);
    expect(broken.map(({ line }) => line)).toEqual([9]);
  });

  test('Secrets and values that nobody asks for are kept nowhere', () => {
    const forms = [RENDER, `kind: List\nitems:\n- ${SECRET.trimEnd().replaceAll('\n', '\n  ')}\n`];
    for (const text of [
      ...forms,
      JSON.stringify({ kind: 'Secret', metadata: { name: 'hunter2' } }),
    ]) {
      const render = read(text);
      expect(render.secrets).toBe(1);
      expect(JSON.stringify(render)).not.toContain('hunter2');
    }
  });

  test.each([
    ['a\0b', 'This is a binary file.'],
    [
      `Error: execution error at (x/templates/y.yaml:1:4): no\n`,
      'This is an error message of Helm',
    ],
    ['x'.repeat(20_000_001), 'This file has 20,000,001 bytes'],
  ])('file %# that holds no manifests is refused in a sentence', (text, sentence) => {
    expect(read(text).objects).toEqual([]);
    expect(read(text).remarks[0]).toContain(sentence);
  });

  test('aliases that unfold into a tree without end are bounded', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`,
    );
    const bomb = `kind: ConfigMap\nmetadata: { name: bomb }\nl0: &l0 [x, x]\n${levels.join('\n')}\n`;
    expect(read(bomb).objects.length + read(bomb).broken.length).toBe(1);
  });

  test('mutated files throw nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(RENDER.length),
            fc.nat(40),
            fc.string({ unit: 'grapheme' }),
            fc.boolean(),
          ),
        ),
        (edits) => {
          let text = RENDER;
          for (const [at, length, insert, isYaml] of edits) {
            const piece = isYaml
              ? (['&a ', '*a ', '- ', '? ', '{', '\n---\n', '<<: ', '!!x '][at % 8] ?? '')
              : insert;
            text = text.slice(0, at) + piece + text.slice(at + length);
          }
          const reading = readingOf();
          const render = read(text);
          prove(catalog, reading, { before: render, after: render, traced: render });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a render alone', () => {
  const reading = readingOf();
  const proof = prove(catalog, reading, { after: read(RENDER) });

  test('tells what is there and what differs, quantities as numbers', () => {
    expect(proof.keys['api.resources.requests.cpu']).toMatchObject({
      state: 'present',
      found: '2000m',
    });
    expect(proof.keys['api.resources.limits.memory']).toMatchObject({
      state: 'differs',
      found: '2Gi',
    });
    expect(proof.keys['api.autoscaling.minReplicas']).toMatchObject({
      state: 'differs',
      asked: 6,
      found: 2,
      where: 'HorizontalPodAutoscaler/api spec.minReplicas',
    });
    expect(proof.keys['worker.resources.limits.memory']?.state).toBe('unknown');
  });

  test('has one verdict for every leaf of the file', () => {
    expect(Object.keys(proof.keys)).toEqual(reading.written.map(({ path }) => path));
  });

  test('shows what is wrong by itself', () => {
    const ids = proof.findings.map(({ id, where }) => `${id} ${where}`).sort();
    expect(ids).toEqual([
      'budget-blocks-drains Deployment/kaireon-api',
      'duplicate-env Deployment/kaireon-api',
      'hpa-without-request Deployment/kaireon-api',
      'scaled-and-fixed Deployment/kaireon-api',
      'scaler-without-target ScaledObject/lost',
      'two-budgets Deployment/kaireon-api',
      'two-scalers Deployment/kaireon-api',
    ]);
  });

  test('settles limits, which then leave the file and stay out of the link', () => {
    const effects = Object.fromEntries(proof.limits.map(({ id, effect }) => [id, effect]));
    expect(effects).toMatchObject({
      'zone-spread-selector': 'settled',
      'worker-double-consume': 'settled',
      'cron-count': 'worse',
    });
    const told = readAnswers(catalog, completeAnswers(catalog, {}), { evidence: proof.limits });
    expect(textOf(told.lines)).not.toContain('zone-spread-selector');
    expect(textOf(told.lines)).toContain('[caution] cron-count: The render has no CronJob.');
    expect(told.settled.map(({ id }) => id).sort()).toEqual([
      'worker-double-consume',
      'zone-spread-selector',
    ]);
    expect(told.link).toBe('');
  });

  test('gives the labels that a selector can hold', () => {
    expect(podLabelsOf(catalog, 'api', read(RENDER))).toBe('app=api');
  });

  test('asks where several workloads fit, and takes the one that is chosen', () => {
    const two = `${DEPLOYMENT}---\n${DEPLOYMENT.replace('name: kaireon-api', 'name: kaireon-api-v2')}`;
    const open = prove(catalog, reading, { after: read(two) });
    expect(open.keys['api.resources.requests.cpu']?.state).toBe('unknown');
    const fits = open.tiers.find(({ tier }) => tier === 'api')?.fits ?? [];
    expect(fits).toEqual(['Deployment/kaireon-api', 'Deployment/kaireon-api-v2']);
    const chosen = { api: 'Deployment/kaireon-api-v2' };
    const closed = prove(catalog, reading, { after: read(two), chosen });
    expect(closed.keys['api.resources.requests.cpu']?.where).toMatch(
      /^Deployment\/kaireon-api-v2 /,
    );
  });
});

test('a probe gives each key a value of its own, the same whatever is answered', () => {
  const probes = (given: Record<string, string>) =>
    askedKeys(catalog, readingOf(given)).flatMap(({ path, probe }) =>
      probe === undefined ? [] : [[path, String(probe)] as const],
    );
  const all = probes({ 'stream.enabled': 'true', 'mcp.dedicated': 'true', 'kafka.brokers': 'b:1' });
  expect(new Set(all.map(([, probe]) => probe)).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(probes({ 'api.autoscaling.minReplicas': '9' })));
  const value = new Map(all);
  const number = (path: string) => Number(value.get(path)?.replace(/\D+$/, ''));
  expect(number('api.autoscaling.minReplicas')).toBeLessThan(number('api.autoscaling.maxReplicas'));
  expect(number('api.resources.requests.cpu')).toBeLessThan(number('api.resources.limits.cpu'));
  expect(number('outboxPublisher.podDisruptionBudget.minAvailable')).toBeLessThan(
    number('outboxPublisher.replicaCount'),
  );
});

test('every key of the file says where it shows', () => {
  expect(catalog.keys.filter(({ shows }) => !shows).map(({ path }) => path)).toEqual([]);
});

test('a render is recognised by what it holds', () => {
  const reading = readingOf();
  const keys = askedKeys(catalog, reading);
  const asConfig = (text: string) =>
    `kind: ConfigMap\nmetadata: { name: all }\ndata:\n${text.replace(/^/gm, '  ')}\n`;
  expect(recognise(keys, read(asConfig(probeOverlay(catalog, reading))))).toBe('traced');
  expect(recognise(keys, read(asConfig(fileOf())))).toBe('after');
  expect(recognise(keys, read(HPA))).toBe('before');
});

describe('the command line', () => {
  const files: Record<string, string> = { 'after.yaml': RENDER, 'l.yaml': fileOf(), '-': HPA };
  const run = (...words: string[]) =>
    runCommand(words, {
      exists: (file) => Object.hasOwn(files, file),
      read(file) {
        const text = files[file];
        if (text === undefined) throw new Error(`${file} cannot be read.`);
        return text;
      },
    });

  test('make prints the very file', () => {
    const link = 'v=1&eventbus.backend=kinesis';
    expect(run('make')).toEqual({ code: 0, output: fileOf(), errors: '' });
    expect(run('make', link).output).toBe(fileOf({ 'eventbus.backend': 'kinesis' }));
    expect(run('make', `http://localhost:3000/#${link}`).output).toBe(run('make', link).output);
  });

  test('every fault ends with 2 and prints no file', () => {
    const { code, output, errors } = run('make', 'v=1&eventbus.backend=pigeon&strange=1');
    expect([code, output]).toEqual([2, '']);
    expect(
      errors
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['eventbus.backend', 'strange']);
    for (const words of [
      ['prove'],
      ['prove', 'none.yaml'],
      ['fly'],
      ['make', '--json'],
      ['prove', '--x', 'a'],
    ]) {
      expect(run(...words)).toMatchObject({ code: 2, output: '' });
    }
  });

  test('prove ends with 1 where a key differs, and with 0 where none does', () => {
    expect(run('prove', 'l.yaml', 'after.yaml')).toMatchObject({ code: 1, errors: '' });
    expect(run('prove', 'v=1&api.autoscaling.minReplicas=2', '-')).toMatchObject({ code: 0 });
    const json: unknown = JSON.parse(run('prove', 'after.yaml', '--json').output);
    expect(json).toMatchObject({
      counts: { differs: 2, nowhere: 0 },
      keys: { 'api.autoscaling.minReplicas': { state: 'differs', asked: 6, found: 2 } },
      limits: expect.arrayContaining([
        expect.objectContaining({ id: 'zone-spread-selector', settled: true }),
      ]),
    });
  });

  test('says how it is used', () => {
    for (const words of [[], ['--help'], ['help']]) {
      expect(run(...words)).toMatchObject({
        code: 0,
        output: expect.stringContaining('make [link]'),
      });
    }
  });
});
