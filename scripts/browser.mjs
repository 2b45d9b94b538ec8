// The one place that knows which Chromium is driven, and how: for the browser tests and the benchmark.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, runTool } from './run.mjs';

const debianChromium = '/usr/bin/chromium';

/** Chromium calls home at each start; on a closed network those calls pile up and slow the tests. */
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const isRoot = process.getuid?.() === 0;

/** Chromium refuses to start its sandbox as root. */
export const browserArgs = isRoot ? [...quietArgs, '--no-sandbox'] : quietArgs;

/** @returns {string | undefined} the Chromium of $CHROMIUM_PATH, or the system's; undefined means Playwright's own */
function systemBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return chosen;
  }
  return existsSync(debianChromium) ? debianChromium : undefined;
}

/** @returns {string | undefined} the path of the Chromium that is driven, if there is one */
export function findBrowser() {
  const found = systemBrowser() ?? chromium.executablePath();
  return existsSync(found) ? found : undefined;
}

/** Launch options for Playwright. Without a system browser Playwright finds its own. */
export function browserLaunchOptions() {
  const executablePath = systemBrowser();
  return executablePath === undefined
    ? { args: browserArgs }
    : { args: browserArgs, executablePath };
}

/** Ubuntu's package of that name only starts a snap, which cannot be driven: Debian itself alone will do. */
function isDebian() {
  const osRelease = '/etc/os-release';
  return existsSync(osRelease) && /^ID="?debian"?$/m.test(readFileSync(osRelease, 'utf8'));
}

/** @returns {Promise<{ code: number, output: string }>} */
async function installBrowser() {
  if (!isRoot || !isDebian()) {
    const args = isRoot ? ['--with-deps', 'chromium'] : ['chromium'];
    return runTool(['@playwright/test', 'playwright'], ['install', ...args]);
  }
  // Another apt may be at work on a machine that has just started.
  const waitForLock = ['-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', [...waitForLock, 'update'], { env });
  if (update.code !== 0) return update;
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  return run('apt-get', [...waitForLock, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
}

/**
 * Finds a Chromium, and installs one where there is none.
 *
 * @returns {Promise<{ path: string, version: string }>}
 */
export async function ensureBrowser() {
  let path = findBrowser();
  if (path === undefined) {
    const { output } = await installBrowser();
    path = findBrowser();
    if (path === undefined) throw new Error(`No Chromium could be installed.\n${output}`);
  }
  // Debian's wrapper script grumbles on standard error.
  const version = execFileSync(path, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { path, version: version.replace(/ built on .*/s, '').trim() };
}
