import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Holds back the page's scripts, as a slow line does. Returns a function that releases them. */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const isLet = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await isLet;
    await route.continue();
  });
  return letThrough;
}

/** What the controls of the page hold, by their names. */
const held = (page: Page): Promise<Record<string, string | boolean>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(
        (control, index) => [
          control.name || control.id || String(index),
          control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)
            ? control.checked
            : control.value,
        ],
      ),
    ),
  );

/** Clicks the middle of a control, as a person does who does not know that the page cannot react yet. */
async function pressAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('what is typed and pressed before the scripts are there is not taken and then lost', async ({
  wizard,
}) => {
  const { page } = wizard;
  const letThrough = await holdScripts(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect(wizard.heading('Scale')).toBeVisible();
  await expect(wizard.control('plan.peakRps')).toBeVisible();
  const before = await held(page);
  expect(before['plan.peakRps']).toBe('');

  await pressAt(page, '[name="plan.peakRps"]');
  await page.keyboard.type('5000');
  await pressAt(page, '.tick input'); // only changes
  await pressAt(page, 'button.card');
  await pressAt(page, 'nav[aria-label="Steps"] li:nth-child(4) button');
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.type('7 ');
  }
  expect(await held(page), 'nothing may look as if it had been taken').toEqual(before);
  await expect(wizard.heading('Scale')).toBeVisible();

  letThrough();
  await wizard.isReady();
  await expect(wizard.heading('Scale')).toBeVisible();
  expect(await held(page)).toEqual(before);
  await wizard.control('plan.peakRps').fill('5000');
  await wizard.addressIs('#v=1&plan.peakRps=5000');
});

test('what a browser fills in by itself before the scripts are there is either in the file or not on screen', async ({
  wizard,
}) => {
  const { page } = wizard;
  const letThrough = await holdScripts(page);
  await page.goto('/', { waitUntil: 'commit' });
  const peak = wizard.control('plan.peakRps');
  await expect(peak).toBeVisible();
  // As a browser that restores a form does, or an extension.
  await page.evaluate(() => {
    for (const control of document.querySelectorAll('input')) {
      if (control.type === 'checkbox') control.checked = !control.checked;
      else if (control.type === 'text') control.value = '4321';
    }
  });
  letThrough();
  await wizard.isReady();
  const shown = await peak.inputValue();
  await wizard.addressIs(shown === '' ? '' : `#v=1&plan.peakRps=${shown}`);
  await wizard.goTo('Tiers');
  await wizard.goTo('Scale');
  await expect(peak).toHaveValue(shown);
  const isOnlyChanges = await page.getByLabel('Only changes').isChecked();
  await expect(
    page.getByText('Nothing differs from the documented file.').or(wizard.line('backend: kafka')),
  ).toHaveText(isOnlyChanges ? /^Nothing differs/ : /backend: kafka/);
});
