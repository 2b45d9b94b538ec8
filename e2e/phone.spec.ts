import type { Page } from '@playwright/test';
import { STEPS } from './support/steps';
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
    test.use({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true });

    test('nothing scrolls the page sideways, in any step or view', async ({ wizard }) => {
      await wizard.open('#preset=everything-on&plan.peakRps=many');
      for (const step of STEPS) {
        await wizard.goTo(step);
        expect(await sidewaysPx(wizard.page), step).toBe(0);
        expect(await lostElements(wizard.page), step).toEqual([]);
      }
      for (const view of ['File', 'Limits', 'More']) {
        await wizard.view(view);
        expect(await sidewaysPx(wizard.page), view).toBe(0);
        expect(await lostElements(wizard.page), view).toEqual([]);
      }
    });

    test('a number brings up the number pad, and a tier opens from its card', async ({
      wizard,
    }) => {
      await wizard.open();
      await wizard.goTo('Tiers');
      const card = wizard.page.getByRole('button', { name: /^API/ });
      await expect(card).toContainText('6 → 50 pods, 2 CPU, 4Gi each');
      await card.tap();
      const field = wizard.control('api.autoscaling.minReplicas');
      await expect(field).toHaveAttribute('inputmode', 'numeric');
      await field.fill('7');
      await expect(card).toContainText('7 → 50 pods');
    });

    test('a line leads back to its question', async ({ wizard }) => {
      await wizard.open();
      await wizard.view('File');
      await wizard.line('pollIntervalMs: 1000').tap();
      await expect(wizard.preview).toBeHidden();
      await expect(wizard.control('outboxPublisher.pollIntervalMs')).toBeFocused();
    });

    test('a download with problems comes back from the file to the summary', async ({ wizard }) => {
      await wizard.open();
      await wizard.fill('plan.zones', '0');
      await wizard.view('File');
      await wizard.downloadButton.tap();
      await expect(wizard.problems).toBeFocused();
      await expect(wizard.problems).toBeInViewport();
    });
  });
}

test('at 425 px no command is cut: what no shell may break wraps', async ({ wizard }) => {
  await wizard.page.setViewportSize({ width: 425, height: 844 });
  await wizard.open(
    '#v=1&kafka.brokers=broker-1.example.internal%3A9092%2Cbroker-2.example.internal%3A9092',
  );
  await wizard.views.getByRole('button', { name: /^More/ }).click();
  const panel = await wizard.tab('Use it');
  await expect(wizard.button('Copy Install or upgrade')).toBeVisible();
  for (const snippet of await panel.locator('li').getByRole('button').all()) {
    await snippet.click();
    const cut = await panel
      .locator('pre:visible')
      .evaluateAll((all) =>
        all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(String),
      );
    expect(cut, await snippet.innerText()).toEqual([]);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('no step is longer than four screens while its rows are closed', async ({ wizard }) => {
    await wizard.open();
    for (const step of STEPS) {
      await wizard.goTo(step);
      const length = await wizard.page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('.questions, .questions *, html')].map(
            (element) => element.scrollHeight,
          ),
        ),
      );
      expect(length, step).toBeLessThanOrEqual(4 * 844);
    }
  });
});

test.describe('zoomed to 200 % (half of 1280 px)', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('nothing is lost', async ({ wizard }) => {
    await wizard.open('#preset=everything-on');
    for (const step of STEPS) {
      await wizard.goTo(step);
      expect(await sidewaysPx(wizard.page), step).toBe(0);
      expect(await lostElements(wizard.page), step).toEqual([]);
    }
    await wizard.view('File');
    await wizard.downloadButton.scrollIntoViewIfNeeded();
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
      for (const step of STEPS) {
        await wizard.goTo(step);
        expect(await sidewaysPx(wizard.page), step).toBe(0);
        expect(await lostElements(wizard.page), step).toEqual([]);
      }
    });
  });
}
