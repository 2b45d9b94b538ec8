import { expect, type Page } from '@playwright/test';
import type { Wizard } from './support/wizard';

/** Every request that the page makes from now on. */
export function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    // A blob: is the page's own memory: that is how it saves a file.
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
  return requests;
}

/** From the first answer to the download, past every part that does something of its own. */
export async function journey(wizard: Wizard) {
  const { page } = wizard;
  await wizard.choose('eventbus.backend', 'kinesis');
  await wizard.fill('kinesis.streamName', 'orders');
  await wizard.fill('api.autoscaling.minReplicas', '8');
  await expect(wizard.line('streamName: orders')).toBeVisible();
  await page.getByLabel('Theme').selectOption('dark');
  await wizard.button('Copy YAML').click();
  await expect(wizard.status).toHaveText('The YAML was copied.');
  await wizard.button('Copy link').click();
  await expect(wizard.status).toContainText('The link was copied.');
  await wizard.tab('Topology');
  const save = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name }).first().click();
    expect(await (await downloading).failure()).toBeNull();
  };
  await save('Save the picture');
  await save('Download values-large.yaml');
  await wizard.goTo('Review');
  await save('Download everything (.zip)');
  await wizard.button('Reset answers').click();
  await page.goBack();
  await expect(wizard.preview).toContainText('streamName: orders');
}
