import { describe, expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import { probeOverlay } from '@/lib/proof/probe-overlay';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { recognise } from '@/lib/proof/recognise';
import { readAnswers } from '@/lib/reading/reading';
import { fileOf, readingOf } from '../support/reading';
import { DEPLOYMENT, HPA, RENDER, SECRET } from './manifests';

const names = askedNames(catalog);
const read = (text: string) => readManifests(text, names);

describe('reading manifests', () => {
  test('a broken document costs only itself, and is named by its line', () => {
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
});

describe('a render alone', () => {
  const reading = readingOf();
  const proof = prove(catalog, reading, { after: read(RENDER) });

  test('says what is there and what differs, quantities as numbers', () => {
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
    const proved = readAnswers(catalog, completeAnswers(catalog, {}), { evidence: proof.limits });
    expect(textOf(proved.lines)).not.toContain('zone-spread-selector');
    expect(textOf(proved.lines)).toContain('[caution] cron-count: The render has no CronJob.');
    expect(proved.settled.map(({ id }) => id).sort()).toEqual([
      'worker-double-consume',
      'zone-spread-selector',
    ]);
    expect(proved.link).toBe('');
  });

  test('offers the labels that a selector can hold, until the answer names labels of those pods', () => {
    const offers = (given: Record<string, string>) =>
      prove(catalog, readingOf(given), { after: read(RENDER) }).offers;
    expect(offers({})).toEqual({ 'plan.apiPodLabels': 'app=api' });
    expect(offers({ 'plan.apiPodLabels': 'app=other' })).toEqual({
      'plan.apiPodLabels': 'app=api',
    });
    expect(offers({ 'plan.apiPodLabels': 'app=api' })).toEqual({});
    expect(offers({ 'plan.apiZoneSpread': 'off' })).toEqual({}); // not asked
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
  expect(recognise(keys, read(HPA), 'after.yaml')).toBe('after');
  expect(recognise(keys, read(HPA), 'hereafter.yaml')).toBe('before');
  expect(recognise(keys, read(asConfig(probeOverlay(catalog, reading))), 'after.yaml')).toBe(
    'traced',
  );
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

  test('takes the workload that is chosen where several fit, and no other', () => {
    const twin = DEPLOYMENT.replace('name: kaireon-api', 'name: kaireon-api-v2');
    files['two.yaml'] = `${DEPLOYMENT}---\n${twin}`;
    const prove = (...words: string[]) => run('prove', 'two.yaml', ...words);
    expect(prove().output).toContain('  --workload api=Deployment/kaireon-api-v2\n');
    const chosen = JSON.parse(
      prove('--workload', 'api=Deployment/kaireon-api-v2', '--json').output,
    );
    expect(chosen.keys['api.resources.requests.cpu'].where).toMatch(/^Deployment\/kaireon-api-v2 /);
    const wrong: [string, string][] = [
      ['api=Deployment/none', 'Use one of Deployment/kaireon-api, Deployment/kaireon-api-v2.'],
      ['web=Deployment/kaireon-api', 'There is no tier web. Use one of api, '],
      ['api', 'such as api=Deployment/kaireon-api.'],
    ];
    for (const [choice, sentence] of wrong) {
      expect(prove('--workload', choice)).toMatchObject({ code: 2, output: '' });
      expect(prove('--workload', choice).errors).toContain(sentence);
    }
    expect(run('make', '--workload', 'api=Deployment/x').code).toBe(2);
  });

  test('a document that cannot be read ends with 2, and the rest is shown', () => {
    files['broken.yaml'] = `${HPA}---\na: [\n`;
    const { code, output } = run('prove', 'broken.yaml');
    expect(code).toBe(2);
    expect(output).toContain('The document at line 9 cannot be read');
  });

  test('reads a link or a file from standard input too', () => {
    const link = 'v=1&eventbus.backend=kinesis';
    files['-'] = link;
    expect(run('make', '-').output).toBe(fileOf({ 'eventbus.backend': 'kinesis' }));
    expect(run('probe', '-').output).toBe(run('probe', link).output);
    files['kinesis.yaml'] = fileOf({ 'eventbus.backend': 'kinesis' });
    expect(run('probe', 'kinesis.yaml').output).toBe(run('probe', link).output);
    files['-'] = fileOf({ 'api.autoscaling.minReplicas': '2' });
    expect(run('prove', '-', 'after.yaml', '--json').output).toContain('"asked": 2');
    expect(run('prove', 'none.yaml', 'after.yaml').errors).toContain('none.yaml is no file');
    expect(run('prove', '-', '-')).toMatchObject({ code: 2, output: '' });
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
