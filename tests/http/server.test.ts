import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/server.mjs';

const FILE = '/values-large.yaml';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(['server/serve.mjs']);
});
afterAll(() => server.stop());

/** Writes to a socket of its own what no HTTP client would, and collects all that comes back. */
async function exchange(text: string, { port } = server): Promise<string> {
  const socket = await open(port);
  socket.write(text);
  return all(socket);
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {}); // a connection that is cut may end with one
  return socket;
}

async function all(socket: Socket): Promise<string> {
  const chunks: string[] = [];
  socket.setEncoding('latin1').on('data', (chunk: string) => chunks.push(chunk));
  await once(socket, 'close');
  return chunks.join('');
}

const get = (target: string, ...headers: string[]) =>
  [`GET ${target} HTTP/1.1`, 'Host: h', ...headers, '', ''].join('\r\n');
const getOnce = (target: string, ...headers: string[]) =>
  get(target, ...headers, 'Connection: close');

test.each([
  ['h2c', 'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA'],
  ['websocket', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13'],
  ['TLS/1.0'],
  ['a, b/1'],
])('an Upgrade to %s is not taken', async (protocol, ...headers) => {
  const offer = ['Connection: Upgrade, close', `Upgrade: ${protocol}`, ...headers];
  for (const target of [FILE, '/', '/healthz']) {
    expect(await exchange(get(target, ...offer))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  }
});

test('curl --http2 is answered over HTTP/1.1', async () => {
  const args = ['-sS', '--http2', '-w', '%{http_code} %{http_version}', '-o', '/dev/null'];
  const { stdout } = await promisify(execFile)('curl', [...args, `${server.origin}${FILE}`]);
  expect(stdout).toBe('200 1.1');
});

test.each([
  [`http://example.com${FILE}?eventbus.backend=kinesis`, 'HTTP/1.1 200', 'backend: kinesis'],
  [`HTTPS://user@example.com:8443${FILE}`, 'HTTP/1.1 200', 'backend: kafka'],
  ['http://example.com', 'HTTP/1.1 200', '<html'],
  ['http://example.com?v=1', 'HTTP/1.1 200', '<html'],
  [`http://[::1]${FILE}?nope=1`, 'HTTP/1.1 422', 'There is no such answer.'],
  ['http:///evil.example/x', 'HTTP/1.1 404', 'There is no such page'],
  ['http://h/http://evil.example/x', 'HTTP/1.1 308', 'ocation: /http:/evil.example/x'],
  ['http://h//evil.example/x', 'HTTP/1.1 308', 'ocation: /evil.example/x'],
])('a target in absolute form is served as its path: %s', async (target, status, text) => {
  const answer = await exchange(getOnce(target));
  expect(answer.slice(0, status.length)).toBe(status);
  expect(answer).toContain(text);
});

test('CONNECT is refused like every other method', async () => {
  const answer = await exchange('CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nAllow: GET, HEAD\r\n/);
});

test.each(['Range: bytes=9-1', 'Range: x', 'If-Match: "x"', 'If-Unmodified-Since: x'])(
  'a static file is sent whole with %s',
  async (header) => {
    expect(await exchange(getOnce('/robots.txt', header))).toMatch(/^HTTP\/1\.1 200/);
  },
);

test('/healthz answers within a second beside 200 connections that ask for the bundle', async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, () => open(server.port)));
  const bundles = sockets.map((socket, index) => {
    socket.write(getOnce(`/bundle.zip?plan.peakRps=${1000 + index}`));
    return all(socket);
  });
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const asked = performance.now();
    expect(await exchange(getOnce('/healthz'))).toMatch(/^HTTP\/1\.1 200/);
    times.push(performance.now() - asked);
  }
  // The median: the first one meets code that is not compiled yet.
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(1_000);
  for (const bundle of await Promise.all(bundles)) expect(bundle).toMatch(/^HTTP\/1\.1 200/);
});

test('an idle connection outlasts a load balancer’s minute', async () => {
  const answer = await fetch(`${server.origin}/healthz`);
  expect(answer.headers.get('keep-alive')).toBe('timeout=75');
});

