import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';

/** More than any page of ours has. */
const MOST_STOPS = 600;

interface Focus {
  /** What has the focus, in words. */
  readonly name: string;
  /** Why it cannot be seen. */
  readonly fault: string;
  readonly isGoal: boolean;
}

/** Presses Tab until this has the focus. At each stop on the way the focus must be seen. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  const handle = await goal.elementHandle();
  if (!handle) throw new Error(`There is no ${goal}.`);
  await tabThrough(page, handle);
}

/** Presses Tab until the end of the page, and returns what it passed. At each stop the focus must be seen. */
export async function tabToEnd(page: Page): Promise<string[]> {
  const last = await page.evaluateHandle(() => {
    const usable = [
      ...document.querySelectorAll('button, input, select, summary, [tabindex="0"]'),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    return usable.at(-1) ?? document.body;
  });
  return tabThrough(page, last);
}

async function tabThrough(page: Page, goal: ElementHandle<Node>): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const { name, isGoal } = await expectFocusInSight(page, goal);
    stops.push(name);
    if (isGoal) return stops;
  }
  throw new Error(`Tab came by ${stops.join(', ')}, and never where it should.`);
}

/** What has the focus is marked, in the window, and nothing lies over it. */
async function expectFocusInSight(page: Page, goal: ElementHandle<Node>): Promise<Focus> {
  let seen: Focus = { name: '', fault: '', isGoal: false };
  await expect
    .poll(async () => {
      seen = await page.evaluate(lookAtFocus, goal);
      return seen.fault && `${seen.name}: ${seen.fault}`;
    })
    .toBe('');
  return seen;
}

/** Runs in the page. */
function lookAtFocus(goal: Node): Focus {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) {
    return { name: 'the page', fault: 'nothing has the focus', isGoal: false };
  }
  const text = focused.textContent?.slice(0, 40) ?? '';
  const name = `${focused.tagName.toLowerCase()} ${focused.getAttribute('name') ?? text}`;
  return { name, fault: faultOf(focused), isGoal: focused === goal };

  function faultOf(focused: HTMLElement): string {
    const { x, y, width, height } = focused.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    if (top === null) return 'it is out of the window';
    // A switch lies unseen over its track: what is on top of both is their label.
    const box = focused.closest('label') ?? focused;
    if (!box.contains(top) && !top.contains(focused)) return `${top.outerHTML} lies over it`;

    const bearers = [
      focused,
      focused.closest('label'),
      focused.nextElementSibling,
      focused.parentElement,
    ];
    const isMarked = bearers.some((bearer) => {
      if (bearer === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(bearer);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    return isMarked ? '' : 'no mark shows that it has the focus';
  }
}
