import { expect, type Page, test } from '@playwright/test';
import { browserLaunchOptions } from '../scripts/tools.mjs';
import { clipboardText } from './clipboard';
import { Wizard } from './support/wizard';

test.use({
  launchOptions: {
    ...browserLaunchOptions,
    args: [...browserLaunchOptions.args, '--host-resolver-rules=MAP values.test 127.0.0.1'],
  },
});

/** What is selected in the text that has the focus. */
const selected = (page: Page) =>
  page.evaluate(() => {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement)) return 'no text has the focus';
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });

const LINK = '#v=1&eventbus.backend=kinesis&kinesis.streamName=orders';

for (const [what, host] of [
  ['has no clipboard, over plain http', 'values.test'],
  ['refuses the clipboard', '127.0.0.1'],
] as const) {
  test.describe(`a browser that ${what}`, () => {
    test.use({
      baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', host)),
      permissions: [],
    });

    test('shows the text selected instead, and says so', async ({ page }) => {
      const wizard = new Wizard(page);
      await wizard.open(LINK);
      expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(host !== 'values.test');
      const dialog = page.getByRole('dialog', { name: 'Copy it yourself' });

      await wizard.button('Copy link').click();
      await expect(dialog).toContainText('nothing was copied. It is selected: press Ctrl+C');
      expect(await selected(page)).toBe(page.url());
      await page.keyboard.press('ControlOrMeta+C');
      await expect(dialog.getByRole('status')).toContainText(
        'The link was copied. It holds every answer.',
      );
      expect(await clipboardText(page.context())).toBe(page.url());
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(wizard.button('Copy link')).toBeFocused();

      await page.keyboard.press('Alt+Y');
      await expect(dialog).toBeVisible();
      const yaml = await selected(page);
      await dialog.getByRole('button', { name: 'Done' }).click();
      expect(yaml).toBe((await wizard.download()).toString());

      const panel = await wizard.tab('Use it');
      const command = await panel.locator('pre').first().innerText();
      await panel
        .getByRole('button', { name: /^Copy / })
        .first()
        .click();
      await expect(dialog).toBeVisible();
      expect(await selected(page)).toBe(command);
    });
  });
}
