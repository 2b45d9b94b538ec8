import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** How many pixels the page can be scrolled sideways. */
const sidewaysPx = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** What has text or can be used, reaches out of the window, and no scrolling can bring in. */
const lostElements = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [
      ...document.querySelectorAll('label, input, button, summary, h1, h2, h3, p, li, td, th'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const isOut = left < -1 || right > document.documentElement.clientWidth + 1;
        return isOut && width > 1 && !scrolls(element.parentElement);
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });

for (const width of [320, 390]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 720 }, hasTouch: true, isMobile: true });

    test('nothing scrolls the page sideways', async ({ wizard }) => {
      await wizard.open('#preset=everything-on&plan.peakRps=many');
      for (const summary of await wizard.limits.locator('summary').all()) await summary.click();
      await wizard.fill('api.resources.limits.cpu', '1');
      await wizard.page.keyboard.press('Control+s');
      await expect(wizard.problems).toBeFocused();
      expect(await sidewaysPx(wizard.page)).toBe(0);
      expect(await lostElements(wizard.page)).toEqual([]);

      await wizard.button('View the file').tap();
      await expect(wizard.preview).toBeVisible();
      expect(await sidewaysPx(wizard.page)).toBe(0);
      expect(await lostElements(wizard.page)).toEqual([]);
    });

    test('the file is one tap away and back, and the focus goes with it', async ({ wizard }) => {
      await wizard.open();
      await expect(wizard.preview).toBeHidden();
      await wizard.button('View the file').tap();
      await expect(wizard.preview).toBeVisible();
      await expect(wizard.preview).toBeFocused();
      await expect(wizard.downloadButton).toBeInViewport();
      const [download] = await Promise.all([
        wizard.page.waitForEvent('download'),
        wizard.downloadButton.tap(),
      ]);
      expect(download.suggestedFilename()).toBe('values-large.yaml');

      await wizard.button('Back to the questions').tap();
      await expect(wizard.preview).toBeHidden();
      await expect(wizard.button('View the file')).toBeFocused();
    });

    test('a question leads into the file and a line of it back to its question', async ({
      wizard,
    }) => {
      await wizard.open();
      await wizard.button('Show redis.cluster in the file').tap();
      await expect(wizard.line('cluster: true')).toBeInViewport();
      await wizard.line('cluster: true').tap();
      await expect(wizard.preview).toBeHidden();
      await expect(wizard.control('redis.cluster')).toBeFocused();
    });

    test('a download with problems comes back from the file to the summary', async ({ wizard }) => {
      await wizard.open();
      await wizard.fill('api.resources.limits.cpu', '1');
      await wizard.button('View the file').tap();
      await wizard.downloadButton.tap();
      await expect(wizard.problems).toBeFocused();
      await expect(wizard.problems).toBeInViewport();
    });

    test('every section is two taps away', async ({ wizard }) => {
      await wizard.open();
      const sections = wizard.page.getByRole('navigation', { name: 'Sections' });
      await sections.getByRole('button', { name: 'Step 1 of 8: Scale' }).tap();
      await sections.getByRole('button', { name: 'Interaction store' }).tap();
      await expect(wizard.heading('Interaction store')).toBeFocused();
      await expect(wizard.heading('Interaction store')).toBeInViewport();
      await expect(
        sections.getByRole('button', { name: 'Step 5 of 8: Interaction store' }),
      ).toBeVisible();
    });
  });
}

test.describe('zoomed to 200 % (half of 1280 px)', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('nothing is lost', async ({ wizard }) => {
    await wizard.open('#preset=everything-on');
    expect(await sidewaysPx(wizard.page)).toBe(0);
    expect(await lostElements(wizard.page)).toEqual([]);
    await wizard.button('View the file').click();
    await expect(wizard.downloadButton).toBeInViewport();
    expect(await lostElements(wizard.page)).toEqual([]);
  });
});

for (const width of [390, 1024, 1440]) {
  test.describe(`${width} px wide, with the text spacing of WCAG 1.4.12`, () => {
    // The page's policy refuses every style that is not its own; a reader's browser is not bound by it.
    test.use({ viewport: { width, height: 800 }, bypassCSP: true });

    test('nothing is lost', async ({ wizard }) => {
      await wizard.open('#preset=everything-on');
      await wizard.page.addStyleTag({
        content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
          p { margin-bottom: 2em !important }`,
      });
      expect(await sidewaysPx(wizard.page)).toBe(0);
      expect(await lostElements(wizard.page)).toEqual([]);
      expect(await cutOff(wizard.page)).toEqual([]);
    });
  });
}

/** Labels and buttons whose own text does not fit into them. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('label, button, legend, h1, h2, h3, th, dt, dd')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const clips = getComputedStyle(element).overflow !== 'visible';
        return clips && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.textContent?.slice(0, 60)),
  );
