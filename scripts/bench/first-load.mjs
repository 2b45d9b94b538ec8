import { gzipSync } from 'node:zlib';
import { watchPaintedFile } from './painted-file.mjs';

const IDLE_MS = 3_000;
const ASK_EVERY_MS = 25;
/** In a number field an arrow key does nothing at all until the page's scripts have taken it over. */
const PROBE = { field: '[name="worker.keda.listLength"]', key: 'ArrowUp' };

/**
 * @typedef {object} FirstLoad
 * @property {Bytes} beforeAnswering what had arrived when the first key changed the file
 * @property {Bytes} afterIdle what had arrived three idle seconds later
 * @property {number} answeringMs from the start of the navigation to the frame that shows what a key changed
 *
 * @typedef {{ js: number, css: number, files: number }} Bytes in gzip, level 9
 */

/**
 * Opens the page as a first visitor: nothing in any cache.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {number} cpuRate how many times slower the processor is made
 * @returns {Promise<FirstLoad>}
 */
export async function firstLoad(browser, url, cpuRate) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchPaintedFile);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });

  /** @type {{ arrived: number, response: import('@playwright/test').Response }[]} */
  const responses = [];
  page.on('requestfinished', async (request) => {
    const arrived = performance.now();
    const response = await request.response();
    if (response) responses.push({ arrived, response });
  });

  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(PROBE.field).focus();
  const answering = page.evaluate(() =>
    Promise.resolve(Reflect.get(window, 'nextPaintedFile')()).then(() => performance.now()),
  );
  let isAnswering = false;
  const stop = answering.then(() => {
    isAnswering = true;
  });
  while (!isAnswering) {
    await page.keyboard.press(PROBE.key);
    await Promise.race([stop, page.waitForTimeout(ASK_EVERY_MS)]);
  }
  const answered = performance.now();
  await page.waitForTimeout(IDLE_MS);

  const result = {
    answeringMs: await answering,
    beforeAnswering: await bytesOf(responses.filter(({ arrived }) => arrived <= answered)),
    afterIdle: await bytesOf(responses),
  };
  await context.close();
  return result;
}

/**
 * What was really fetched, each file packed anew at level 9: servers pack at levels of their own.
 *
 * @param {{ response: import('@playwright/test').Response }[]} responses
 */
async function bytesOf(responses) {
  const bytes = { js: 0, css: 0, files: 0 };
  for (const { response } of responses) {
    const type = response.headers()['content-type'] ?? '';
    const kind = /javascript/.test(type) ? 'js' : /css/.test(type) ? 'css' : undefined;
    if (kind === undefined) continue;
    bytes[kind] += gzipSync(await response.body(), { level: 9 }).length;
    bytes.files += 1;
  }
  return bytes;
}
