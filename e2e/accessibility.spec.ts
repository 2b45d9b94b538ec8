import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import type { Wizard } from './support/wizard';

const widths = [390, 1024, 1440];

/** @param rules all that axe has, those of good practice too, where none are named */
async function expectNoFindings(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
  expect(findings).toEqual([]);
}

/** All that the page can show at once: everything folded out, problems, notices, an undo, cautions. */
async function showEverything(wizard: Wizard): Promise<void> {
  await wizard.open('#preset=everything-on&redis.cluster=false&plan.zones=none&no.such=key');
  await wizard.page.getByRole('button', { name: /^Everything on/ }).click();
  await wizard.button('Undo preset Everything on').click();
  await wizard.fill('api.resources.limits.cpu', '1');
  await wizard.fill('kafka.brokers', 'broker');
  await wizard.page.keyboard.press('Control+s');
  await expect(wizard.problems).toBeFocused();
  await wizard.page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

for (const width of widths) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('axe finds nothing on arrival', async ({ wizard }) => {
      await wizard.open();
      await expectNoFindings(wizard.page);
    });

    test('axe finds nothing with everything shown', async ({ wizard }) => {
      test.slow(); // axe looks at 4,000 elements
      await showEverything(wizard);
      await expectNoFindings(wizard.page);
      if (width > 390) return;
      await wizard.button('View the file').click();
      await expect(wizard.preview).toBeVisible();
      await expectNoFindings(wizard.page);
    });
  });
}

const looks = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colours', options: { forcedColors: 'active' } },
] as const;

for (const { name, options } of looks) {
  for (const width of widths) {
    test.describe(`${name}, ${width} px wide`, () => {
      test.use({ viewport: { width, height: 900 }, contextOptions: options });

      test('every text stands out from what is behind it', async ({ wizard }) => {
        test.slow();
        await showEverything(wizard);
        if (width === 390) await wizard.button('View the file').click();
        await rollOut(wizard.page);
        await expectNoFindings(wizard.page, ['color-contrast', 'link-in-text-block']);
      });
    });
  }
}

/** Lays all that scrolls or floats out in full: axe gives up on text that something else may lie over. */
async function rollOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { overflowY, position } = getComputedStyle(element);
      if (/auto|scroll/.test(overflowY)) {
        element.style.overflow = 'visible';
        element.style.height = 'auto';
        element.style.contain = 'none';
      }
      if (position === 'sticky' || position === 'fixed') {
        element.style.position = 'static';
        element.style.height = 'auto';
      }
    }
  });
}
