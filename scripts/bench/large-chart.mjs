/** A chart of so many lines, much of it named like the keys of the overlay: the worst case for finding likely paths.
 * @param {number} lines */
export function largeChart(lines) {
  const block = (/** @type {number} */ index) =>
    `  worker${index}:\n    hpa: { enabled: true }\n    keda:\n      minReplicaCount: ${index}\n      maxReplicaCount: 9\n    resources:\n      requests:\n        cpu: 100m\n        memory: 64Mi\n    extra: "value ${index}"\n`;
  const blocks = Math.ceil((lines - 1) / 10);
  return `tiers:\n${Array.from({ length: blocks }, (_, index) => block(index)).join('')}`;
}

/**
 * Checks a large chart, from the choice of the file to what is said of it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} text
 * @returns {Promise<{ wholeMs: number, longestFrameMs: number }>}
 */
export async function checkLargeChart(page, text) {
  await page.getByRole('button', { name: 'Check against your chart' }).click();
  const dialog = page.getByRole('dialog');
  const file = dialog.getByLabel('Choose a file');
  await file.waitFor({ state: 'attached' });
  await page.evaluate(watchFrames);
  const begun = performance.now();
  await file.setInputFiles({
    ...{ name: 'values.yaml', mimeType: 'application/yaml' },
    buffer: Buffer.from(text),
  });
  await dialog.getByRole('button', { name: 'Done', exact: true }).waitFor();
  const wholeMs = performance.now() - begun;
  return { wholeMs, longestFrameMs: await page.evaluate(() => Reflect.get(window, 'longest')) };
}

/** Runs in the page: how long it takes at most from one frame to the next, in milliseconds. */
export function watchFrames() {
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    Object.assign(window, { longest: Math.max(Reflect.get(window, 'longest') ?? 0, now - last) });
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
