import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { Prerequisite } from '@/lib/domain/option';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import { readAnswers } from '@/lib/reading/reading';
import { expectedLink, expectedNames } from '@/tests/expected/expected-overlay.mjs';
import { type Given, openLink, readingOf } from '@/tests/support/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { outputs } from '../registry';
import { preflightScript } from './preflight-script';

const folder = temporaryFolder();
const scriptOf = (reading = readingOf(), of = catalog) =>
  preflightScript({ catalog: of, reading, outputs });

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;
const SHELLS = ['bash', 'dash', 'zsh'].filter(
  (shell) => spawnSync(shell, ['-c', ':']).status === 0,
);

/** The script of items that only this test knows, in place of the catalogue's. */
function scriptWith(
  ...items: (Pick<Prerequisite, 'verify' | 'judgedBy' | 'isByHand' | 'tools'> & { id: string })[]
) {
  const prerequisites = Object.fromEntries(
    items.map(({ id, ...item }) => [
      id,
      { ...item, text: `The ${id}. It matters.`, good: 'good looks so.' },
    ]),
  );
  return scriptOf(readingOf(), { ...catalog, options: [], prerequisites });
}

/** Runs a script with these fakes before the real programs, or with nothing else at all. */
function run(
  script: string,
  fakes: Record<string, string>,
  shell = 'dash',
  env: Record<string, string> = {},
) {
  const bin = path.join(folder, `bin-${Object.keys(fakes).join('-')}-${Math.random()}`);
  mkdirSync(bin);
  const pathOf = (name: string) =>
    execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  const real = ['sed', 'grep', 'awk', 'sh'].map((name) => [name, `exec ${pathOf(name)} "$@"`]);
  for (const [name = '', body] of [...Object.entries(fakes), ...real]) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  }
  const file = path.join(bin, 'preflight.sh');
  writeFileSync(file, script);
  return spawnSync(pathOf(shell), [file], {
    env: { NODE_ENV: 'test', PATH: bin, ...env },
    encoding: 'utf8',
  });
}

const item = { id: 'stream', verify: 'aws kinesis describe', judgedBy: 'exit code' } as const;

describe.each(SHELLS)('in %s', (shell) => {
  it('says ok and ends with 0 where the command answers well', () => {
    const { status, stdout, stderr } = run(scriptWith(item), { aws: 'exit 0' }, shell);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^ok {11}stream: The stream\.\n\n1 ok, 0 missing, 0 cannot be told, 0 to/m,
    );
  });

  it('says missing and ends with 1 where it answers badly', () => {
    const fakes = { aws: 'echo no such stream >&2; exit 254' };
    const { status, stdout } = run(scriptWith(item), fakes, shell);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^missing {6}stream: The stream\.\n {13}no such stream\n {13}A good answer: good looks so\.$/m,
    );
  });

  it.each([
    'connection refused',
    'AccessDenied: not authorized',
    'Timed out waiting for a node assignment. Call: describeTopics',
    'You must specify a region. You can also configure your region by running aws configure.',
    'curl: (6) Could not resolve host: b-1',
    'NOAUTH Authentication required.',
  ])('cannot tell, and ends with 2, where the program says no more than "%s"', (said) => {
    const fakes = { aws: `echo "${said}" >&2; exit 1` };
    const { status, stdout } = run(scriptWith(item), fakes, shell);
    expect([status, stdout]).toEqual([
      2,
      expect.stringContaining(`and printed:\n             ${said}`),
    ]);
    expect(stdout).toContain('cannot tell  stream: The stream.\n');
  });

  it('skips in words what lacks a program or a variable', () => {
    const psql = { id: 'db', verify: 'psql "$DATABASE_URL" -c x', judgedBy: 'exit code' } as const;
    const { status, stdout } = run(scriptWith(item, psql), { psql: 'exit 0' }, shell);
    expect(stdout).toContain("skipped, because aws is not on this machine's path");
    expect(stdout).toContain('skipped, because DATABASE_URL is not set');
    expect(status).toBe(2);
    const set = run(scriptWith(psql), { psql: '[ "$1" = "a b" ]' }, shell, { DATABASE_URL: 'a b' });
    expect(set.status).toBe(0);
  });

  it('leaves to a person what a person judges, and runs nothing that does more than read', () => {
    const read = { id: 'look', verify: 'kubectl get nodes', judgedBy: 'person' } as const;
    const hand = { id: 'pod', verify: 'kubectl run x', isByHand: true } as const;
    const fakes = { kubectl: 'echo "$1" was run' };
    const { status, stdout } = run(scriptWith(read, hand), fakes, shell);
    expect(stdout).toMatch(
      /^cannot tell {2}look: The look\.\n {13}get was run\n {13}A good answer: good/m,
    );
    expect(stdout).toContain('by hand      pod: The pod.');
    expect(stdout).not.toContain('run was run');
    expect(status).toBe(2);
    expect(run(scriptWith(hand), fakes, shell).status).toBe(0);
  });
});

/** The script of every golden file, made from the answers in its head; those that differ in nothing else, once. */
const goldens = new Map(
  expectedNames().map((name) => {
    const script = scriptOf(readAnswers(catalog, openLink(catalog, expectedLink(name)).raw));
    return [script.replace(/^# answers: .*$/m, ''), name];
  }),
);

it.runIf(isThere('shellcheck'))(
  'every golden, and a name that is a backslash, is clean to shellcheck and read by every shell',
  () => {
    const given = { 'interactionStore.backend': 'scylla', 'scylla.contactPoints': 'c' };
    const odd = scriptOf(readingOf({ ...given, 'scylla.localDataCenter': '\\' }));
    const files = [...goldens, [odd, 'backslash'] as const].map(([script, name]) => {
      const file = path.join(folder, `${name}.sh`);
      writeFileSync(file, script);
      return file;
    });
    expect(spawnSync('shellcheck', files, { encoding: 'utf8' }).stdout).toBe('');
    for (const shell of SHELLS) {
      const each = `for file; do ${shell} -n "$file" || exit 1; done`;
      expect(spawnSync('sh', ['-c', each, 'sh', ...files], { encoding: 'utf8' }).stderr).toBe('');
    }
  },
);

it('has every item of PREFLIGHT.md, and says nothing of the catalogue’s by a fault of its own', () => {
  const given: Given = { 'eventbus.backend': 'kinesis' };
  const script = scriptOf(readingOf(given));
  for (const { id } of prerequisitesOf(catalog, readingOf(given)))
    expect(script).toContain(` ${id} `);
  for (const shell of SHELLS)
    expect(run(script, {}, shell)).toMatchObject({ status: 2, stderr: '' });
});
