// `npm run lighthouse`: the four scores and the main figures, on a phone and on a desk. Not part of the tests.
// Lighthouse 13 needs Node 22. It brings 200 packages, so npm keeps it in its own cache and not among ours.
import { execa } from 'execa';
import { browserArgs, ensureBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const PACKAGE = 'lighthouse@12.8.2';
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FIGURES = [
  ...['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'],
  ...['cumulative-layout-shift', 'speed-index', 'interactive'],
];

const { path: CHROME_PATH, version } = await ensureBrowser();
const server = await startServer();
console.log(`${PACKAGE}, ${version}`);
try {
  for (const form of ['mobile', 'desktop']) {
    const { stdout } = await execa({ env: { CHROME_PATH } })('npm', [
      ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', `${server.origin}/`],
      ...['--quiet', '--output=json', ...(form === 'desktop' ? ['--preset=desktop'] : [])],
      `--chrome-flags=--headless=new --disable-gpu ${browserArgs.join(' ')}`,
    ]);
    const { categories, audits } = JSON.parse(stdout);
    const scores = SCORES.map((name) => `${name} ${Math.round(categories[name].score * 100)}`);
    console.log(`\n${form}: ${scores.join(', ')}`);
    for (const name of FIGURES) console.log(`  ${name.padEnd(26)}${audits[name].displayValue}`);
    for (const { id } of SCORES.flatMap((name) => categories[name].auditRefs)) {
      if (audits[id].score !== null && audits[id].score < 0.9) console.log(`  below 90: ${id}`);
    }
  }
} finally {
  await server.stop();
}
