import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUERY_AS_SENT, queryOf, watchRequests } from './before-next';

const seen: { method: string | undefined; query: string | string[] | undefined }[] = [];
const targets: (string | undefined)[] = [];
let action: unknown[] = [];
const server = createServer(({ method, headers, url }, response) => {
  targets.push(url);
  action = [headers['next-action'], headers['content-type']];
  seen.push({ method, query: headers[QUERY_AS_SENT] });
  response.end();
});

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

/** Sends a request as it is written: fetch would tidy it up. */
async function send(method: string, target: string, header = ''): Promise<(typeof seen)[number]> {
  const { port } = server.address() as AddressInfo; // a TCP server's address is an object
  const socket = connect(port, '127.0.0.1');
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${header}\r\n`);
  await new Promise((resolve) => socket.resume().once('close', resolve));
  const last = seen.at(-1);
  if (!last) throw new Error('The request did not arrive.');
  return last;
}

test.each([
  ['/a', ''],
  ['/a?', ''],
  ['/a?b=%zz&b=%FF&__proto__=1&nxtPc=2&_rsc=3&+', 'b=%zz&b=%FF&__proto__=1&nxtPc=2&_rsc=3&+'],
  ['/a??b', '?b'],
  ['/a?b#c?d', 'b'],
  ['http://other/a?b', 'b'],
])('keeps the query of %s as it was sent', async (target, query) => {
  expect(queryOf(target)).toBe(query);
  expect(await send('GET', target)).toEqual({ method: 'GET', query });
});

test('a client cannot put a query in its place', async () => {
  const { query } = await send('GET', '/a?b', `${QUERY_AS_SENT}: c\r\n`);
  expect(query).toBe('b');
});

test.each(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'])('leaves %s alone', async (method) => {
  expect((await send(method, '/')).method).toBe(method);
});

test.each(['TRACE', 'PROPFIND', 'QUERY'])(
  'hands on %s as a method that is refused',
  async (method) => {
    expect((await send(method, '/')).method).toBe('OPTIONS');
  },
);

test.each([
  ['*', '/*'],
  ['/a?b', '/a?b'],
  ['//a', '//a'],
  ['http://other/a?b', 'http://other/a?b'],
  // Next makes one slash of two in a path.
  ['/%23v=1&a=https://h//x?b=//y', '/%23v=1&a=https:/%2Fh/%2Fx?b=//y'],
  ['/%2523v=1&a=x\\y', '/%2523v=1&a=x%5Cy'],
  ['/a//b?c=%23//d', '/a//b?c=%23//d'],
])('hands on the target %s as %s', async (sent, handedOn) => {
  await send('GET', sent);
  expect(targets.at(-1)).toBe(handedOn);
});

test('asks Next for no server action', async () => {
  await send('POST', '/', 'Next-Action: x\r\nContent-Type: multipart/form-data\r\n');
  expect(action).toEqual([undefined, undefined]);
});
