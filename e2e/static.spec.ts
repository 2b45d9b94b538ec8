import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { projectRoot } from '../scripts/sources.mjs';
import { journey, requestsOf } from './sealed-journey';
import { expect, test, unwatched } from './support/test';

const folder = path.join(projectRoot, 'out');
/** Not the root, and a name that a relative address could get wrong. */
const UNDER = '/some where/values-large/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

let server: Server;
let address = '';

/** A plain file server: files as they are, no header but their type, and 404.html for what is not there. */
test.beforeAll(async () => {
  expect(existsSync(folder), 'out/ is made by `npm run build:static`').toBe(true);
  server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '');
    const file = path.join(folder, asked.slice(UNDER.length) || 'index.html');
    const isThere = asked.startsWith(UNDER) && existsSync(file);
    const sent = isThere ? file : path.join(folder, '404.html');
    response
      .writeHead(isThere ? 200 : 404, { 'Content-Type': TYPES[path.extname(sent)] })
      .end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is an object
  address = `http://127.0.0.1:${port}${encodeURI(UNDER)}`;
});
test.afterAll(() => server?.close());

test('plain files under a path do all that the page does', async ({ wizard, context }) => {
  const requests = requestsOf(wizard.page);
  await wizard.page.goto(address);
  await wizard.isReady();
  expect(requests.every((url) => url.startsWith(address))).toBe(true);
  requests.length = 0;
  await context.setOffline(true);
  await journey(wizard);
  expect(requests).toEqual([]);
});

test('the policy stands in the page itself, before anything that it rules', async () => {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const [, policy = ''] =
    /^<!DOCTYPE html><html[^>]*><head><meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      html.replace(/<!--.*?-->/g, ''),
    ) ?? [];
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('a copy without routes shows no address of a route', async ({ wizard }) => {
  await wizard.page.goto(`${address}#v=1&eventbus.backend=kinesis&kinesis.streamName=orders`);
  await wizard.isReady();
  const panel = await wizard.tab('Use it');
  await expect(panel).toContainText('has no routes');
  await expect(panel).toContainText('-f helm/values-large.yaml');
  expect(await wizard.page.locator('main').innerText()).not.toMatch(
    /127\.0\.0\.1|values-large\.yaml\?/,
  );
});

// The browser itself reports the 404.
unwatched('a link whose # was encoded on its way opens what it holds', async ({ wizard }) => {
  for (const sharp of ['%23', '%2523']) {
    await wizard.page.goto(`${address}${sharp}v=1&kafka.brokers=b-1%3A9092&plan.zones=4`);
    await wizard.holds('plan.zones', '4');
    await wizard.holds('kafka.brokers', 'b-1:9092');
    await expect(wizard.page).toHaveURL(`${address}#v=1&kafka.brokers=b-1%3A9092&plan.zones=4`);
  }
});
