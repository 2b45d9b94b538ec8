import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from './page.mjs';

/** Many lines named like keys of the overlay: the worst case for finding likely paths. @param {number} lines */
export function largeChart(lines) {
  const block = (/** @type {unknown} */ _, /** @type {number} */ index) =>
    `  worker${index}:\n    hpa: { enabled: true }\n    keda:\n      minReplicaCount: ${index}\n      maxReplicaCount: 9\n    resources:\n      requests:\n        cpu: 100m\n        memory: 64Mi\n    extra: "value ${index}"\n`;
  return `tiers:\n${Array.from({ length: Math.ceil((lines - 1) / 10) }, block).join('')}`;
}

/** Gives the tab `Your chart` a large chart, from the choice of the file to the result.
 * @param {import('@playwright/test').Browser} browser @param {string} origin */
export async function checkLargeChart(browser, origin) {
  const page = await openPage(browser, origin);
  await page.getByRole('button', { name: 'Check against your chart' }).click();
  const file = page.getByLabel('choose files');
  await file.waitFor({ state: 'attached' });
  await page.evaluate(watchFrames);
  const begun = performance.now();
  const buffer = Buffer.from(largeChart(5_000));
  await file.setInputFiles({ name: 'values.yaml', mimeType: 'application/yaml', buffer });
  await page.locator('.chart-counts').waitFor();
  const wholeMs = performance.now() - begun;
  /** @type {number} */
  const longestFrameMs = await page.evaluate(() => Reflect.get(window, 'longest'));
  await page.close();
  return { wholeMs, longestFrameMs };
}

/** Runs in the page: how long it takes at most from one frame to the next, in milliseconds. */
function watchFrames() {
  let [last, longest] = [performance.now(), 0];
  const look = (/** @type {number} */ now) => {
    longest = Math.max(longest, now - last);
    last = now;
    Object.assign(window, { longest });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const env = `            - { name: A_VARIABLE, value: "a value" }\n`.repeat(40);
const data = `    {"title": "Requests", "targets": [{"expr": "sum(rate(requests[5m]))"}]}\n`.repeat(
  20,
);

/** A workload with many variables and a piece of a dashboard. @param {unknown} _ @param {number} at */
const manifests = (_, at) =>
  `---\nkind: Deployment\nmetadata:\n  name: other-${at}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          env:\n${env}` +
  `---\nkind: ConfigMap\nmetadata:\n  name: panel-${at}\ndata:\n  json: |\n${data}`;

/** Proves a render of 2 MB, forgets it, and again: by then the code is compiled, and the memory left is the render's.
 * @param {import('@playwright/test').Browser} browser @param {string} origin */
export async function proveLargeRender(browser, origin) {
  const page = await openPage(browser, origin);
  const file = path.join(tmpdir(), 'after.yaml'); // given as a buffer, Playwright itself would hold up the page
  writeFileSync(file, Array.from({ length: 500 }, manifests).join(''));
  const cdp = await page.context().newCDPSession(page);
  const give = async () => {
    await page.locator('.drop input[type=file]').setInputFiles(file);
    await page.locator('.chart-counts').waitFor();
    return performance.now();
  };
  const forget = async () => {
    await page.getByRole('button', { name: 'Forget this chart' }).click();
    await page.getByText('Three renders').waitFor();
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1000;
  };
  await page.getByRole('tab', { name: /^Your chart/ }).click();
  await page.evaluate(watchFrames);
  const wholeMs = -performance.now() + (await give());
  /** @type {number} */
  const longestFrameMs = await page.evaluate(() => Reflect.get(window, 'longest'));
  const before = await forget();
  await give();
  const leftKb = (await forget()) - before;
  await page.close();
  return { wholeMs, longestFrameMs, leftKb };
}
