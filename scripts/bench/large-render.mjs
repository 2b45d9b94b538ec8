import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { watchFrames } from './large-chart.mjs';

const API = `kind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { containers: [{ name: api }] } } }\n`;

/** Manifests of so many bytes: workloads with many variables, and now and then a dashboard in a ConfigMap.
 * @param {number} bytes */
export function largeRender(bytes) {
  const env = `            - { name: A_VARIABLE, value: "a value" }\n`.repeat(40);
  const panel =
    `    {"title": "Requests", "targets": [{"expr": "sum(rate(requests[5m]))"}]}\n`.repeat(999);
  let text = API;
  for (let at = 0; text.length < bytes; at++) {
    text += `---\nkind: Deployment\nmetadata:\n  name: other-${at}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          env:\n${env}`;
    if (at % 40 === 0)
      text += `---\nkind: ConfigMap\nmetadata:\n  name: panel-${at}\ndata:\n  json: |\n${panel}`;
  }
  return text;
}

/**
 * Gives a render to the proof, from the choice of the file to the verdicts, forgets it, and does the same again: by
 * then the code is compiled, and what memory is left over is the render's.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} text
 * @returns {Promise<{ wholeMs: number, longestFrameMs: number, heldKb: number, leftKb: number }>}
 */
export async function proveLargeRender(page, text) {
  const folder = await mkdtemp(path.join(tmpdir(), 'render-'));
  const file = path.join(folder, 'after.yaml'); // given as a buffer, Playwright itself would hold up the page
  await writeFile(file, text);
  const cdp = await page.context().newCDPSession(page);
  const heapKb = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1000;
  };
  const give = async () => {
    await page.locator('.drop input[type=file]').setInputFiles(file);
    await page.locator('.proof-counts').waitFor();
  };
  const forget = async () => {
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('Three renders').waitFor();
    return heapKb();
  };
  await page.getByRole('tab', { name: /^Proof/ }).click();
  await page.evaluate(watchFrames);
  const begun = performance.now();
  await give();
  const wholeMs = performance.now() - begun;
  const longestFrameMs = await page.evaluate(() => Reflect.get(window, 'longest'));
  const without = await forget();
  await give();
  const held = await heapKb();
  const left = await forget();
  await rm(folder, { recursive: true });
  return { wholeMs, longestFrameMs, heldKb: held - without, leftKb: left - without };
}
