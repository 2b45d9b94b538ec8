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
      if (
        !parent?.translate ||
        parent.closest('script, style, textarea, option, noscript, svg, font')
      )
        continue;
      const inner = document.createElement('font');
      inner.append(text.data);
      const outer = document.createElement('font');
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** What a person reads, text by text. */
export function readTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const read: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const isRead = !walker.currentNode.parentElement?.closest('script, style, noscript');
      if (isRead && text !== '') read.push(text);
    }
    return read;
  });
}
