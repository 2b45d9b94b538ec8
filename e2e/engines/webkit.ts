import { execa } from 'execa';
import getPort from 'get-port';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { type EngineKind, endGroup } from './engine';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DRIVER = '/usr/bin/WebKitWebDriver';

const named: Readonly<Record<string, string>> = {
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Backspace: Key.BACK_SPACE,
  Tab: Key.TAB,
  End: Key.END,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
};

/** Classic WebDriver tells nothing of the console: the page keeps its complaints itself, from here on. */
const KEEP_COMPLAINTS = `
  window.complaints = [];
  for (const kind of ['error', 'warn']) {
    const write = console[kind];
    console[kind] = (...args) => { window.complaints.push(args.join(' ')); write.apply(console, args); };
  }
  addEventListener('error', ({ message }) => window.complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));`;

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
    const end = Date.now() + 30_000;
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      if (Date.now() > end) throw new Error('WebKitWebDriver did not start.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 900 });
    const found = await driver.getCapabilities();
    const complaints: string[] = [];
    const keep = async () => {
      complaints.push(...(await driver.executeScript<string[]>('return window.complaints ?? []')));
    };
    return {
      version: `${found.getBrowserName()} ${found.getBrowserVersion()}`,
      open: async (url) => {
        await driver.get(url);
        await driver.executeScript(KEEP_COMPLAINTS);
      },
      reload: async () => {
        await keep();
        await driver.navigate().refresh();
        await driver.executeScript(KEEP_COMPLAINTS);
      },
      evaluate: (script) => driver.executeScript(`return (${script})`),
      click: (selector) => driver.findElement(By.css(selector)).click(),
      press: async (...keys) => {
        for (const key of keys) {
          await driver
            .actions()
            .sendKeys(...(named[key] ? [named[key]] : Array.from(key)))
            .perform();
        }
      },
      complaints: async () => {
        await keep();
        return complaints;
      },
      close: async () => {
        await driver.quit();
        await endGroup(server.pid);
        await server;
      },
    };
  },
};
