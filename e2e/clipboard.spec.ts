import { browserLaunchOptions } from '../scripts/tools.mjs';
import { expectedOverlay } from '../tests/expected/expected-overlay.mjs';
import { expect, unwatched as test } from './support/test'; // over plain http the browser itself warns

test.use({
  launchOptions: {
    ...browserLaunchOptions,
    args: [...browserLaunchOptions.args, '--host-resolver-rules=MAP values.test 127.0.0.1'],
  },
});

test('Copy YAML copies the file as it is', async ({ wizard }) => {
  await wizard.open('#v=1&eventbus.enabled=false&interactionStore.backend=pg');
  await wizard.button('Copy YAML').click();
  await expect(wizard.status).toHaveText('The YAML was copied.');
  expect(await wizard.clipboard()).toBe(expectedOverlay('bus-off-store-pg'));
});

for (const [what, host] of [
  ['has no clipboard, over plain http', 'values.test'],
  ['refuses the clipboard', '127.0.0.1'],
] as const) {
  test.describe(`a browser that ${what}`, () => {
    test.use({
      baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', host)),
      permissions: [],
    });

    test('shows the text selected instead, and says so', async ({ wizard }) => {
      const { page } = wizard;
      await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=orders');
      expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(host !== 'values.test');
      const dialog = wizard.dialog('Copy it yourself');
      /** What is selected in the text that has the focus. */
      const selected = async () => {
        await expect(dialog).toBeVisible();
        return page.evaluate(() => {
          const area = document.activeElement;
          if (!(area instanceof HTMLTextAreaElement)) return 'no text has the focus';
          return area.value.slice(area.selectionStart, area.selectionEnd);
        });
      };

      await wizard.button('Copy link').click();
      await expect(dialog).toContainText('nothing was copied. It is selected: press Ctrl+C');
      expect(await selected()).toBe(page.url());
      await page.keyboard.press('ControlOrMeta+C');
      await expect(dialog.getByRole('status')).toContainText(
        'The link was copied. It holds every answer.',
      );
      expect(await wizard.clipboard()).toBe(page.url());
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(wizard.button('Copy link')).toBeFocused();

      await page.keyboard.press('Alt+Y');
      const yaml = await selected();
      await dialog.getByRole('button', { name: 'Done' }).click();
      expect(yaml).toBe(await wizard.download());

      const panel = await wizard.tab('Use it');
      const command = await panel.locator('pre').first().innerText();
      const copy = panel.getByRole('button', { name: /^Copy / });
      await copy.first().click();
      expect(await selected()).toBe(command);
    });
  });
}
