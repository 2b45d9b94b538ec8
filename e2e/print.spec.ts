import { expect, test } from './support/test';

test.use({ contextOptions: { colorScheme: 'dark' } });

test('on paper stand the whole file, its limits in full and the topology, and nothing of the page', async ({
  wizard,
}) => {
  const { page } = wizard;
  await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=orders');
  const file = await wizard.download();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.printed-page');
  await expect(paper).toBeVisible();
  expect(await paper.locator('pre').textContent()).toBe(file.toString());
  await expect(paper).toContainText('interaction-store-block-unfilled');
  await expect(paper).toContainText('dynamodb.tableName is blank, so this overlay switches');
  await expect(paper.locator('.topology > svg')).toBeVisible();
  await expect(paper.getByRole('button')).toHaveCount(0); // none is visible
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeHidden();
  await expect(wizard.preview).toBeHidden();
  expect(await paper.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('light');

  await page.emulateMedia({ media: 'screen' });
  await expect(paper).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
});

test('a file with a problem says on paper that it must not be applied', async ({ wizard }) => {
  await wizard.open('#v=1&api.autoscaling.minReplicas=60&api.autoscaling.maxReplicas=50');
  await wizard.page.emulateMedia({ media: 'print' });
  await expect(wizard.page.locator('.printed-page')).toContainText('Not to be applied');
});
