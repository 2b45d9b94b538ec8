import { setTimeout as delay } from 'node:timers/promises';

const OPENS_WITHIN_MS = 20_000;

/**
 * Opens a step of the wizard by its button, once the page answers. A page that has no steps holds every control.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} title of the step
 * @param {string} field selects a control of that step
 */
export async function openStep(page, title, field) {
  const button = page.getByRole('navigation', { name: 'Steps' }).getByRole('button', {
    name: new RegExp(`^(?:\\d+[.:]? *)?${title}\\b`),
  });
  const end = Date.now() + OPENS_WITHIN_MS;
  // Before the page's scripts have taken the button over, a click does nothing.
  while ((await page.locator(field).count()) === 0) {
    if (Date.now() > end) throw new Error(`The step ${title} shows no ${field}.`);
    if ((await button.count()) > 0) await button.first().click();
    await delay(100);
  }
}

/**
 * How many elements the document holds at the start and in its largest step.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function countElements(page) {
  const count = () => page.evaluate(() => document.querySelectorAll('*').length);
  const counts = { start: await count(), largest: 0, step: 'the only one' };
  const buttons = page.getByRole('navigation', { name: 'Steps' }).getByRole('button');
  for (const button of await buttons.all()) {
    await button.click();
    await delay(500); // what is drawn after the step's first frame
    const inStep = await count();
    if (inStep > counts.largest) {
      Object.assign(counts, { largest: inStep, step: (await button.innerText()).split('\n')[0] });
    }
  }
  return counts;
}
