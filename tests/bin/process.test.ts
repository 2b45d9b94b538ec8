import { chmodSync, cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { probeOverlay } from '@/lib/proof/probe';
import { HPA } from '../proof/manifests';
import { fileOf, readingOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';

const project = fileURLToPath(new URL('../..', import.meta.url));
const command = path.join(project, 'bin/values-large.mjs');

/** What a shell ends with and prints. */
async function shell(line: string, COMMAND = command, user: { uid?: number } = {}) {
  const options = { ...user, env: { COMMAND }, reject: false, stripFinalNewline: false };
  const { exitCode, stdout, stderr } = await execa('sh', ['-c', line], options);
  return { code: exitCode, output: stdout, errors: stderr };
}

beforeAll(() => execa(process.execPath, [command, '--version']), 120_000);

test('a pipe that closes early is no error', async () => {
  const line = `{ node "$COMMAND" make --output bundle; echo "ended with $?" >&2; } | head -c 1 > /dev/null`;
  expect(await shell(line)).toEqual({ code: 0, output: '', errors: 'ended with 0\n' });
});

test('a link, a file or a render comes from standard input too', async () => {
  const given = { 'eventbus.backend': 'kinesis' };
  const link = await shell(`echo 'v=1&eventbus.backend=kinesis' | node "$COMMAND" make -`);
  expect(link).toEqual({ code: 0, output: fileOf(given), errors: '' });
  const file = await shell(
    `node "$COMMAND" make 'v=1&eventbus.backend=kinesis' | node "$COMMAND" probe -`,
  );
  expect(file.output).toBe(probeOverlay(catalog, readingOf(given)));
  const render = await shell(
    `printf '%s' '${HPA}' | node "$COMMAND" prove api.autoscaling.minReplicas=2 -`,
  );
  expect(render).toMatchObject({ code: 0, errors: '' });
});

test.runIf(existsSync('/dev/full'))('a full disk ends with 2, in a sentence', async () => {
  const { code, errors } = await shell(`node "$COMMAND" make > /dev/full`);
  expect([code, errors]).toEqual([2, 'The result cannot be written: the disk is full.\n']);
});

/** Who may not write: permissions do not hold for root, so as root somebody else. */
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65_534 } : {};

test.runIf(process.getuid)(
  'a folder without write permission ends with 2, in a sentence',
  async () => {
    const copy = temporaryFolder();
    for (const name of ['bin', 'lib', 'scripts', 'package.json', 'tsconfig.json']) {
      const filter = (file: string) => !file.endsWith('.bundle');
      cpSync(path.join(project, name), path.join(copy, name), { recursive: true, filter });
    }
    symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'));
    const folders = [copy, path.join(copy, 'bin')];
    for (const folder of folders) chmodSync(folder, 0o555);
    const { code, errors } = await shell(
      'node "$COMMAND" make',
      path.join(copy, 'bin/values-large.mjs'),
      nobody,
    );
    for (const folder of folders) chmodSync(folder, 0o755);
    expect(errors).toMatch(
      /^values-large is built in its own folder bin\/\.bundle .*permission to write there\.\n$/,
    );
    expect(code).toBe(2);
  },
);
