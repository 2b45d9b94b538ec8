import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const lines = dockerfile.split('\n');

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
  HOSTNAME: '127.0.0.1',
};
const [uid, gid] = all('USER')[0]?.split(':').map(Number) ?? [];
const asItsUser = process.getuid?.() === 0 && uid && gid ? { uid, gid } : {};

/** Stands for /app of the image. */
const app = mkdtempSync(path.join(tmpdir(), 'container-'));
afterAll(() => rmSync(app, { recursive: true, force: true }));

function inImage([program = '', ...args]: string[], port: number) {
  const file = program === 'node' ? process.execPath : program;
  const env = { ...environment, PORT: String(port) };
  return execa(file, args, {
    cwd: app,
    env,
    extendEnv: false,
    reject: false,
    all: true,
    ...asItsUser,
  });
}

async function replica() {
  const port = await getPort();
  const server = inImage(listed(all('CMD')[0] ?? ''), port);
  const isHealthy = async () =>
    (await inImage(listed(all('HEALTHCHECK')[0] ?? ''), port)).exitCode === 0;
  await vi.waitFor(async () => expect(await isHealthy()).toBe(true), { timeout: 60_000 });
  return { server, isHealthy, get: (target: string) => fetch(`http://127.0.0.1:${port}${target}`) };
}

beforeAll(async () => {
  const [, build = ''] = all('RUN'); // the first one is `npm ci`, which has been run
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NEXT_TELEMETRY_DISABLED: '1' };
  await execa(build, { shell: true, env, extendEnv: false });
  for (const words of all('COPY')) {
    const [, from, to] = /^--from=build \/app\/(\S+) (\S+)$/.exec(words) ?? [];
    if (from && to) cpSync(from, path.join(app, to), { recursive: true });
  }
  chmodSync(app, 0o755); // the image's user is another one
});

test('the build step is the one that this test runs', () => {
  expect(all('RUN')).toEqual(['npm ci', 'BUILD_TARGET=standalone npm run build']);
});

test('two replicas serve the same, as the image’s user, and SIGTERM ends each with 0', async () => {
  const [one, other] = await Promise.all([replica(), replica()]);
  const expected = readFileSync('tests/expected/bus-kinesis.yaml', 'utf8');
  const [, query = ''] = /^# answers:\s+(?:# )?(v=1\S*)$/m.exec(expected) ?? [];
  expect(query).toContain('eventbus.backend=kinesis');
  for (const target of [
    '/',
    `/values-large.yaml?${query}`,
    '/values-large.json?plan.peakRps=5000',
  ]) {
    const [a, b] = [await one.get(target), await other.get(target)];
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(await a.text()).toBe(await b.text());
    expect(a.headers.get('etag')).toBe(b.headers.get('etag'));
    expect(a.headers.get('etag')).not.toBeNull();
    expect(a.headers.get('content-security-policy')).not.toBeNull();
  }
  expect(await (await one.get(`/values-large.yaml?${query}`)).text()).toBe(expected);
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
