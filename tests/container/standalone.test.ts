import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import getPort from 'get-port';
import { beforeAll, expect, test, vi } from 'vitest';
import { expectedLink, expectedOverlay } from '../expected/expected-overlay.mjs';
import { temporaryFolder } from '../support/temporary-folder';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');

/** What stands behind an instruction, wherever it occurs. */
const all = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

const listed = (words: string): string[] => JSON.parse(words.slice(words.indexOf('['))); // as in CMD ["node", "server.js"]

/** Nothing else of this process's: what the image does not set must not be needed. */
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...Object.fromEntries(all('ENV').map((words) => words.split('='))),
};
const [uid, gid] = all('USER')[0]?.split(':').map(Number) ?? [];
const asItsUser = process.getuid?.() === 0 && uid && gid ? { uid, gid } : {};

/** A file written by hand, and the link that stands in its head. */
const expected = expectedOverlay('bus-kinesis');
const link = expectedLink('bus-kinesis');

/** Stands for /app of the image. */
const app = temporaryFolder();

function inImage([program = '', ...args]: string[], PORT = '') {
  const file = program === 'node' ? process.execPath : program;
  const options = { cwd: app, extendEnv: false, reject: false, all: true, ...asItsUser };
  return execa(file, args, { ...options, env: { ...environment, PORT } });
}

async function replica() {
  const port = await getPort();
  const server = inImage(listed(all('CMD')[0] ?? ''), String(port));
  const check = () => inImage(listed(all('HEALTHCHECK')[0] ?? ''), String(port));
  const isHealthy = async () => (await check()).exitCode === 0;
  await vi.waitFor(async () => expect(await isHealthy()).toBe(true), { timeout: 60_000 });
  // A kept connection may be closed by the server just when it is used again.
  const get = (target: string) =>
    fetch(`http://127.0.0.1:${port}${target}`, { headers: { Connection: 'close' } });
  return { server, isHealthy, get };
}

beforeAll(async () => {
  // What `npm test` has done before; the server of another test may stand on this build.
  const [install, build, ...further] = all('RUN');
  expect([install, build]).toEqual(['npm ci', 'npm run build']);
  for (const command of further) await execa(command, { shell: true });
  for (const words of all('COPY')) {
    const [, from, to] = /^--from=build \/app\/(\S+) (\S+)$/.exec(words) ?? [];
    if (from && to) cpSync(from, path.join(app, to), { recursive: true });
  }
  chmodSync(app, 0o755); // the image's user is another one
});

test('the command line is in the image and needs no sources', async () => {
  const { stdout } = await inImage(['node', 'bin/values-large.mjs', 'make', link]);
  expect(`${stdout}\n`).toBe(expected);
});

test('a port that is none ends with an error, and what is of no use is left out', async () => {
  const { exitCode, all: log } = await inImage(listed(all('CMD')[0] ?? ''), '70000');
  expect([exitCode, log]).toEqual([1, expect.stringContaining('PORT must be')]);
  expect(existsSync(path.join(app, 'node_modules/next'))).toBe(true);
  expect(existsSync(path.join(app, 'node_modules/sharp'))).toBe(false);
  expect(existsSync(path.join(app, 'node_modules/@img'))).toBe(false);
});

test('two replicas serve the same, as the image’s user, and SIGTERM ends each with 0', async () => {
  const [one, other] = await Promise.all([replica(), replica()]);
  for (const target of ['/', '/robots.txt', `/values-large.yaml?${link}`]) {
    const [a, b] = [await one.get(target), await other.get(target)];
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(await a.text()).toBe(await b.text());
    expect(a.headers.get('etag')).toBe(b.headers.get('etag'));
    expect(a.headers.get('content-security-policy')).not.toBeNull();
  }
  expect(await (await one.get(`/values-large.yaml?${link}`)).text()).toBe(expected);
  const script = /src="(\/_next\/static\/[^"]+)"/.exec(await (await one.get('/')).text())?.[1];
  expect((await one.get(script ?? '/no-script')).status).toBe(200);

  for (const { server, isHealthy } of [one, other]) {
    server.kill('SIGTERM');
    const { exitCode, all: log } = await server;
    expect(exitCode).toBe(0);
    expect(log).not.toMatch(/error|EACCES|EROFS/i);
    expect(await isHealthy()).toBe(false);
    if (server === one.server) expect((await other.get('/healthz')).status).toBe(200);
  }
});
