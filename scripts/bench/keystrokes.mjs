import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from './statistics.mjs';

/** A key comes so long after the file has followed the last one: never in step with frames, which come every 16.7 ms. */
const GAP_MS = { least: 60, spread: 80 };
const FOLLOWS_WITHIN_MS = 5_000;

/** What is pressed, in turn. Each key changes the file, and each round leaves the answers as they were.
 * @type {readonly { what: string, isTyping: boolean, field: string, keys: readonly string[] }[]} */
const rounds = [
  {
    what: 'a digit',
    isTyping: true,
    field: '[name="worker.keda.listLength"]',
    keys: ['1', 'Backspace', '2', 'Backspace', '3', 'Backspace', '4', 'Backspace'],
  },
  {
    what: 'an arrow key',
    isTyping: true,
    field: '[name="api.autoscaling.maxReplicas"]',
    keys: ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
  },
  {
    what: 'a letter',
    isTyping: true,
    field: '[name="kinesis.streamName"]',
    keys: [...'events', ...Array.from('events', () => 'Backspace')],
  },
  {
    what: 'another backend',
    isTyping: false,
    field: '[name="eventbus.backend"]:checked',
    keys: ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown'],
  },
];

/**
 * Presses keys in the page until there are enough samples of each kind.
 *
 * @param {import('@playwright/test').Page} page watched by `watchPaintedFile`, with Kinesis chosen and a number begun
 * @param {number} each how many samples of each kind
 * @returns {Promise<{ what: string, isTyping: boolean, samples: number[] }[]>} milliseconds
 */
export async function pressKeys(page, each) {
  const random = seededRandom();
  const kinds = [];
  for (const { what, isTyping, field, keys } of rounds) {
    await page.locator(field).evaluate(focusAtEnd);
    /** @type {number[]} */
    const samples = [];
    while (samples.length < each) {
      for (const key of keys) {
        await delay(GAP_MS.least + random() * GAP_MS.spread);
        samples.push(await timeKey(page, key));
      }
    }
    kinds.push({ what, isTyping, samples });
  }
  return kinds;
}

/** @param {import('@playwright/test').Page} page @param {string} key */
async function timeKey(page, key) {
  // Asked for first, so that nothing runs in the page while it works.
  const sample = page.evaluate(nextPaintedFile);
  await page.keyboard.press(key);
  const late = delay(FOLLOWS_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The file did not follow the key ${key}.`);
  });
  return Promise.race([sample, late]);
}

/** Runs in the page. @returns {Promise<number>} */
function nextPaintedFile() {
  return Reflect.get(window, 'nextPaintedFile')();
}

/** As a person does who goes on with what is there. @param {Element} field */
function focusAtEnd(field) {
  if (!(field instanceof HTMLInputElement)) throw new Error('The field is no input.');
  field.focus();
  if (field.type === 'text') field.setSelectionRange(field.value.length, field.value.length);
}