test('clients that say nothing, or a byte now and then, are cut', async () => {
  const [silent, trickling] = [await open(server.port), await open(server.port)];
  trickling.write('GET / HTTP/1.1\r\nHost: h\r\nX: ');
  const trickle = setInterval(() => trickling.write('x'), 100);
  await Promise.all([all(silent), all(trickling)]);
  clearInterval(trickle);
});

test('a page and its compressed form have no strong ETag in common, and both are known again', async () => {
  const tagOf = async (encoding: string) => {
    const answer = await exchange(getOnce('/', `Accept-Encoding: ${encoding}`));
    return /^etag: (.*)$/im.exec(answer)?.[1]?.trim() ?? '';
  };
  const [plain, compressed] = [await tagOf('identity'), await tagOf('gzip')];
  expect(plain).toMatch(/^"/);
  expect(compressed).toBe(`W/${plain}`);
  for (const tag of [plain, compressed]) {
    expect(await exchange(getOnce('/', `If-None-Match: ${tag}`))).toMatch(/^HTTP\/1\.1 304/);
  }
});

test('a proxy asks again for the page, which names the scripts of one build, and never for a script', async () => {
  const page = await exchange(getOnce('/'));
  expect(page).toMatch(/^cache-control: public, no-cache\r$/im);
  const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
  const head = await exchange(getOnce(script));
  expect(head).toMatch(/^cache-control: public, max-age=31536000, immutable\r$/im);
});

test.each(['70000', 'abc', '-1', '3000.5'])('PORT=%s ends with an error', async (port) => {
  const starting = startServer(['server/serve.mjs'], { PORT: port });
  await expect(starting).rejects.toThrow(
    `PORT must be a whole number from 0 to 65535, not "${port}"`,
  );
});

test('a port that is taken ends with an error', async () => {
  const starting = startServer(['server/serve.mjs'], { PORT: String(server.port) });
  await expect(starting).rejects.toThrow('EADDRINUSE');
});

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);
test.runIf(hasIpv6)('IPv6 is served too', async () => {
  const url = `http://[::1]:${server.port}/healthz`;
  expect((await fetch(url, { headers: { Connection: 'close' } })).status).toBe(200);
});

test('a build beside a running server is refused', async () => {
  const build = promisify(execFile)('node', ['scripts/build.mjs']);
  await expect(build).rejects.toThrow('A server still serves the last build at http://localhost:');
});

test.each([FILE, '/bundle.zip'])('who asked for %s before SIGTERM is answered', async (file) => {
  const stopped = await startServer(['server/serve.mjs']);
  const sockets = await Promise.all(Array.from({ length: 250 }, () => open(stopped.port)));
  // The last 50 connections are still with the kernel when the signal comes.
  const late = Array.from({ length: 50 }, () => connect(stopped.port, '127.0.0.1'));
  const answers = [...sockets, ...late].map((socket, index) => {
    const targets = [1, 2, 3].map((n) => `${file}?plan.peakRps=${1000 * n + index}`);
    socket.on('error', () => {}).write(targets.map((target) => get(target)).join(''));
    return all(socket);
  });
  await Promise.all(late.map((socket) => once(socket, 'connect')));
  const { exitCode } = await stopped.stop();
  const text = (await Promise.all(answers)).join('');
  const answered = text.split('HTTP/1.1 200 OK').length - 1;
  expect([answered, exitCode]).toEqual(exitCode === 0 ? [900, 0] : [expect.any(Number), 1]);
});

test('after SIGTERM a request that comes over an idle connection is answered, and nothing new is taken', async () => {
  const stopped = await startServer(['server/serve.mjs']);
  const idle = await open(stopped.port);
  idle.write(get('/healthz'));
  await once(idle, 'data');
  const ended = stopped.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(open(stopped.port)).rejects.toThrow('ECONNREFUSED');
  idle.write(get('/healthz'));
  expect(await all(idle)).toMatch(/^HTTP\/1\.1 200[\s\S]*Connection: close/);
  expect((await ended).exitCode).toBe(0);
});
