import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

test.use({ contextOptions: { colorScheme: 'dark' } });

/** What a browser does when somebody prints. */
async function startPrinting(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

test('on paper stand file, limits and topology, and nothing of the page', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=orders');
  const file = await wizard.download();
  await startPrinting(page);
  const paper = page.locator('.printed-page');
  await expect(paper).toBeVisible();
  expect(await paper.locator('pre').first().textContent()).toBe(file);
  await expect(paper).toContainText('interaction-store-block-unfilled');
  await expect(paper).toContainText('This overlay switches the DynamoDB block on');
  await expect(paper.locator('.topology > svg')).toBeVisible();
  await expect(paper.getByRole('button')).toHaveCount(0); // none is visible
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeHidden();
  await expect(wizard.preview).toBeHidden();
  expect(await paper.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('light');

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(paper).toHaveCount(0);

  await wizard.fill('plan.zones', '0');
  await startPrinting(page);
  await expect(paper).toContainText('Not to be applied');
});

test('the limits alone can be printed and copied, with their answers', async ({ wizard }) => {
  const { page } = wizard;
  await wizard.open('#v=1&redis.cluster=false');
  await wizard.button('Copy limits').click();
  await expect(page.getByText('The limits were copied, as Markdown.')).toBeAttached();
  const copied = await wizard.clipboard();
  expect(copied).toContain('- `redis-single-node`: ');
  expect(copied).toContain('Answers: `v=1&redis.cluster=false`\n');

  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await wizard.button('Print limits').click();
  const paper = page.locator('.printed-page');
  expect((await paper.locator('pre').textContent())?.trim()).toBe(copied.trim());
  await expect(paper.locator('.topology')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
});
