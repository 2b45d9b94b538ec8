/** A chart of so many lines, much of it named like the keys of the overlay: the worst case for finding likely paths.
 * @param {number} lines */
export function largeChart(lines) {
  const block = (/** @type {number} */ index) =>
    `  worker${index}:\n    hpa: { enabled: true }\n    keda:\n      minReplicaCount: ${index}\n      maxReplicaCount: 9\n    resources:\n      requests:\n        cpu: 100m\n        memory: 64Mi\n    extra: "value ${index}"\n`;
  const blocks = Math.ceil((lines - 1) / 10);
  return `tiers:\n${Array.from({ length: blocks }, (_, index) => block(index)).join('')}`;
}

/**
 * Gives a large file to one of the page's dialogs, from the choice of the file to what is said of it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} tool the button that opens the dialog
 * @param {string} done the button that is there once the file was read
 * @param {string} text
 * @returns {Promise<{ wholeMs: number, longestFrameMs: number }>}
 */
export async function giveLargeFile(page, tool, done, text) {
  await page.getByRole('button', { name: tool }).click();
  const dialog = page.getByRole('dialog');
  const name = 'values.yaml';
  const file = dialog.getByLabel('Choose a file');
  await page.evaluate(watchFrames);
  const begun = performance.now();
  await file.setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: done, exact: true }).waitFor();
  const wholeMs = performance.now() - begun;
  const longestFrameMs = await page.evaluate(() => Reflect.get(window, 'longestFrame')());
  await page.keyboard.press('Escape');
  return { wholeMs, longestFrameMs };
}

/** Runs in the page: how long it took at most from one frame to the next, in milliseconds. */
function watchFrames() {
  let longest = 0;
  let last = performance.now();
  let isWatching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isWatching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(window, {
    longestFrame: () => {
      isWatching = false;
      return longest;
    },
  });
}
