import { setTimeout as delay } from 'node:timers/promises';
import { openStep } from './pages.mjs';
import { seededRandom } from './statistics.mjs';

/** A key comes so long after the file has followed the last one: never in step with frames, which come every 16.7 ms. */
const GAP_MS = { least: 60, spread: 80 };
const FOLLOWS_WITHIN_MS = 5_000;

/** Kinesis chosen, its name begun, and numbers already changed: keys change one line, not the page's layout. */
export const START =
  '#v=1&api.autoscaling.minReplicas=2&api.autoscaling.maxReplicas=7&eventbus.backend=kinesis&kinesis.streamName=kaireon-';

/** What is pressed, in turn. Each key changes the file, and each round leaves the answers as they were.
 * @type {readonly { what: string, step: string, field: string, keys: readonly string[] }[]} */
const rounds = [
  {
    what: 'a digit',
    step: 'Tiers',
    field: '[name="api.autoscaling.maxReplicas"]',
    keys: ['1', 'Backspace', '2', 'Backspace', '3', 'Backspace', '4', 'Backspace'],
  },
  {
    what: 'an arrow key',
    step: 'Tiers',
    field: '[name="api.autoscaling.maxReplicas"]',
    keys: ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
  },
  {
    what: 'a letter',
    step: 'Event bus',
    field: '[name="kinesis.streamName"]',
    keys: [...'events', ...Array.from('events', () => 'Backspace')],
  },
  {
    what: 'another backend',
    step: 'Event bus',
    field: '[name="eventbus.backend"]:checked',
    keys: ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown'],
  },
];

/**
 * Presses keys in the page until there are enough samples of each kind.
 *
 * @param {import('@playwright/test').Page} page watched by `watchPaintedFile`, opened at `START`
 * @param {number} each how many samples of each kind
 * @returns {Promise<{ what: string, samples: number[] }[]>} milliseconds
 */
export async function pressKeys(page, each) {
  const random = seededRandom();
  const kinds = [];
  for (const { what, step, field, keys } of rounds) {
    await openStep(page, step, field);
    await page.locator(field).evaluate(focusAtEnd);
    /** @type {number[]} */
    const samples = [];
    while (samples.length < each) {
      for (const key of keys) {
        await delay(GAP_MS.least + random() * GAP_MS.spread);
        samples.push(await timeKey(page, key));
      }
    }
    kinds.push({ what, samples });
  }
  return kinds;
}

/** @param {import('@playwright/test').Page} page @param {string} key */
async function timeKey(page, key) {
  // Asked for first, so that nothing runs in the page while it works.
  const sample = page.evaluate(() => Reflect.get(window, 'nextPaintedFile')());
  await page.keyboard.press(key);
  const late = delay(FOLLOWS_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The file did not follow the key ${key}.`);
  });
  return Promise.race([sample, late]);
}

/** As a person does who goes on with what is there. @param {Element} field */
function focusAtEnd(field) {
  if (!(field instanceof HTMLInputElement)) throw new Error('The field is no input.');
  field.focus();
  if (field.type === 'text') field.setSelectionRange(field.value.length, field.value.length);
}
