import type { Page } from '@playwright/test';
import { STEPS } from './support/steps';
import { expect, test } from './support/test';

/** How far the page can be scrolled sideways, and what has text or can be used and no scrolling can bring in. */
const lostIn = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const lost = [
      ...document.querySelectorAll('label, input, button, summary, h1, h2, h3, p, li, td, th'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const isOut = left < -1 || right > clientWidth + 1;
        return isOut && width > 1 && !scrolls(element.parentElement);
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
    return scrollWidth === clientWidth ? lost : [`${scrollWidth - clientWidth} px`, ...lost];
  });

/** The text spacing of WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

for (const { width, height = 844, style = '' } of [
  { width: 320 },
  { width: 390 },
  { width: 640, height: 360 }, // 1280 px at 200 %
  { width: 390, style: SPACED },
  { width: 1024, style: SPACED },
  { width: 1440, style: SPACED },
]) {
  test.describe(`${width} px wide${style && ', with wide text spacing'}`, () => {
    // The page's policy refuses every style that is not its own; a reader's browser is not bound by it.
    test.use({ viewport: { width, height }, isMobile: width < 400, bypassCSP: style !== '' });

    test('nothing is lost, in any step or view', async ({ wizard }) => {
      const { page } = wizard;
      await wizard.open('#preset=everything-on&plan.peakRps=many');
      if (style) await page.addStyleTag({ content: style });
      for (const step of STEPS) {
        await wizard.goTo(step);
        expect(await lostIn(page), step).toEqual([]);
      }
      if (width >= 1024) return;
      for (const view of ['Limits', 'More', 'File']) {
        await wizard.view(view);
        expect(await lostIn(page), view).toEqual([]);
      }
      await wizard.downloadButton.scrollIntoViewIfNeeded();
      await expect(wizard.downloadButton).toBeInViewport();
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a number brings up the number pad, and a tier opens from its card', async ({ wizard }) => {
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

  test('a line leads to its question, a download with problems to them', async ({ wizard }) => {
    await wizard.open();
    await wizard.view('File');
    await wizard.line('pollIntervalMs: 1000').tap();
    await expect(wizard.preview).toBeHidden();
    await expect(wizard.control('outboxPublisher.pollIntervalMs')).toBeFocused();
    await wizard.fill('plan.zones', '0');
    await wizard.view('File');
    await wizard.downloadButton.tap();
    await expect(wizard.problems).toBeFocused();
    await expect(wizard.problems).toBeInViewport();
  });

  test('no step is longer than four screens while its rows are closed', async ({ wizard }) => {
    await wizard.open();
    for (const step of STEPS) {
      await wizard.goTo(step);
      const heights = await wizard.page
        .locator('.questions, .questions *, html')
        .evaluateAll((all) => all.map(({ scrollHeight }) => scrollHeight));
      expect(Math.max(...heights), step).toBeLessThanOrEqual(4 * 844);
    }
  });
});

test('at 425 px no command is cut: what no shell may break wraps', async ({ wizard }) => {
  await wizard.page.setViewportSize({ width: 425, height: 844 });
  await wizard.open(
    '#v=1&kafka.brokers=broker-1.example.internal%3A9092%2Cbroker-2.example.internal%3A9092',
  );
  await wizard.view('More');
  const panel = await wizard.tab('Use it');
  await expect(wizard.button('Copy Install or upgrade')).toBeVisible();
  for (const snippet of await panel.locator('li').getByRole('button').all()) {
    await snippet.click();
    const widths = await panel
      .locator('pre:visible')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(Math.max(...widths), await snippet.innerText()).toBeLessThanOrEqual(0);
  }
});
