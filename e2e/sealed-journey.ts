import { type ConsoleMessage, expect, type Page } from '@playwright/test';

export const PREVIEW = 'Preview of values-large.yaml';

/** Every request that the page makes, every refusal of its policy and every complaint, from before it loads. */
export async function watch(page: Page) {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    // A blob: is the page's own memory: that is how it saves a file.
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} refused ${blockedURI}`);
    });
  });
  return { requests, complaints };
}

/** Opens the page and waits for its last part, which is fetched when it is idle. */
export async function open(page: Page, address = '/') {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Use it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The topology as chosen' })).toBeVisible();
}

/** From the first answer to the download, past every part that does something of its own. */
export async function journey(page: Page) {
  await page.getByRole('radio', { name: /Kinesis/ }).check();
  await page.locator('[name="kinesis.streamName"]').fill('orders');
  await page.locator('[name="api.autoscaling.minReplicas"]').fill('8');
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('streamName: orders');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Copy YAML' }).click();
  await expect(page.locator('output.status')).toHaveText('The YAML was copied.');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('output.status')).toContainText('The link was copied.');
  for (const name of [
    'Save the picture',
    'Download everything (.zip)',
    'Download values-large.yaml',
  ]) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect(await (await downloading).failure()).toBeNull();
  }
  await page.getByRole('button', { name: 'Reset answers' }).click();
  await page.goBack();
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('streamName: orders');
}
