import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** Opens the page with its scripts held back, as on a slow line. Returns a function that releases them. */
async function openWithoutScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const isLet = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await isLet;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.locator('[name="plan.peakRps"]')).toBeVisible();
  return letThrough;
}

test('what is typed before the scripts are there is not lost later', async ({ wizard }) => {
  const { page } = wizard;
  const letThrough = await openWithoutScripts(page);
  const held = () =>
    page
      .locator('input, select')
      .evaluateAll((all) =>
        (all as (HTMLInputElement | HTMLSelectElement)[]).map((control) => [
          control.name,
          control.value,
          'checked' in control && control.checked,
        ]),
      ); // what the selector finds
  const before = await held();
  // As a person does who does not know that the page cannot react yet.
  const press = (selector: string) => page.locator(selector).first().click({ force: true });
  await press('[name="plan.peakRps"]');
  await page.keyboard.type('5000');
  await press('.tick input'); // only changes
  await press('button.card');
  await press('nav[aria-label="Steps"] li:nth-child(4) button');
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.type('7 ');
  }
  expect(await held(), 'nothing may look as if it had been taken').toEqual(before);

  letThrough();
  await wizard.isReady();
  await expect(wizard.heading('Scale')).toBeVisible();
  expect(await held()).toEqual(before);
  await expect(wizard.control('plan.peakRps')).toHaveValue('');
  await wizard.control('plan.peakRps').fill('5000');
  await wizard.addressIs('#v=1&plan.peakRps=5000');
});

test('what a browser filled in itself is in the file or not on screen', async ({ wizard }) => {
  const { page } = wizard;
  const letThrough = await openWithoutScripts(page);
  // As a browser that restores a form does, or an extension.
  await page.evaluate(() => {
    for (const control of document.querySelectorAll('input')) {
      if (control.type === 'checkbox') control.checked = !control.checked;
      else if (control.type === 'text') control.value = '4321';
    }
  });
  letThrough();
  await wizard.isReady();
  const peak = wizard.control('plan.peakRps');
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
