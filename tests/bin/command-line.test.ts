import { expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/catalog';
import { makeFile } from '@/lib/outputs/output';
import { outputs, routes } from '@/lib/outputs/registry';
import { DEPLOYMENT, HPA, RENDER } from '../proof/manifests';
import { fileOf, readingOf } from '../support/reading';

const files: Record<string, string | Uint8Array> = {
  'after.yaml': RENDER,
  'l.yaml': fileOf(),
  '-': HPA,
};
async function run(...words: string[]) {
  const outcome = await runCommand(words, {
    version: '1.2.3',
    exists: (file) => Object.hasOwn(files, file),
    read(file) {
      const bytes = files[file];
      if (bytes === undefined) throw new Error(`${file} cannot be read.`);
      return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    },
  });
  return { ...outcome, output: String(outcome.output) };
}

test('make prints the very file', async () => {
  const link = 'v=1&eventbus.backend=kinesis';
  expect(await run('make')).toEqual({ code: 0, output: fileOf(), errors: '' });
  const { output } = await run('make', link);
  expect(output).toBe(fileOf({ 'eventbus.backend': 'kinesis' }));
  const address = `http://localhost:3000/#${link}`;
  expect((await run('make', address)).output).toBe(output);
  const scanned = `https://scan.example/?url=${encodeURIComponent(address)}&data=05`;
  expect((await run('make', scanned)).output).toBe(output);
  expect(await run('make', `${link}&a=https://x.example/`)).toMatchObject({ code: 2, output: '' });
  expect((await run('make', fileOf())).errors.split('\n')[0]?.length).toBeLessThan(100);
});

test('make prints every other output that a route serves, by its name', async () => {
  for (const { name, file } of routes) {
    const made = await makeFile(file, { catalog, reading: readingOf(), outputs });
    expect(await run('make', '--output', name)).toMatchObject({ code: 0, output: String(made) });
  }
});

test('make --strict ends with 3 and names each caution until it is settled or accepted', async () => {
  const strict = await run('make', '--strict');
  expect(strict).toMatchObject({ code: 3, output: '' });
  const ids = readingOf()
    .limits.filter(({ severity }) => severity === 'caution')
    .map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(strict.errors).toContain(`${id}: `);
  const accepted = ids.map((id) => `accept.${id}=known`).join('&');
  expect(await run('make', `v=1&${accepted}`, '--strict')).toMatchObject({ code: 0, errors: '' });
});

test('every fault ends with 2 and prints no file', async () => {
  const { code, output, errors } = await run('make', 'v=1&eventbus.backend=pigeon&strange=1');
  expect([code, output]).toEqual([2, '']);
  const keys = errors.trim().split('\n');
  expect(keys.map((line) => line.split(':')[0]).sort()).toEqual(['eventbus.backend', 'strange']);
  for (const words of [['prove'], ['prove', 'none.yaml'], ['make', '--json'], ['make', 'a', 'b']]) {
    expect(await run(...words)).toMatchObject({ code: 2, output: '' });
  }
});

test('says what was likely meant', async () => {
  expect((await run('mkae')).errors).toContain('Did you mean make?');
  expect((await run('prove', 'after.yaml', '--befor', 'x')).errors).toContain('--before');
  expect((await run('make', '-o', 'repotr')).errors).toContain('report');
});

test.each([
  ['apiVersion: v2\nname: kaireon\nversion: 1.0.0\n', 'This is a Chart.yaml'],
  ['api: {replicas: 2}\n', 'This holds values and no object of Kubernetes.'],
  ['', 'This file is empty'],
])('prove says what %j is instead of a render', async (text, words) => {
  files['other-kind.yaml'] = text;
  const { code, errors } = await run('prove', 'other-kind.yaml');
  expect([code, errors]).toEqual([2, expect.stringContaining(words)]);
});

test('prove ends with 1 where a key differs, and with 0 where none does', async () => {
  expect(await run('prove', 'l.yaml', 'after.yaml')).toMatchObject({ code: 1, errors: '' });
  expect(await run('prove', 'v=1&api.autoscaling.minReplicas=2', '-')).toMatchObject({ code: 0 });
  const json: unknown = JSON.parse((await run('prove', 'after.yaml', '--json')).output);
  expect(json).toMatchObject({
    counts: { differs: 2, nowhere: 0 },
    keys: { 'api.autoscaling.minReplicas': { state: 'differs', asked: 6, found: 2 } },
    limits: expect.arrayContaining([
      expect.objectContaining({ id: 'zone-spread-selector', settled: true }),
    ]),
  });
});

test('takes the workload that is chosen where several fit, and no other', async () => {
  const twin = DEPLOYMENT.replace('name: kaireon-api', 'name: kaireon-api-v2');
  files['two.yaml'] = `${DEPLOYMENT}---\n${twin}`;
  const prove = (...words: string[]) => run('prove', 'two.yaml', ...words);
  expect((await prove()).output).toContain('  --workload api=Deployment/kaireon-api-v2\n');
  const chosen = await prove('--workload', 'api=Deployment/kaireon-api-v2', '--json');
  const { keys } = JSON.parse(chosen.output);
  expect(keys['api.resources.requests.cpu'].where).toMatch(/^Deployment\/kaireon-api-v2 /);
  const wrong: [string, string][] = [
    ['api=Deployment/none', 'Use one of Deployment/kaireon-api, Deployment/kaireon-api-v2.'],
    ['web=Deployment/kaireon-api', 'There is no tier web. Use one of api, '],
    ['api', 'such as api=Deployment/kaireon-api.'],
  ];
  for (const [choice, sentence] of wrong) {
    const { code, errors } = await prove('--workload', choice);
    expect([code, errors]).toEqual([2, expect.stringContaining(sentence)]);
  }
});

test('a document that cannot be read ends with 2, and the rest is shown', async () => {
  files['broken.yaml'] = `${HPA}---\na: [\n`;
  const { code, output } = await run('prove', 'broken.yaml');
  expect(code).toBe(2);
  expect(output).toContain('The document at line 9 cannot be read');
});

test('reads a link or a file from standard input too', async () => {
  const link = 'v=1&eventbus.backend=kinesis';
  files['-'] = link;
  expect((await run('make', '-')).output).toBe(fileOf({ 'eventbus.backend': 'kinesis' }));
  const { output } = await run('probe', link);
  expect((await run('probe', '-')).output).toBe(output);
  files['kinesis.yaml'] = fileOf({ 'eventbus.backend': 'kinesis' });
  expect((await run('probe', 'kinesis.yaml')).output).toBe(output);
  files['-'] = fileOf({ 'api.autoscaling.minReplicas': '2' });
  expect((await run('prove', '-', 'after.yaml', '--json')).output).toContain('"asked": 2');
  files['open.yaml'] = 'a: 1\nb: [\n';
  expect((await run('prove', 'open.yaml', 'after.yaml')).errors).toMatch(/^open\.yaml: line 3: A/);
  expect((await run('prove', 'none.yaml', 'after.yaml')).errors).toContain('none.yaml is no file');
  expect(await run('prove', '-', '-')).toMatchObject({ code: 2, output: '' });
});

test.each([
  ['without a line break at the end', RENDER.trimEnd()],
  ['with a byte order mark', `\uFEFF${RENDER}`],
  ['in UTF-16', new Uint8Array(Buffer.from(`\uFEFF${RENDER}`, 'utf16le'))],
  [
    'with Helm’s warnings before it',
    `WARNING: Kubernetes configuration file is group-readable. This is insecure.\n${RENDER}`,
  ],
])('a render %s says the same', async (_, text) => {
  files['other.yaml'] = text;
  const [one, other] = await Promise.all(
    ['after.yaml', 'other.yaml'].map((file) => run('prove', file, '--json')),
  );
  expect(JSON.parse(other?.output ?? '')).toEqual(JSON.parse(one?.output ?? ''));
});

test('prints no control character of any input, and nothing that a CI obeys', async () => {
  const evil = '\u001b[2J\u009b31m\u202e::error::x ##vso[task.setvariable]y';
  files['evil.yaml'] =
    `${HPA.replace('name: api', `name: ${JSON.stringify(evil)}`)}---\n${DEPLOYMENT}`;
  files['carried.yaml'] = `"::add-mask::a": 1\n"##teamcity[x]": 2\n"${'\\u001b'}[2J": 3\n`;
  const outcomes = await Promise.all([
    run('prove', 'evil.yaml'),
    run('prove', 'evil.yaml', '--json'),
    run('prove', 'carried.yaml', 'after.yaml'),
    run('prove', 'carried.yaml', 'after.yaml', '--json'),
    run('make', `v=1&${evil}=1`),
    run(evil),
    run('prove', 'after.yaml', '--workload', evil),
  ]);
  for (const { output, errors } of outcomes) {
    const text = output + errors;
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E]/u);
    expect(text).not.toMatch(/^\s*::|##\w*\[/m);
  }
  const { keys } = JSON.parse(outcomes[1]?.output ?? '');
  expect(keys['api.autoscaling.minReplicas'].where).toContain(evil);
});

test('says how it is used, of each command too, and its version', async () => {
  for (const words of [[], ['--help'], ['help']]) {
    const { code, output } = await run(...words);
    expect([code, output]).toEqual([0, expect.stringContaining('make [options] [link]')]);
  }
  expect((await run('help', 'prove')).output).toContain('--traced <file>');
  expect((await run('prove', '--help')).output).toContain('A proof takes three renders');
  expect(await run('--version')).toMatchObject({ code: 0, output: '1.2.3\n' });
});
