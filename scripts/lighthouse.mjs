// `npm run lighthouse`: the four scores and the main figures, on a phone and on a desk. Not part of the tests.
// Lighthouse 13 needs Node 22. It brings 200 packages, so npm keeps it in its own cache and not among ours.
import { execa } from 'execa';
import { startServer } from './server.mjs';
import { browserLaunchOptions, chromiumPath } from './tools.mjs';

const PACKAGE = 'lighthouse@12.8.2';

const server = await startServer();
console.log(PACKAGE);
for (const form of ['mobile', 'desktop']) {
  const { stdout } = await execa({ env: { CHROME_PATH: chromiumPath } })('npm', [
    ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', `${server.origin}/`],
    ...['--quiet', '--output=json', ...(form === 'desktop' ? ['--preset=desktop'] : [])],
    `--chrome-flags=--headless=new --disable-gpu ${browserLaunchOptions.args.join(' ')}`,
  ]);
  const { categories, audits } = JSON.parse(stdout);
  console.log(`\n${form}`);
  for (const { id: name, score, auditRefs } of Object.values(categories)) {
    console.log(`  ${name.padEnd(28)}${Math.round(score * 100)}`);
    for (const { id, group } of auditRefs) {
      const { score, displayValue } = audits[id];
      if (group === 'metrics') console.log(`    ${id.padEnd(26)}${displayValue}`);
      else if ((score ?? 1) < 0.9) console.log(`    below 90: ${id}`);
    }
  }
}
await server.stop();
