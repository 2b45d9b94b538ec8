import { openPage } from './page.mjs';

/** A chart of so many lines, much of it named like the keys of the overlay: the worst case for finding likely paths.
 * @param {number} lines */
export function largeChart(lines) {
  const block = (/** @type {unknown} */ _, /** @type {number} */ index) =>
    `  worker${index}:\n    hpa: { enabled: true }\n    keda:\n      minReplicaCount: ${index}\n      maxReplicaCount: 9\n    resources:\n      requests:\n        cpu: 100m\n        memory: 64Mi\n    extra: "value ${index}"\n`;
  return `tiers:\n${Array.from({ length: Math.ceil((lines - 1) / 10) }, block).join('')}`;
}

/** Checks a large chart, from the choice of the file to what is said of it.
 * @param {import('@playwright/test').Browser} browser @param {string} origin */
export async function checkLargeChart(browser, origin) {
  const page = await openPage(browser, origin);
  await page.getByRole('button', { name: 'Check against your chart' }).click();
  const dialog = page.getByRole('dialog');
  const file = dialog.getByLabel('Choose a file');
  await file.waitFor({ state: 'attached' });
  await page.evaluate(watchFrames);
  const begun = performance.now();
  const buffer = Buffer.from(largeChart(5_000));
  await file.setInputFiles({ name: 'values.yaml', mimeType: 'application/yaml', buffer });
  await dialog.getByRole('button', { name: 'Done', exact: true }).waitFor();
  const wholeMs = performance.now() - begun;
  /** @type {number} */
  const longestFrameMs = await page.evaluate(() => Reflect.get(window, 'longest'));
  await page.close();
  return { wholeMs, longestFrameMs };
}

/** Runs in the page: how long it takes at most from one frame to the next, in milliseconds. */
export function watchFrames() {
  let [last, longest] = [performance.now(), 0];
  const look = (/** @type {number} */ now) => {
    longest = Math.max(longest, now - last);
    last = now;
    Object.assign(window, { longest });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
