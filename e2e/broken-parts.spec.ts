import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { clipboardText } from './clipboard';
import { Wizard } from './support/wizard';

/** Without the watch over the console, because errors are expected here. */
const test = base.extend<{ wizard: Wizard }>({
  wizard: async ({ page }, use) => use(new Wizard(page)),
});

/** Serves the page's scripts with an error in them, thrown when a part with this label is drawn. */
async function breakPart(page: Page, label: string) {
  let broken = 0;
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const spoiled = body.replaceAll(
      `"aria-label":${JSON.stringify(label)}`,
      '"aria-label":(()=>{throw new Error("broken")})()',
    );
    if (spoiled !== body) broken += 1;
    await route.fulfill({ response, body: spoiled });
  });
  return () => broken;
}

for (const [tab, label] of [
  ['Topology', 'The topology as chosen'],
  ['Use it', 'Use it'],
  ['Preflight', 'Preflight'],
  ['Capacity', 'Capacity'],
  ['Limits', 'Honest limits'],
] as const) {
  test(`an error in “${tab}” leaves the rest working, with the answers kept`, async ({
    page,
    wizard,
    context,
  }) => {
    await context.grantPermissions(['clipboard-write']);
    const broken = await breakPart(page, label);
    await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=orders');
    await wizard.tab(tab);
    const failed = page.getByRole('region', { name: `${tab} failed` });
    await expect(failed).toContainText('Your answers are kept');
    expect(broken()).toBeGreaterThan(0);

    await wizard.fill('kinesis.streamName', 'payments');
    await expect(wizard.preview).toContainText('streamName: payments');

    await failed.getByRole('button', { name: 'Copy the link to these answers' }).click();
    await expect(wizard.status).toContainText('The link was copied.');
    const copied = await clipboardText(context);
    expect(new URL(copied).hash).toBe('#v=1&eventbus.backend=kinesis&kinesis.streamName=payments');

    const downloading = page.waitForEvent('download');
    await wizard.downloadButton.click();
    expect(readFileSync(await (await downloading).path(), 'utf8')).toContain(
      'streamName: payments',
    );
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeVisible();
  });
}

const GARBAGE = ['', '[', '{}', 'null', '"x"', '[1,null,{}]', '\u0000', 'x'.repeat(100_000)];

/** Uses both things that are kept in the browser: the theme and the ticks. */
async function useStored(page: Page) {
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await new Wizard(page).tab('Preflight');
  const tick = page.locator('.preflight-item input').first();
  await tick.check();
  await expect(tick).toBeChecked();
  await new Wizard(page).fill('plan.peakRps', '5000');
  await expect(page).toHaveURL(/plan\.peakRps=5000/);
}

test("storage that holds yesterday's garbage does not matter", async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  for (const garbage of GARBAGE) {
    await page.goto('/healthz');
    await page.evaluate((text) => {
      for (const key of ['kaireon-theme', 'kaireon-preflight']) localStorage.setItem(key, text);
    }, garbage);
    await page.goto('/');
    await new Wizard(page).isReady();
    await new Wizard(page).tab('Preflight');
    await expect(page.locator('.preflight-item').first()).toBeVisible();
    await expect(page.locator('.preflight-item input:checked')).toHaveCount(0);
  }
  await useStored(page);
  expect(errors).toEqual([]);
});

for (const [what, deny] of [
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  [
    'denied',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    },
  ],
] as const) {
  test(`storage that is ${what} does not matter`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(deny);
    await page.goto('/');
    await new Wizard(page).isReady();
    await new Wizard(page).tab('Preflight');
    await expect(page.locator('.preflight-item').first()).toBeVisible();
    await useStored(page);
    expect(errors).toEqual([]);
  });
}
