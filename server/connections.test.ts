import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { limitConnections } from './connections';

const limits = { requestMs: 1_000, answerMs: 2_000, lingerMs: 3_000, stopMs: 10_000 };
const watch = limitConnections(limits);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(handle: Handler): Promise<number> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port; // a TCP server's address is an object
}

const ok: Handler = (_, response) => response.end('ok');

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {}); // a connection that is cut may end with one
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Until the server cuts a connection. */
const untilCut = (socket: Socket) =>
  new Promise((resolve) => socket.resume().once('close', resolve));

const ask = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });

test('clients that say nothing, or a byte now and then, are cut and hold up nobody', async () => {
  const port = await serve(ok);
  const silent = await Promise.all(Array.from({ length: 100 }, () => open(port)));
  const trickling = await open(port);
  trickling.write('GET / HTTP/1.1\r\nHost: h\r\nX: ');
  const trickle = setInterval(() => trickling.write('x'), 20);
  const cuts = [...silent, trickling].map(untilCut);

  for (let turn = 0; turn < 20; turn++) expect(await ask(port)).toBe(200);
  await Promise.all(cuts);
  clearInterval(trickle);
});

test('a client that never reads its answer is cut', async () => {
  const port = await serve((_, response) => response.end(Buffer.alloc(64e6)));
  const socket = await open(port);
  socket.pause().write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  const connections = () =>
    new Promise((resolve) => servers.at(-1)?.getConnections((_, count) => resolve(count)));
  await expect.poll(connections).toBe(1);
  await expect.poll(connections).toBe(0);
  socket.destroy();
});

test('a client that goes on asking over one connection keeps it', async () => {
  const port = await serve(ok);
  const socket = await open(port);
  const end = performance.now() + 2 * limits.requestMs;
  while (performance.now() < end) {
    socket.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const answer = await new Promise((resolve) => socket.once('data', resolve));
    expect(String(answer)).toContain('200 OK');
  }
  expect(socket.closed).toBe(false);
  socket.destroy();
});

test('stopping answers what was asked, also over an idle connection, and takes nothing new', async () => {
  const held: ServerResponse[] = [];
  const port = await serve((asked, response) => {
    if (asked.url === '/slow') held.push(response);
    else response.end('quick');
  });
  const idle = await open(port);
  idle.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  await new Promise((resolve) => idle.once('data', resolve));
  const slow = await open(port);
  slow.write('GET /slow HTTP/1.1\r\nHost: h\r\n\r\n');
  await expect.poll(() => held.length).toBe(1);

  const drained = watch.drain();
  await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
  idle.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  const late = await new Promise((resolve) => idle.once('data', resolve));
  expect(String(late)).toContain('200 OK');
  expect(String(late)).toContain('Connection: close');

  let answer = '';
  slow.on('data', (chunk) => {
    answer += chunk;
  });
  held[0]?.end('whole');
  expect(await drained).toBe(true);
  expect(answer).toMatch(/200 OK[\s\S]*whole/);
});

test('stopping reports when an answer had to be cut off', async () => {
  const impatient = limitConnections({ ...limits, stopMs: 100 });
  const seen: unknown[] = [];
  const port = await serve((asked) => seen.push(asked));
  const socket = await open(port);
  socket.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
  await expect.poll(() => seen.length).toBe(1);
  expect(await impatient.drain()).toBe(false);
  socket.destroy();
});
