import type { Page } from '@playwright/test';
import { expect, unwatched } from './support/test';
import type { Wizard } from './support/wizard';

const test = unwatched.extend<{ errors: string[] }>({
  errors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(errors);
  },
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
  test(`an error in “${tab}” leaves the rest working`, async ({ wizard }) => {
    const broken = await breakPart(wizard.page, label);
    await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=orders');
    await wizard.tab(tab);
    const failed = wizard.region(`${tab} failed`);
    await expect(failed).toContainText('Your answers are kept');
    expect(broken()).toBeGreaterThan(0);

    await wizard.fill('kinesis.streamName', 'payments');
    await expect(wizard.line('streamName: payments')).toBeVisible();
    await failed.getByRole('button', { name: 'Copy the link to these answers' }).click();
    await expect(wizard.status).toContainText('The link was copied.');
    expect(new URL(await wizard.clipboard()).hash).toBe(
      '#v=1&eventbus.backend=kinesis&kinesis.streamName=payments',
    );
    expect(await wizard.download()).toContain('streamName: payments');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeVisible();
  });
}

test('a network that is gone for a while takes nothing with it', async ({ wizard, errors }) => {
  const { page } = wizard;
  const html = await (await page.request.get('/')).text();
  let isGone = true;
  await page.route('**/_next/static/**/*.js', (route) => {
    const isNamed = html.includes(new URL(route.request().url()).pathname);
    return isGone && !isNamed ? route.abort() : route.continue();
  });
  await page.goto('/');
  await page.locator('.page:not([inert])').waitFor({ state: 'attached' });
  await page.getByRole('tab', { name: 'Capacity' }).click();
  await wizard.goTo('Review');
  await wizard.button('Download everything (.zip)').click();
  await expect(wizard.status).toHaveText(/^bundle\.zip could not be made/);
  await wizard.button('Help').click();
  await expect(wizard.status).toContainText('It opens once it is here.');
  await wizard.fill('plan.zones', '4');
  expect(await wizard.download()).toContain('# answers: v=1&plan.zones=4');

  isGone = false;
  await expect(wizard.dialog('Words and keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tabpanel')).toContainText('At the floor');
  expect(errors).toEqual([]);
});

/** Uses both things that are kept in the browser, the theme and the ticks, and an answer. */
async function useStored(wizard: Wizard) {
  const { page } = wizard;
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await wizard.tab('Preflight');
  const tick = page.locator('.preflight-item input').first();
  await expect(tick).not.toBeChecked();
  await tick.check();
  await expect(tick).toBeChecked();
  await wizard.fill('plan.peakRps', '5000');
  await wizard.addressIs('#v=1&plan.peakRps=5000');
}

test("storage that holds yesterday's garbage does not matter", async ({ wizard, errors }) => {
  for (const garbage of ['', '[', '{}', 'null', '"x"', '[1,null,{}]', '\0', 'x'.repeat(100_000)]) {
    await wizard.page.goto('/healthz');
    await wizard.page.evaluate((text) => {
      for (const key of ['kaireon-theme', 'kaireon-preflight']) localStorage.setItem(key, text);
    }, garbage);
    await wizard.open();
    await wizard.tab('Preflight');
    await expect(wizard.page.locator('.preflight-item').first()).toBeVisible();
    await expect(wizard.page.locator('.preflight-item input:checked')).toHaveCount(0);
  }
  await useStored(wizard);
  expect(errors).toEqual([]);
});

const DENIALS = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  denied: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  },
};
for (const [what, deny] of Object.entries(DENIALS)) {
  test(`storage that is ${what} does not matter`, async ({ wizard, errors }) => {
    await wizard.page.addInitScript(deny);
    await wizard.open();
    await useStored(wizard);
    expect(errors).toEqual([]);
  });
}
