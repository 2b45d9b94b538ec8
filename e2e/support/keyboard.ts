import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page of ours has. */
const MOST_STOPS = 600;

/** Presses Tab until this has the focus, and returns what it passed. At each stop the focus must be seen. */
export async function tabTo(page: Page, goal: Locator): Promise<string[]> {
  const stops: string[] = [];
  await expect(goal).toBeAttached(); // a dialog opens first
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(faultOfFocus)).toBe('');
    stops.push(await page.evaluate(nameOfFocus));
    if (await goal.evaluate((element) => element === document.activeElement)) return stops;
  }
  throw new Error(`Tab came by ${stops.join(', ')}, and never where it should.`);
}

/** Presses Tab until the end of the page, and returns what it passed. */
export function tabToEnd(page: Page): Promise<string[]> {
  const stops = page.locator('button, input, select, summary, [tabindex="0"]');
  return tabTo(page, stops.filter({ visible: true }).last());
}

/** Runs in the page: what has the focus, in words. */
function nameOfFocus(): string {
  const { tagName, textContent } = document.activeElement ?? document.body;
  const name = document.activeElement?.getAttribute('name');
  return `${tagName.toLowerCase()} ${name ?? textContent?.slice(0, 40)}`;
}

/** Runs in the page: what has the focus is marked, in the window, and nothing lies over it; or why not. */
function faultOfFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'nothing has the focus';
  const { x, y, width, height } = focused.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  if (top === null) return `${focused.outerHTML} is out of the window`;
  // A switch lies unseen over its track: what is on top of both is their label.
  const label = focused.closest('label');
  if (!(label ?? focused).contains(top) && !top.contains(focused))
    return `${top.outerHTML} lies over ${focused.outerHTML}`;
  const isMarked = [focused, label, focused.nextElementSibling, focused.parentElement].some(
    (bearer) => {
      if (bearer === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(bearer);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    },
  );
  return isMarked ? '' : `no mark shows that ${focused.outerHTML} has the focus`;
}
