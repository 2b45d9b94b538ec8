import { axeFindings } from './support/axe';
import { STEPS } from './support/steps';
import { expect, test } from './support/test';

const TABS = ['Capacity', 'Topology', 'Preflight', 'Use it', 'Your chart'];

const LOOKS = [
  { width: 1440, name: 'light', options: { colorScheme: 'light' } },
  { width: 1024, name: 'dark', options: { colorScheme: 'dark' } },
  { width: 1440, name: 'dark', options: { colorScheme: 'dark' } },
  { width: 390, name: 'light', options: { colorScheme: 'light' } },
  { width: 320, name: 'dark', options: { colorScheme: 'dark' } },
  { width: 1440, name: 'forced colours', options: { forcedColors: 'active' } },
] as const;

for (const { width, name, options } of LOOKS) {
  test.describe(`${width} px, ${name}`, () => {
    test.use({ viewport: { width, height: 900 }, contextOptions: options });
    const isNarrow = width < 1024;

    test('axe finds nothing in any step', async ({ wizard }) => {
      await wizard.open('#preset=everything-on&redis.cluster=false&plan.zones=none&no.such=key');
      await wizard.fill('api.resources.limits.cpu', '1');
      await wizard.page.keyboard.press('Control+s');
      await expect(wizard.problems).toBeFocused();
      for (const step of STEPS) {
        await wizard.goTo(step);
        expect(await axeFindings(wizard.page), step).toEqual([]);
      }
    });

    test('axe finds nothing in any tab, view or dialog', async ({ wizard }) => {
      await wizard.open('#v=1&eventbus.backend=pulsar');
      if (isNarrow) await wizard.view('More');
      for (const tab of TABS) {
        await wizard.tab(tab);
        await expect(wizard.page.getByText('Loading…')).toHaveCount(0);
        expect(await axeFindings(wizard.page), tab).toEqual([]);
      }
      for (const view of isNarrow ? ['File', 'Limits'] : []) {
        await wizard.view(view);
        expect(await axeFindings(wizard.page), view).toEqual([]);
      }
      const unfold = () => isNarrow && wizard.button('Menu').click();
      await unfold();
      const dialog = await wizard.openFile('redis: { cluster: false }\nx: { y: 1 }\n');
      await expect(dialog.locator('.dialog-verdict')).toBeFocused();
      expect(await axeFindings(wizard.page, 'dialog'), 'Open').toEqual([]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await unfold();
      await wizard.button('Compare').click();
      await expect(wizard.dialog('Compare')).toBeVisible();
      expect(await axeFindings(wizard.page, 'dialog'), 'Compare').toEqual([]);
    });
  });
}
