import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { helmCommand } from '@/lib/domain/helm-command';
import { type Given, readingOf } from '@/tests/support/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { makeFile, type Output } from '../output';
import { outputs, routes } from '../registry';
import { BUNDLE_FOLDER, bundle, bundleFiles } from './bundle';

const material = (given: Given = {}, of: readonly Output[] = outputs) => ({
  catalog,
  reading: readingOf(given),
  outputs: of,
});

/** Names that must stay. */
const NAMES =
  'values-large.yaml values-large.json values-large.schema.json PREFLIGHT.md preflight.sh recommend.k6.js topology.svg openapi.json llms.txt README.md'.split(
    ' ',
  );

afterEach(() => vi.unstubAllEnvs());

it('holds what each route sends, byte for byte, in one order', async () => {
  const one = material({ 'eventbus.backend': 'kinesis', 'plan.peakRps': '5000' });
  const files = unzipSync(await bundle(one));
  const names = Object.keys(files).map((name) => name.replace('kaireon-values-large/', ''));
  expect(names.filter((name) => NAMES.includes(name))).toEqual(NAMES);
  const routed = routes.filter(({ file }) => NAMES.includes(file.name));
  expect(routed.length).toBeGreaterThanOrEqual(3);
  for (const { file } of routed) {
    const packed = files[`kaireon-values-large/${file.name}`] ?? new Uint8Array();
    expect(strFromU8(packed), file.name).toBe(await makeFile(file, one));
  }
});

it('holds an output that is registered later, and names it in its README', async () => {
  const about = 'a file that only this test knows';
  const load = async () => () => 'added\n';
  const file = { name: 'added.txt', about, contentType: 'text/plain', hasRoute: false, load };
  const added: Output = { name: 'added', title: 'Added', file };
  const files = await bundleFiles(material({}, [...outputs, added]));
  expect(files['added.txt']).toBe('added\n');
  expect(files['README.md']).toContain(`| \`added.txt\` | ${about} |`);
});

it('is the same for the same answers in every time zone', async () => {
  const made = new Set<string>();
  for (const name of ['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Asia/Kathmandu']) {
    vi.stubEnv('TZ', name);
    made.add(Buffer.from(await bundle(material())).toString('base64'));
  }
  expect(made.size).toBe(1);
});

it('says for which answers it is, and holds only text in UTF-8 with LF, one newline at its end, and no space before it', async () => {
  const given = { 'eventbus.backend': 'kinesis', 'plan.peakRps': '5000' };
  const files = await bundleFiles(material(given));
  expect(files['README.md']).toContain(`\nAnswers: \`${material(given).reading.link}\`\n`);
  expect(files['README.md']).toContain(`\n${helmCommand('upgrade --install')}\n`);
  for (const [name, body] of Object.entries(files)) {
    const text = String(body);
    expect(text, name).toMatch(/[^\n]\n$/);
    expect(text, name).not.toMatch(/[\r\0]| $/);
    expect(text, name).toBe(Buffer.from(text, 'utf8').toString('utf8'));
  }
});

it.runIf(spawnSync('unzip', ['-v']).status === 0)(
  'is an archive that unzip unpacks into readable files with the same bytes',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'bundle.zip'), await bundle(material()));
    const run = (...words: string[]) =>
      execFileSync('unzip', words, { cwd: folder, encoding: 'utf8' });
    expect(run('-t', 'bundle.zip')).toContain('No errors detected');
    run('-q', 'bundle.zip');
    for (const [name, text] of Object.entries(await bundleFiles(material()))) {
      expect(readFileSync(path.join(folder, BUNDLE_FOLDER, name), 'utf8'), name).toBe(text);
      expect(statSync(path.join(folder, BUNDLE_FOLDER, name)).mode & 0o444, name).toBe(0o444);
    }
  },
);
