/** The page, once it answers. @param {import('@playwright/test').Browser} browser @param {string} origin */
export async function openPage(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(origin);
  await page.locator('.page:not([inert])').waitFor({ state: 'attached' });
  return page;
}

/** @param {import('@playwright/test').Page} page @param {string} title */
export async function openStep(page, title) {
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await steps.getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('heading', { name: title }).first().waitFor();
}

/** @param {import('@playwright/test').Page} page @returns {Promise<[string, number][]>} elements of the page, by step */
export async function countElements(page) {
  const count = () => page.evaluate(() => document.querySelectorAll('*').length);
  /** @type {[string, number][]} */
  const counts = [['at the start', await count()]];
  const names = page.getByRole('navigation', { name: 'Steps' }).locator('.step-name');
  for (const step of await names.allTextContents()) {
    await openStep(page, step);
    counts.push([step, await count()]);
  }
  return counts;
}
