import puppeteer, { type KeyInput } from 'puppeteer-core';
import type { EngineKind } from './engine';

const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const NAMED = /^(?:Enter|Escape|Backspace|End)$/;

/** Debian's Firefox over WebDriver BiDi. */
export const firefox: EngineKind = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  files: [executablePath],
  async start(downloads) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.helperApps.neverAsk.saveToDisk':
          'application/yaml,text/yaml,application/octet-stream',
      },
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return {
      open: async (url) => void (await page.goto(url)),
      reload: async () => void (await page.reload()),
      evaluate: (script) => page.evaluate(script) as Promise<never>, // the caller says what its script gives
      click: (selector) => page.click(selector),
      press: async (...keys) => {
        for (const key of keys) {
          if (NAMED.test(key))
            await page.keyboard.press(key as KeyInput); // one of the names above
          else await page.keyboard.type(key);
        }
      },
      complaints: async () => complaints.splice(0),
      close: () => browser.close(),
    };
  },
};
