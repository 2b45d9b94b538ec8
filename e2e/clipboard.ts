import type { BrowserContext } from '@playwright/test';

/** What the clipboard holds. Pasted into a page of its own: ours may write the clipboard and not read it. */
export async function clipboardText(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.setContent('<textarea></textarea>');
  const area = page.locator('textarea');
  await area.press('ControlOrMeta+V');
  const text = await area.inputValue();
  await page.close();
  return text;
}
