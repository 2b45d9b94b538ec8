// `npm run bench`, or `npm run bench -- OLD NEW` with two folders (or addresses of servers): how soon the file follows a
// key, what the page weighs and holds, and how fast the routes answer. Several are measured in turns, in one run.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import autocannon from 'autocannon';
import { execa } from 'execa';
import getPort from 'get-port';
import { browserLaunchOptions } from './tools.mjs';

const [ROUNDS, KEYS] = [6, 24];
const FILE = '/values-large.yaml?eventbus.backend=kinesis';

/** Runs a command that serves, and waits until it answers. @param {string} folder @param {string[]} command */
async function serve(folder, ...command) {
  const port = await getPort();
  const env = { PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' };
  const [program = '', ...args] = command;
  const server = execa(program, args, { cwd: folder, env, reject: false, detached: true });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(origin + FILE).catch(() => undefined))) await delay(200);
  const stop = () => server.pid && process.kill(-server.pid, 'SIGTERM');
  return { origin, stop };
}

/** @param {number[]} values @param {number} share */
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN;

/** @param {string} name @param {unknown[]} figures one for each that is measured */
const print = (name, figures) =>
  console.log(name.padEnd(64) + figures.map((figure) => String(figure).padStart(14)).join(''));

/** The page once it answers, with the scripts that it has fetched by then.
 * @param {import('@playwright/test').Browser} browser @param {string} origin */
async function openPage(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {Promise<number>[]} */
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length / 1000));
  });
  const weight = async () => (await Promise.all(scripts)).reduce((sum, kB) => sum + kB, 0);
  await page.goto(origin);
  await page.locator('.page:not([inert])').waitFor({ state: 'attached' });
  return { page, weight };
}

/** Milliseconds from each key in a tier's field to the painted file.
 * @param {import('@playwright/test').Browser} browser @param {string} origin @param {number} cpuRate */
async function keystrokes(browser, origin, cpuRate) {
  const { page } = await openPage(browser, origin);
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button', { name: 'Tiers' })
    .click();
  const field = page.locator('[name="api.autoscaling.maxReplicas"]');
  await field.fill('9'); // so that keys change one line, not how many lines there are
  await field.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  /** @type {number[]} */
  const samples = [];
  for (let turn = 0; turn < KEYS; turn++) {
    await delay(60 + Math.random() * 80); // not a multiple of 16.7 ms, the time between frames
    await page.evaluate(timeNextKey);
    const painted = page.evaluate(() => Reflect.get(window, 'painted'));
    await page.keyboard.press(turn % 2 ? 'Backspace' : '1');
    samples.push(await painted);
  }
  await page.close();
  return samples.slice(4); // the first ones warm up
}

/** Runs in the page. Times a key from the browser's own time stamp of its event to the frame that shows the changed
 * file: the text changes, the next frame begins, and a message posted in it arrives when style, layout and paint are done. */
function timeNextKey() {
  const preview = document.querySelector('[aria-label="Preview of values-large.yaml"]');
  const painted = new Promise((resolve) => {
    let pressedAt = 0;
    window.onkeydown = ({ timeStamp }) => (pressedAt = timeStamp);
    const watch = new MutationObserver(() => {
      watch.disconnect();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - pressedAt);
      requestAnimationFrame(() => port2.postMessage(null));
    });
    if (preview) watch.observe(preview, { subtree: true, childList: true, characterData: true });
  });
  Object.assign(window, { painted });
}

let fresh = 0;
/** Answers a second. @param {string} origin @param {string} [target] without it a query that nobody has asked yet */
async function rate(origin, target) {
  const setupRequest = (/** @type {object} */ request) => ({
    ...request,
    path: target ?? `/values-large.yaml?plan.peakRps=${++fresh}`,
  });
  const options = { url: origin, connections: 8, requests: [{ setupRequest }] };
  await autocannon({ ...options, duration: 1 });
  return (await autocannon({ ...options, duration: 4 })).requests.average;
}

/** How much faster another server answers, which is started for it. @param {number} ours @param {string} folder
 * @param {string[]} command @param {string} [target] */
async function ratio(ours, folder, command, target) {
  const other = await serve(folder, ...command);
  const theirs = await rate(other.origin, target);
  other.stop();
  return (ours / theirs).toFixed(2);
}

const asked = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
const measured = await Promise.all(
  asked.map((name) =>
    existsSync(name) ? serve(name, 'npm', 'start') : { origin: name, stop: () => {} },
  ),
);
const origins = measured.map(({ origin }) => origin);
const browser = await chromium.launch(browserLaunchOptions);
print(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${browser.version()}`,
  asked.map((name) => path.basename(path.resolve(name))),
);

for (const cpuRate of [1, 4]) {
  /** @type {number[][]} */
  const samples = origins.map(() => []);
  /** @type {number[][]} the median of each round */
  const medians = origins.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, origin] of origins.entries()) {
      const found = await keystrokes(browser, origin, cpuRate);
      samples[at]?.push(...found);
      medians[at]?.push(percentile(found, 0.5));
    }
  }
  const name = `key to painted file, processor at 1/${cpuRate}`;
  for (const share of [0.5, 0.95])
    print(
      `${name}, p${share * 100}, ms`,
      samples.map((all) => percentile(all, share).toFixed(1)),
    );
  const first = medians[0] ?? [];
  const paired = medians.map((all) => all.map((one, at) => one / (first[at] ?? 1)));
  print(
    '  paired median, as a ratio to the first',
    paired.map((ratios) => percentile(ratios, 0.5).toFixed(2)),
  );
}

const pages = await Promise.all(origins.map((origin) => openPage(browser, origin)));
const kB = async () =>
  (await Promise.all(pages.map(({ weight }) => weight()))).map((it) => it.toFixed(1));
print('scripts before the form answers, gzip, kB', await kB());
const count = () => document.querySelectorAll('*').length;
print('elements at the start', await Promise.all(pages.map(({ page }) => page.evaluate(count))));
for (const { page } of pages) {
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await page.waitForLoadState('networkidle');
}
print('scripts in all, every tab opened, gzip, kB', await kB());
await browser.close();

for (const [at, origin] of origins.entries()) {
  const folder = asked[at] ?? '';
  const [ofFresh, ofSame] = [await rate(origin), await rate(origin, FILE)];
  print(`${folder}: fresh queries, the same query, answers a second`, [ofFresh, ofSame]);
  if (!existsSync(path.join(folder, 'scripts/bare-server.mjs'))) continue;
  const bare = await ratio(ofFresh, folder, ['node', 'scripts/bare-server.mjs']);
  print('  fresh ones, as a ratio to node:http calling the same function', [bare]);
  const next = await ratio(ofSame, folder, ['npx', 'next', 'start'], '/');
  print('  the same one, as a ratio to a static page of bare Next', [next]);
}
for (const { stop } of measured) stop();
