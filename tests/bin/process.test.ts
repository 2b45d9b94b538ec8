import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../bin/values-large.mjs', import.meta.url));

/** What a shell ends with, and standard error. */
const shell = (line: string) =>
  new Promise<{ code: number | null; errors: string }>((resolve) => {
    const child = spawn('sh', ['-c', line], { env: { ...process.env, COMMAND: command } });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.on('close', (code) => resolve({ code, errors }));
  });

beforeAll(
  () => new Promise((resolve) => execFile(process.execPath, [command, '--version'], resolve)),
  120_000,
);

test('a pipe that closes early is no error', async () => {
  const line = `{ node "$COMMAND" make --output bundle; echo "ended with $?" >&2; } | head -c 1 > /dev/null`;
  expect(await shell(line)).toEqual({ code: 0, errors: 'ended with 0\n' });
});

test.runIf(existsSync('/dev/full'))('a full disk ends with 2, in a sentence', async () => {
  const { code, errors } = await shell(`node "$COMMAND" make > /dev/full`);
  expect([code, errors]).toEqual([2, 'The result cannot be written: the disk is full.\n']);
});
