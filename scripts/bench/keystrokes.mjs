import { setTimeout as delay } from 'node:timers/promises';
import { openPage, openStep } from './page.mjs';

/** Each key changes the file, and each round leaves the answer as it was. */
const KINDS = {
  'a digit': ['1', 'Backspace', '2', 'Backspace', '3', 'Backspace'],
  'an arrow key': ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
};

/** Times keys in a field of the tiers, each from the key to the painted file, on a slowed processor.
 * @param {import('@playwright/test').Browser} browser @param {string} origin @param {number} cpuRate */
export async function keystrokes(browser, origin, cpuRate) {
  const page = await openPage(browser, origin);
  await openStep(page, 'Tiers');
  const field = page.locator('[name="api.autoscaling.maxReplicas"]');
  await field.fill('9'); // so that keys change one line, not how many lines there are
  await field.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  const kinds = Object.entries(KINDS).map(([kind, keys]) => {
    let turn = 0;
    const press = async () => {
      // Not a multiple of 16.7 ms, the time between frames.
      await delay(60 + Math.random() * 80);
      await page.evaluate(timeNextKey);
      // Requested before the key, so that as little as possible runs in the page while it works.
      const painted = page.evaluate(() => Reflect.get(window, 'painted'));
      await page.keyboard.press(keys[turn++ % keys.length] ?? '');
      return { overriddenDuration: await painted };
    };
    return [`${kind}, processor at 1/${cpuRate}`, press];
  });
  return { page, tasks: Object.fromEntries(kinds) };
}

/**
 * Runs in the page. Times a key from the browser's own time stamp of its event to the frame that shows the changed
 * file: the text of the preview changes, the next frame begins, and the message that is posted in it arrives when its
 * style, layout and paint are done. Raster and the screen itself are left out, as in any measurement from within a page.
 */
function timeNextKey() {
  const preview = document.querySelector('[aria-label="Preview of values-large.yaml"]');
  const painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The file did not follow the key.')), 10_000);
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
