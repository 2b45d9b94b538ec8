import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { makeFile, type Output } from '../output';
import { outputs, routes } from '../registry';
import { BUNDLE_FOLDER, bundle, bundleFiles } from './bundle';

const material = (given: Record<string, string> = {}, of: readonly Output[] = outputs) => ({
  catalog,
  reading: readAnswers(catalog, completeAnswers(catalog, given)),
  outputs: of,
});

/** Names that must stay. */
const NAMES = [
  'values-large.yaml',
  'values-large.json',
  'values-large.schema.json',
  'PREFLIGHT.md',
  'preflight.sh',
  'recommend.k6.js',
  'topology.svg',
  'openapi.json',
  'llms.txt',
  'README.md',
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('bundle', () => {
  it('holds every file, in one order', async () => {
    const files = unzipSync(await bundle(material()));
    const names = Object.keys(files).map((name) => name.replace(`${BUNDLE_FOLDER}/`, ''));
    expect(names.filter((name) => NAMES.includes(name))).toEqual(NAMES);
    expect(Object.keys(files).every((name) => name.startsWith('kaireon-values-large/'))).toBe(true);
  });

  it('holds what each route sends, byte for byte', async () => {
    const one = material({ 'eventbus.backend': 'kinesis', 'plan.peakRps': '5000' });
    const files = unzipSync(await bundle(one));
    const routed = routes.filter(({ file }) => NAMES.includes(file.name));
    expect(routed.length).toBeGreaterThanOrEqual(3);
    for (const { file } of routed) {
      const sent = await makeFile(file, one);
      expect(strFromU8(files[`${BUNDLE_FOLDER}/${file.name}`] ?? new Uint8Array()), file.name).toBe(
        sent,
      );
    }
  });

  it('holds an output that is registered later, and names it in its README', async () => {
    const added: Output = {
      name: 'added',
      title: 'Added',
      file: {
        name: 'added.txt',
        contentType: 'text/plain',
        about: 'a file that only this test knows',
        hasRoute: false,
        isBundled: true,
        load: async () => () => 'added\n',
      },
    };
    const files = await bundleFiles(material({}, [...outputs, added]));
    expect(files['added.txt']).toBe('added\n');
    expect(files['README.md']).toContain('| `added.txt` | a file that only this test knows |');
  });

  it('is the same for the same answers, and another for others', async () => {
    expect(await bundle(material())).toEqual(await bundle(material()));
    expect(await bundle(material())).not.toEqual(
      await bundle(material({ 'redis.cluster': 'false' })),
    );
  });

  it('is the same in every time zone', async () => {
    const made = new Set<string>();
    for (const name of ['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Asia/Kathmandu']) {
      process.env.TZ = name;
      made.add(Buffer.from(await bundle(material())).toString('base64'));
    }
    expect(made.size).toBe(1);
  });

  it('holds only text in UTF-8 with LF and one newline at its end', async () => {
    for (const [name, body] of Object.entries(await bundleFiles(material()))) {
      const text = String(body);
      expect(text, name).toMatch(/[^\n]\n$/);
      expect(text, name).not.toContain('\r');
      expect(text, name).toBe(Buffer.from(text, 'utf8').toString('utf8'));
    }
  });
});

describe('its README', () => {
  it('names every other file', async () => {
    const text = (await bundleFiles(material()))['README.md'] ?? '';
    for (const name of NAMES.filter((one) => one !== 'README.md'))
      expect(text).toContain(`\`${name}\``);
  });

  it('says for which answers it is and shows the documented command', async () => {
    const text = (await bundleFiles(material({ 'redis.cluster': 'false' })))['README.md'];
    expect(text).toContain('\nAnswers: `v=1&redis.cluster=false`\n');
    expect(text).toContain(
      '\nhelm upgrade --install kaireon ./helm -n kaireon --create-namespace -f helm/values.yaml -f helm/values-large.yaml -f values-large.yaml\n',
    );
  });
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

describe.runIf(hasUnzip)('unzip', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    writeFileSync(path.join(folder, 'bundle.zip'), await bundle(material()));
  });

  it('accepts the archive and unpacks readable files with the same bytes', async () => {
    const run = (...words: string[]) =>
      execFileSync('unzip', words, { cwd: folder, encoding: 'utf8' });
    expect(run('-t', 'bundle.zip')).toContain('No errors detected');
    run('-q', 'bundle.zip');
    for (const [name, text] of Object.entries(await bundleFiles(material()))) {
      expect(readFileSync(path.join(folder, BUNDLE_FOLDER, name), 'utf8'), name).toBe(text);
      expect(statSync(path.join(folder, BUNDLE_FOLDER, name)).mode & 0o444, name).toBe(0o444);
    }
  });
});
