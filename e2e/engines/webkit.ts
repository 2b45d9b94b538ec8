import { execa } from 'execa';
import getPort from 'get-port';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { vi } from 'vitest';
import type { EngineKind } from './engine';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DRIVER = '/usr/bin/WebKitWebDriver';

const named: Readonly<Record<string, string>> = {
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Backspace: Key.BACK_SPACE,
  End: Key.END,
};

/** The driver does not report the console and cannot add a script before a page's own: the page collects once it is there. */
const KEEP_COMPLAINTS = `
  window.complaints = [];
  for (const kind of ['error', 'warn']) {
    const write = console[kind];
    console[kind] = (...args) => { window.complaints.push(args.join(' ')); write.apply(console, args); };
  }
  addEventListener('error', ({ message }) => window.complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.complaints.push(violatedDirective + ' refused ' + blockedURI))`;

/** Debian's WebKitGTK by its own driver. It saves downloads where it likes: the journey watches the page's blob. */
export const webkit: EngineKind = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  files: [DRIVER, MINI_BROWSER, '/usr/bin/xvfb-run'],
  async start(downloads) {
    const port = await getPort();
    const isRoot = process.getuid?.() === 0;
    const server = execa('xvfb-run', ['-a', DRIVER, `--port=${port}`], {
      detached: true, // a group of its own, so that Xvfb ends with it
      reject: false,
      stdio: 'ignore',
      env: {
        XDG_DOWNLOAD_DIR: downloads,
        ...(isRoot && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
      },
    });
    const address = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => fetch(`${address}/status`), { timeout: 30_000, interval: 100 });
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 900 });
    const complaints: string[] = [];
    const heard = () => driver.executeScript<string[]>('return window.complaints?.splice(0) ?? []');
    const load = async (page: () => Promise<void>) => {
      complaints.push(...(await heard()));
      await page();
      await driver.executeScript(KEEP_COMPLAINTS);
    };
    return {
      open: (url) => load(() => driver.get(url)),
      reload: () => load(() => driver.navigate().refresh()),
      evaluate: (script) => driver.executeScript(`return (${script})`),
      click: async (selector) => {
        const element = await driver.findElement(By.css(selector));
        await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
        // Not `element.click()`: where a pane scrolls, the driver takes visible elements for hidden.
        await driver.actions().move({ origin: element }).click().perform();
      },
      press: async (...keys) => {
        for (const key of keys) {
          await driver
            .actions()
            .sendKeys(...(named[key] ? [named[key]] : Array.from(key)))
            .perform();
        }
      },
      complaints: async () => [...complaints.splice(0), ...(await heard())],
      close: async () => {
        await driver.quit();
        // By Node: Debian's `kill -TERM -12345` takes the first digit for the signal and ends every process there is.
        if (server.pid) process.kill(-server.pid, 'SIGTERM');
        await server;
      },
    };
  },
};
