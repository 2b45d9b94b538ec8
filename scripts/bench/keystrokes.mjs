import { setTimeout as delay } from 'node:timers/promises';
import { openPage, openStep } from './page.mjs';

/** A key comes so long after the file has followed the last one: never in step with frames, which come every 16.7 ms. */
const GAP_MS = { least: 60, spread: 80 };
const FOLLOWS_WITHIN_MS = 10_000;
const FIELD = '[name="api.autoscaling.maxReplicas"]';

/** Each key changes the file, and each round leaves the answer as it was. */
const KINDS = {
  'a digit': ['1', 'Backspace', '2', 'Backspace', '3', 'Backspace'],
  'an arrow key': ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
};

/**
 * Opens the tiers and presses keys in one of their fields.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {number} cpuRate how many times slower the processor is made
 * @param {number} each how many samples of each kind
 * @returns {Promise<Record<string, number[]>>} milliseconds from a key to the painted file, by kind
 */
export async function timeKeys(browser, origin, cpuRate, each) {
  const page = await openPage(browser, origin);
  await openStep(page, 'Tiers');
  const field = page.locator(FIELD);
  await field.fill('9'); // so that keys change one line, not how many lines there are
  await field.focus();
  await page.evaluate(watchPaintedFile);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  /** @type {Record<string, number[]>} */
  const samples = {};
  for (const [kind, keys] of Object.entries(KINDS)) {
    for (const key of keys) await timeKey(page, key); // the first find nothing compiled
    const times = [];
    while (times.length < each) for (const key of keys) times.push(await timeKey(page, key));
    samples[kind] = times;
  }
  await page.close();
  return samples;
}

/** @param {import('@playwright/test').Page} page @param {string} key @returns {Promise<number>} */
async function timeKey(page, key) {
  await delay(GAP_MS.least + Math.random() * GAP_MS.spread);
  // Asked for first, so that nothing runs in the page while it works.
  const sample = page.evaluate(() => Reflect.get(window, 'nextPaintedFile')());
  await page.keyboard.press(key);
  const late = delay(FOLLOWS_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The file did not follow the key ${key}.`);
  });
  return Promise.race([sample, late]);
}

/**
 * Runs in the page. Times a key from the browser's own time stamp of its event to the frame that shows the changed
 * file: the text of the preview changes, the next frame begins, and the message that is posted in it arrives when its
 * style, layout and paint are done. Raster and the screen itself are left out, as in any measurement from within a page.
 */
function watchPaintedFile() {
  const preview = document.querySelector('[aria-label="Preview of values-large.yaml"]');
  if (!preview) throw new Error('The page has no preview.');
  /** @type {number[]} */
  const samples = [];
  /** @type {((sample: number) => void)[]} */
  const waiting = [];
  /** When the key was pressed that no frame has shown yet. */
  let pressedAt = 0;
  let isChanged = false;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    const sample = performance.now() - pressedAt;
    pressedAt = 0;
    isChanged = false;
    const next = waiting.shift();
    if (next) next(sample);
    else samples.push(sample);
  };
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  new MutationObserver(() => {
    if (pressedAt === 0 || isChanged) return;
    isChanged = true;
    requestAnimationFrame(() => painted.port2.postMessage(null));
  }).observe(preview, { subtree: true, childList: true, characterData: true });
  const nextPaintedFile = () => samples.shift() ?? new Promise((give) => waiting.push(give));
  Object.assign(window, { nextPaintedFile });
}
