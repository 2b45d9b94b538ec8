import type { Page } from '@playwright/test';

/**
 * Does to a page what a browser's translator does: each text that may be translated gives way to a new one inside
 * `<font><font>`, so that the text nodes that the page knows are no longer part of it. The words stay, so that a test
 * still finds them.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text); // the filter accepts nothing else
    for (const text of texts) {
      const parent = text.parentElement;
      const left = 'script, style, textarea, option, noscript, svg, font';
      if (!parent?.translate || parent.closest(left)) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}
