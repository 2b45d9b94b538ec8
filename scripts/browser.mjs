// The one place that knows which Chromium is driven, and how: for the browser tests and the benchmark.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run.mjs';
import { installOnDebian, isRoot, printed } from './tools.mjs';

const debianChromium = '/usr/bin/chromium';

/** Chromium calls home at each start; on a closed network those calls pile up and slow the tests. */
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Chromium refuses to start its sandbox as root. */
export const browserArgs = isRoot ? [...quietArgs, '--no-sandbox'] : quietArgs;

/** @returns {string | undefined} the Chromium of $CHROMIUM_PATH, or the system's; undefined means Playwright's own */
function systemBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  return chosen || (existsSync(debianChromium) ? debianChromium : undefined);
}

/** @returns {string | undefined} the path of the Chromium that is driven, if there is one */
function findBrowser() {
  const found = systemBrowser() ?? chromium.executablePath();
  return existsSync(found) ? found : undefined;
}

/** Launch options for Playwright. Without a system browser Playwright finds its own. */
export function browserLaunchOptions() {
  const executablePath = systemBrowser();
  return { args: browserArgs, ...(executablePath && { executablePath }) };
}

/**
 * Finds a Chromium, and installs one where there is none.
 *
 * @returns {Promise<{ path: string, version: string }>}
 */
export async function ensureBrowser() {
  let path = findBrowser();
  if (!path) {
    const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
    let output = await installOnDebian(['chromium', ...fonts]);
    if (!findBrowser()) {
      const args = isRoot ? ['--with-deps', 'chromium'] : ['chromium'];
      output += (await run('playwright', ['install', ...args])).output;
    }
    path = findBrowser();
    if (!path) throw new Error(`No Chromium could be installed.\n${output}`);
  }
  const version = (await printed(path, ['--version'])) ?? '';
  return { path, version: version.replace(/ built on .*/s, '') };
}
