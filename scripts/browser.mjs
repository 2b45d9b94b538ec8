// The one place that knows which Chromium is driven, and how: for the browser tests and the benchmark.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run.mjs';
import { installOnDebian, isRoot, printed } from './tools.mjs';

export const browserArgs = [
  // Chromium calls its maker at each start; on a closed network those calls pile up and slow the tests.
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-quic', '--no-first-run'],
  ...(isRoot ? ['--no-sandbox'] : []), // as root it refuses to start its sandbox
];

/** Chromium without its windows: tests take half the time, since a page starts no renderers for tab strip and toolbar. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** The Chromium of $CHROMIUM_PATH, or Debian's; undefined means Playwright's own. */
function systemBrowser() {
  const { CHROMIUM_PATH: chosen } = process.env;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  return chosen || [SHELL, '/usr/bin/chromium'].find(existsSync);
}

/** Launch options for Playwright. Without a system browser Playwright finds its own. */
export function browserLaunchOptions() {
  const executablePath = systemBrowser();
  return { args: browserArgs, ...(executablePath && { executablePath }) };
}

/** Finds a Chromium, and installs one where it finds none, or on Debian none without windows. */
export async function ensureBrowser() {
  const find = () => [systemBrowser() ?? chromium.executablePath()].find(existsSync);
  const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
  const isWanted = !process.env.CHROMIUM_PATH && !existsSync(SHELL);
  let output = isWanted ? await installOnDebian(['chromium-headless-shell', ...fonts]) : '';
  if (!find()) output += await installOnDebian(['chromium', ...fonts]); // an older Debian
  const install = ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium'];
  if (!find()) output += (await run('playwright', install)).output;
  const path = find();
  if (!path) throw new Error(`No Chromium could be installed.\n${output}`);
  return { path, version: String(await printed(path, ['--version'])).replace(/ built on .*/s, '') };
}
