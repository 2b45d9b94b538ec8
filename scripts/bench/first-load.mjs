import path from 'node:path';
import { gzipSync } from 'node:zlib';
// @ts-expect-error: it has no types
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { projectRoot } from '../run.mjs';
import { watchPaintedFile } from './painted-file.mjs';

const IDLE_MS = 3_000;
const ASK_EVERY_MS = 25;
/** In a number field an arrow key does nothing at all until the page's scripts have taken it over. */
const PROBE = { field: '[name="plan.peakRps"]', key: 'ArrowUp' };

/**
 * Opens the page as a first visitor: nothing in any cache.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {number} cpuRate how many times slower the processor is made
 * @returns {Promise<{ before: string[], all: string[], answeringMs: number }>} addresses that had arrived when the first
 *   key changed the file, those that had three idle seconds later, and when the frame with the change was painted
 */
export async function firstLoad(browser, url, cpuRate) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchPaintedFile);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  /** @type {string[]} */
  const all = [];
  page.on('requestfinished', (request) => all.push(request.url()));

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
  const before = [...all];
  await page.waitForTimeout(IDLE_MS);
  await context.close();
  return { answeringMs: await answering, before, all };
}

/** kB = 1000 bytes of gzip at level 9, of the files of the build that a browser fetched.
 * @param {string[]} urls @param {string} extension */
export async function weigh(urls, extension) {
  const files = urls
    .map((url) => decodeURIComponent(new URL(url).pathname))
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(projectRoot, name.replace(/^\/_next/, '.next')));
  const checks = [{ files, gzip: true }];
  // @ts-expect-error: its types know only the list of files; this is the form that says how they are packed
  const [weight] = await sizeLimit([filePlugin], { checks });
  return (weight?.size ?? 0) / 1000;
}

/** @param {string} url @returns {Promise<number>} kB */
export async function weighHtml(url) {
  return gzipSync(await (await fetch(url)).text(), { level: 9 }).length / 1000;
}
