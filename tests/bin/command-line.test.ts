import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/registry';
import { makeFile } from '@/lib/outputs/output';
import { outputs, routes } from '@/lib/outputs/registry';
import { DEPLOYMENT, HPA, RENDER } from '../proof/manifests';
import { fileOf, readingOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();

/** The path of a file with that text. */
function file(name: string, text: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

const AFTER = file('after.yaml', RENDER);

async function run(...words: string[]) {
  const outcome = await runCommand(words, '1.2.3');
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
  expect((await run('prove', AFTER, '--befor', 'x')).errors).toContain('--before');
  expect((await run('make', '-o', 'repotr')).errors).toContain('report');
});

test.each([
  ['apiVersion: v2\nname: kaireon\nversion: 1.0.0\n', 'This is a Chart.yaml'],
  ['api: {replicas: 2}\n', 'This holds values and no object of Kubernetes.'],
  ['', 'This file is empty'],
])('prove says what %j is instead of a render', async (text, words) => {
  const { code, errors } = await run('prove', file('other-kind.yaml', text));
  expect([code, errors]).toEqual([2, expect.stringContaining(words)]);
});

test('prove ends with 1 where a key differs, and with 0 where none does', async () => {
  const overlay = file('l.yaml', fileOf());
  expect(await run('prove', overlay, AFTER)).toMatchObject({ code: 1, errors: '' });
  const hpa = file('hpa.yaml', HPA);
  expect(await run('prove', 'v=1&api.autoscaling.minReplicas=2', hpa)).toMatchObject({ code: 0 });
  const settled = expect.objectContaining({ id: 'zone-spread-selector', settled: true });
  expect(JSON.parse((await run('prove', AFTER, '--json')).output)).toMatchObject({
    counts: { differs: 2, nowhere: 0 },
    keys: { 'api.autoscaling.minReplicas': { state: 'differs', asked: 6, found: 2 } },
    limits: expect.arrayContaining([settled]),
  });
});

test('takes the workload that is chosen where several fit, and no other', async () => {
  const twin = DEPLOYMENT.replace('name: kaireon-api', 'name: kaireon-api-v2');
  const two = file('two.yaml', `${DEPLOYMENT}---\n${twin}`);
  const prove = (...words: string[]) => run('prove', two, ...words);
  expect((await prove()).output).toContain('  --workload api=Deployment/kaireon-api-v2\n');
  const chosen = await prove('--workload', 'api=Deployment/kaireon-api-v2', '--json');
  const { keys } = JSON.parse(chosen.output);
  expect(keys['api.resources.requests.cpu'].where).toMatch(/^Deployment\/kaireon-api-v2 /);
  for (const [choice, sentence] of [
    ['api=Deployment/none', 'Use one of Deployment/kaireon-api, Deployment/kaireon-api-v2.'],
    ['web=Deployment/kaireon-api', 'There is no tier web. Use one of api, '],
    ['api', 'such as api=Deployment/kaireon-api.'],
  ] as const) {
    const { code, errors } = await prove('--workload', choice);
    expect([code, errors]).toEqual([2, expect.stringContaining(sentence)]);
  }
});

test('a document that cannot be read ends with 2, and the rest is shown', async () => {
  const { code, output } = await run('prove', file('broken.yaml', `${HPA}---\na: [\n`));
  expect(code).toBe(2);
  expect(output).toContain('The document at line 9 cannot be read');
});

test('reads the answers of a file, and says where one cannot be read', async () => {
  const { output } = await run('probe', 'v=1&eventbus.backend=kinesis');
  const kinesis = file('kinesis.yaml', fileOf({ 'eventbus.backend': 'kinesis' }));
  expect((await run('probe', kinesis)).output).toBe(output);
  const open = file('open.yaml', 'a: 1\nb: [\n');
  expect((await run('prove', open, AFTER)).errors).toMatch(/open\.yaml: line 3: A/);
  expect((await run('prove', 'none.yaml', AFTER)).errors).toContain('none.yaml is no file');
  expect((await run('prove', folder)).errors).toBe(`${folder} cannot be read.\n`);
  expect(await run('prove', '-', '-')).toMatchObject({ code: 2, output: '' });
});

// Other marks and encodings of a file: lib/files/read-yaml.test.ts.
test('a render in UTF-16, with Helm’s warnings before it and no line end behind it, says the same', async () => {
  const text = `\uFEFFWARNING: Kubernetes configuration file is group-readable.\n${RENDER.trimEnd()}`;
  const other = file('other.yaml', Buffer.from(text, 'utf16le'));
  const [first, second] = [
    await run('prove', AFTER, '--json'),
    await run('prove', other, '--json'),
  ];
  expect(JSON.parse(second.output)).toEqual(JSON.parse(first.output));
});

test('prints no control character of any input, and nothing that a CI obeys', async () => {
  const evil = '\u001b[2J\u009b31m\u202e::error::x ##vso[task.setvariable]y';
  const hpa = HPA.replace('name: api', `name: ${JSON.stringify(evil)}`);
  const render = file('evil.yaml', `${hpa}---\n${DEPLOYMENT}`);
  const text = '"::add-mask::a": 1\n"##teamcity[x]": 2\n"\\u001b[2J": 3\n';
  const carried = file('carried.yaml', text);
  const outcomes = await Promise.all([
    run('prove', render),
    run('prove', render, '--json'),
    run('prove', carried, AFTER),
    run('prove', carried, AFTER, '--json'),
    run('make', `v=1&${evil}=1`),
    run(evil),
    run('prove', AFTER, '--workload', evil),
  ]);
  for (const { output, errors } of outcomes)
    expect(output + errors).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E]|^\s*::|##\w*\[/mu);
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
