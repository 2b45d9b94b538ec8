import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '@/lib/outputs/registry';
import { startServer } from '../../scripts/server.mjs';
import { browserLaunchOptions } from '../../scripts/tools.mjs';
import { expectedLink, expectedOverlay } from '../expected/expected-overlay.mjs';

const OVERLAY = '/values-large.yaml';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a target as it is written: fetch would tidy it up. */
async function send(target: string, { method = 'GET', headers = {} }: Sent = {}) {
  const options = { host: '127.0.0.1', port: server.port, path: target, method, headers };
  const sent = request({ ...options, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage]; // by its documentation
  const { statusCode: status, headers: received } = response;
  return { status, headers: received, body: await buffer(response) };
}

test.each(['defaults', 'everything-on'])('serves %s as it was written by hand', async (name) => {
  const file = expectedOverlay(name);
  const { status, body } = await send(`${OVERLAY}?${expectedLink(name)}`);
  expect([status, body.toString()]).toEqual([200, file]);
});

test.each(['values-large.yaml', 'bundle.zip'])(
  '/%s is sent whole, or known again',
  async (name) => {
    const get = await send(`/${name}?eventbus.backend=kinesis`);
    expect(get.status).toBe(200);
    expect(get.body.length).toBeGreaterThan(100);
    expect(get.headers).toMatchObject({
      'content-disposition': `attachment; filename="${name}"`,
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
    const head = await send(`/${name}?eventbus.backend=kinesis`, { method: 'HEAD' });
    const { date, ...headers } = head.headers;
    expect(get.headers).toMatchObject(headers);
    expect(head.body.length).toBe(0);
    const again = { headers: { 'If-None-Match': `W/"x", ${get.headers.etag}` } };
    expect((await send(`/${name}?v=1&eventbus.backend=%6Binesis&`, again)).status).toBe(304);
  },
);

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
  '%s is refused, with what is served',
  async (method) => {
    for (const target of [`${OVERLAY}?nope=1`, '/', '/some/page']) {
      const headers = { 'Next-Action': 'x', 'Content-Type': 'multipart/form-data' };
      const answer = await send(target, { method, headers });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  },
);

test('names every fault of a query, also those that a framework would hide', async () => {
  const query = '__proto__=1&nxtPa=1&_rsc=1&a=%zz&b=%FF&v=1&v=1&api.autoscaling.minReplicas=0';
  const { status, headers, body } = await send(`${OVERLAY}?${query}`, {
    headers: { 'X-Query-As-Sent': 'v=1' },
  });
  expect([status, headers['content-type']]).toEqual([422, 'application/problem+json']);
  const { errors } = JSON.parse(body.toString()) as { errors: { key: string }[] };
  const keys = ['__proto__', '_rsc', 'a', 'api.autoscaling.minReplicas', 'b', 'nxtPa', 'v'];
  expect(errors.map(({ key }) => key).sort()).toEqual(keys);
});

test('a query gets 414 however long a command line can make it', async () => {
  expect((await send(`${OVERLAY}?${'a'.repeat(128 * 1024)}`)).status).toBe(414);
});

test.each([
  ...['/values-large.yml?v=1', '/%2F', '/*', '*', '/__proto__'].map((one) => [
    one,
    ' values-large.yaml, ',
  ]),
  ['/some/page', 'There is no such page'],
])('%s gets a 404, in words: %s', async (target = '', words = '') => {
  const { status, body } = await send(target);
  expect([status, body.toString()]).toEqual([404, expect.stringContaining(words)]);
});

// The header by which other programs keep it: server/respond.test.ts.
test('a file keeps its name in a browser', async () => {
  const browser = await chromium.launch(browserLaunchOptions);
  const page = await browser.newPage();
  for (const { file } of routes) {
    const downloading = page.waitForEvent('download');
    await page.goto(`${server.origin}/${file.name}`).catch(() => {}); // a download ends the navigation
    expect((await downloading).suggestedFilename()).toBe(file.name);
  }
  await browser.close();
});
