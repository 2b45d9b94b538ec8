import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { resources } from '@/server/resources';
import { bundle, bundleFiles } from './bundle';
import { zip } from './zip';

const reading = (given: Record<string, string> = {}) =>
  readAnswers(catalog, completeAnswers(catalog, given));

const NAMES = [
  'values-large.yaml',
  'values-large.json',
  'values-large.schema.json',
  'PREFLIGHT.md',
  'recommend.k6.js',
  'topology.svg',
  'README.md',
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('bundle', () => {
  it('holds every file, in one order', () => {
    const files = unzipSync(bundle(catalog, reading()));
    expect(Object.keys(files)).toEqual(NAMES);
  });

  it('holds what each route sends, byte for byte', () => {
    const one = reading({ 'eventbus.backend': 'kinesis', 'plan.peakRps': '5000' });
    const files = unzipSync(bundle(catalog, one));
    const routed = Object.values(resources).filter(({ fileName }) => NAMES.includes(fileName));
    expect(routed.length).toBeGreaterThanOrEqual(3);
    for (const { fileName, body } of routed) {
      expect(strFromU8(files[fileName] ?? new Uint8Array()), fileName).toBe(body(catalog, one));
    }
  });

  it('is the same for the same answers, and another for others', () => {
    expect(bundle(catalog, reading())).toEqual(bundle(catalog, reading()));
    expect(bundle(catalog, reading())).not.toEqual(
      bundle(catalog, reading({ 'redis.cluster': 'false' })),
    );
  });

  it('is the same in every time zone', () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Asia/Kathmandu'];
    const made = zones.map((name) => {
      process.env.TZ = name;
      return Buffer.from(bundle(catalog, reading())).toString('base64');
    });
    expect(new Set(made).size).toBe(1);
  });

  it('holds only text in UTF-8 with LF and one newline at its end', () => {
    for (const [name, text] of Object.entries(bundleFiles(catalog, reading()))) {
      expect(text, name).toMatch(/[^\n]\n$/);
      expect(text, name).not.toContain('\r');
      expect(text, name).toBe(Buffer.from(text, 'utf8').toString('utf8'));
    }
  });
});

describe('its README', () => {
  it('names every other file', () => {
    const text = bundleFiles(catalog, reading())['README.md'] ?? '';
    for (const name of NAMES.filter((one) => one !== 'README.md'))
      expect(text).toContain(`\`${name}\``);
  });

  it('says for which answers it is and shows the documented command', () => {
    const text = bundleFiles(catalog, reading({ 'redis.cluster': 'false' }))['README.md'];
    expect(text).toContain('\nAnswers: `v=1&redis.cluster=false`\n');
    expect(text).toContain(
      '\nhelm upgrade --install kaireon ./helm -f helm/values.yaml -f helm/values-large.yaml\n',
    );
  });
});

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

describe.runIf(hasUnzip)('unzip', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
    writeFileSync(path.join(folder, 'bundle.zip'), bundle(catalog, reading()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('accepts the archive and unpacks readable files with the same bytes', () => {
    const run = (...words: string[]) =>
      execFileSync('unzip', words, { cwd: folder, encoding: 'utf8' });
    expect(run('-t', 'bundle.zip')).toContain('No errors detected');
    run('-q', 'bundle.zip');
    for (const [name, text] of Object.entries(bundleFiles(catalog, reading()))) {
      expect(readFileSync(path.join(folder, name), 'utf8'), name).toBe(text);
      expect(statSync(path.join(folder, name)).mode & 0o444, name).toBe(0o444);
    }
  });
});

describe('zip', () => {
  it('keeps any text', () => {
    const files = { 'a.txt': '', 'b.txt': 'é 数 😀\n' };
    const read = unzipSync(zip(files));
    expect(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
      Object.entries(files),
    );
  });
});
