import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('without JavaScript each route answers as its line says', async ({ page, baseURL }) => {
  await page.goto('/#v=1&eventbus.backend=kinesis');
  const section = page.locator('.without-script'); // Playwright's search by text leaves `noscript` out
  await expect(section.locator('p').first()).toBeVisible();
  await expect(section).toContainText('This page needs JavaScript');
  await expect(page.getByLabel('Find an answer')).toBeHidden(); // no control that does nothing
  const lines = section.locator('pre');
  await expect(lines).toBeVisible();
  const commands = (await lines.innerText()).split('\n').filter((line) => !line.startsWith('#'));
  expect(new Set(commands).size).toBe(9);
  for (const command of commands) {
    const [, file = '', address = ''] = /^curl -fsSLo (\S+) '(\S+)'$/.exec(command) ?? [];
    const response = await page.request.get(address.replace('http://localhost:3000', `${baseURL}`));
    expect(response.headers()['content-disposition'], command).toContain(`"${file}"`);
    expect(response.status(), command).toBe(200);
    if (file === 'values-large.yaml') expect(await response.text()).toContain('backend: kinesis');
  }
});
