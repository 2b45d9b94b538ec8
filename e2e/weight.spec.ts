import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test';

/** In kB of gzip. docs/decisions/0016 aims at 230 and 310: lower these with every kB that goes. */
const [BEFORE_IT_ANSWERS, IN_ALL] = [275, 365];

test('the page weighs no more than it may', async ({ page }) => {
  const scripts: Promise<{ readonly path: string; readonly kB: number }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const path = new URL(response.url()).pathname;
    scripts.push(
      response.body().then((body) => ({ path, kB: gzipSync(body, { level: 9 }).length / 1000 })),
    );
  });
  const html = await (await page.request.get('/')).text();
  /** Of the scripts that came so far: of all, or of those that the page itself names, with which it answers. */
  const weight = async (isCounted: (path: string) => boolean = () => true) =>
    (await Promise.all(scripts))
      .filter(({ path }) => isCounted(path))
      .reduce((sum, { kB }) => sum + kB, 0);
  await page.goto('/');
  await page.locator('.page:not([inert])').waitFor({ state: 'attached' });
  const named = (path: string) => html.includes(`src="${path}"`);
  expect(await weight(named)).toBeLessThan(BEFORE_IT_ANSWERS);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').locator('visible=true')).not.toContainText('Loading');
  }
  await page.waitForLoadState('load');
  const all = await weight();
  expect(all).toBeGreaterThan(BEFORE_IT_ANSWERS);
  expect(all).toBeLessThan(IN_ALL);
});
