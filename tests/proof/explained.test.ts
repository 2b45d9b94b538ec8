import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chartOnDisk, runCommand } from '@/bin/command-line';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { Reader } from '@/lib/domain/user-files';
import { askedNames } from '@/lib/proof/asked-keys';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { readAnswers } from '@/lib/reading/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { tgz } from '../support/archives';

/** A render that the overlay changes nothing in. */
const RENDER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: kaireon-api }
spec:
  template:
    spec:
      containers:
        - name: api
          resources: { requests: { cpu: 1 }, limits: { cpu: 4 } }
`;
const render = readManifests(RENDER, askedNames(catalog));
const NOWHERE =
  'The render with the overlay is the same as the one without it, in every object of this tier.';

function verdictWith(reader: Reader | undefined, key = 'api.resources.requests.cpu') {
  const templates = { count: 1, remarks: [], readers: reader ? { [key]: reader } : {} };
  const reading = readAnswers(catalog, completeAnswers(catalog, {}), { templates });
  const proof = prove(catalog, reading, { before: render, after: render });
  return { proof, verdict: proof.keys[key] };
}

const at = { file: 'templates/api.yaml', line: 12 };

test.each<[Reader | undefined, string, string]>([
  [undefined, 'nowhere', NOWHERE],
  [{ state: 'none' }, 'nowhere', `No reader seen in the templates. ${NOWHERE}`],
  [
    { state: 'perhaps', ...at },
    'nowhere',
    `Perhaps read (computed) in templates/api.yaml line 12. ${NOWHERE}`,
  ],
  [{ state: 'read', ...at }, 'conditional', `Read in templates/api.yaml line 12. ${NOWHERE}`],
  [
    { state: 'parent', ...at },
    'conditional',
    `Read by its parent in templates/api.yaml line 12. ${NOWHERE}`,
  ],
  [
    { state: 'read', file: 'templates/NOTES.txt', line: 3 },
    'nowhere',
    `Read in templates/NOTES.txt line 3. That is no manifest. ${NOWHERE}`,
  ],
])('a key that is nowhere, with the reader %j, is %s', (reader, state, reason) => {
  expect(verdictWith(reader).verdict).toMatchObject({ state, reason, found: 1 });
});

test('it counts as what it became, and no other state changes', () => {
  const { proof: without } = verdictWith(undefined);
  const { proof: as } = verdictWith({ state: 'read', ...at });
  expect(as.counts.nowhere).toBe(without.counts.nowhere - 1);
  expect(as.counts.conditional).toBe(without.counts.conditional + 1);
  const key = 'api.resources.limits.cpu';
  expect(verdictWith({ state: 'none' }, key).verdict).toEqual(verdictWith(undefined, key).verdict);
});

test('the leaves of a list have the list’s reader', () => {
  const { proof } = verdictWith({ state: 'none' }, 'api.topologySpreadConstraints');
  const key = 'api.topologySpreadConstraints[0].maxSkew';
  expect(proof.keys[key]?.reason).toMatch(/^No reader seen in the templates\. /);
});

describe('prove --chart', () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const archive = write(
    'chart.tgz',
    tgz([
      { name: 'one/Chart.yaml', text: 'name: one\n' },
      { name: 'one/templates/a.yaml', text: '\n{{ .Values.api.resources.requests.cpu }}' },
    ]),
  );
  const gated = fileURLToPath(new URL('./charts/gated', import.meta.url));
  const run = (chart: string, ...words: string[]) =>
    runCommand(['prove', 'after.yaml', '--before', 'before.yaml', '--chart', chart, ...words], {
      exists: () => false,
      read: () => RENDER,
      chart: chartOnDisk,
    });

  test.each([
    [archive, 'conditional', 'Read in templates/a.yaml line 2.'],
    [gated, 'nowhere', 'No reader seen in the templates.'],
  ])('takes a .tgz and a folder: %#', async (chart, state, words) => {
    const { code, output } = await run(chart, '--json');
    expect(code).toBe(1); // other keys are nowhere
    const { keys } = JSON.parse(output) as {
      keys: Record<string, { state: string; reason: string }>;
    };
    expect(keys['api.resources.requests.cpu']?.state).toBe(state);
    expect(keys['api.resources.requests.cpu']?.reason).toContain(words);
    expect((await run(chart)).output).toContain(words);
  });

  test('what is no chart ends with 2 and a sentence', async () => {
    symlinkSync('/etc/hostname', path.join(folder, 'link'));
    for (const [chart, words] of [
      [path.join(folder, 'none'), 'cannot be read.'],
      [write('plain.txt', 'x'), 'is no .tgz'],
      [folder, 'is a link'],
      [path.dirname(gated), 'charts in it'],
    ] as const) {
      expect(await run(chart)).toMatchObject({
        code: 2,
        output: '',
        errors: expect.stringContaining(words),
      });
    }
    expect(
      await runCommand(['make', '--chart', gated], {
        exists: () => false,
        read: String,
        chart: chartOnDisk,
      }),
    ).toMatchObject({
      code: 2,
      errors: expect.stringContaining('make takes no --chart.'),
    });
  });
});
