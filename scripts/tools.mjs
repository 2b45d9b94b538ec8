// Gets what the tests need and npm does not carry. `npm test` begins with it: as root on Debian it installs, elsewhere
// it fetches Playwright's own Chromium; tests of what is still missing are skipped, and counted as such.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { execa } from 'execa';
import { realHelm } from './helm.mjs';

const isRoot = process.getuid?.() === 0;

/** Chromium without its windows: tests take half the time, since a page starts no renderers for tab strip and toolbar. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** Debian's packages, each with a file that shows that it is there. */
const PACKAGES = {
  'chromium-headless-shell': SHELL,
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  xauth: '/usr/bin/xauth',
  yamllint: '/usr/bin/yamllint',
  shellcheck: '/usr/bin/shellcheck',
  zsh: '/usr/bin/zsh',
  curl: '/usr/bin/curl',
  wget: '/usr/bin/wget',
  'fonts-liberation': '/usr/share/fonts/truetype/liberation',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu',
};

/** The Chromium of $CHROMIUM_PATH, Debian's or Playwright's own. */
export const chromiumPath =
  process.env.CHROMIUM_PATH ||
  [SHELL, '/usr/bin/chromium'].find(existsSync) ||
  chromium.executablePath();

/** How Playwright starts it. */
export const browserLaunchOptions = {
  executablePath: chromiumPath,
  args: [
    // Chromium calls its maker at each start; on a closed network those calls pile up and slow the tests.
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--disable-quic', '--no-first-run'],
    ...(isRoot ? ['--no-sandbox'] : []), // as root it refuses to start its sandbox
  ],
};

/** Runs a command and shows what it prints. @param {string} command @param {string[]} args */
const run = (command, ...args) =>
  execa(command, args, {
    reject: false,
    stdio: 'inherit',
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Installs what is missing, as far as this machine allows, and says what tests will be skipped. */
async function getTools() {
  const missing = () => Object.entries(PACKAGES).filter(([, file]) => !existsSync(file));
  // Ubuntu's packages of browsers only start a snap, which cannot be driven: only Debian itself will do.
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (isRoot && /^ID="?debian"?$/m.test(osRelease) && missing().length > 0) {
    // Another apt may still run on a machine that has just started.
    const apt = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', ...apt, 'update');
    const names = missing().map(([name]) => name);
    await run('apt-get', ...apt, 'install', '-y', '--no-install-recommends', ...names);
  }
  if (![chromiumPath, SHELL, chromium.executablePath()].some(existsSync)) {
    await run('npx', '--no-install', 'playwright', 'install', 'chromium');
  }
  for (const [name] of missing()) console.warn(`MISSING: ${name}; tests that need it are SKIPPED`);
  const helm = await realHelm().catch((error) => ({ summary: `real Helm failed: ${error}` }));
  console.log(helm.summary);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync('test-results', { recursive: true, force: true }); // scripts/summary.mjs must not read what the last run left
  await getTools();
}
