// `npm run bench`: how soon the file follows a key, what the page holds and weighs, and how fast the file is made.
// It fails at nothing but a weight that is too high.
import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import autocannon from 'autocannon';
import { timeGeneration } from './bench/generation.mjs';
import { timeKeys } from './bench/keystrokes.mjs';
import { checkLargeChart, largeChart } from './bench/large-chart.mjs';
import { largeRender, proveLargeRender } from './bench/large-render.mjs';
import { countElements, openPage } from './bench/page.mjs';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';
import { run } from './run.mjs';
import { startServer } from './server.mjs';
import { bundleTypeScript } from './typescript.mjs';

const CPU_RATES = [1, 4];
const KEYS_OF_A_KIND = 80;
const CHART_LINES = 5_000;
const CHART_ROUNDS = 3;
const RENDER_BYTES = 2_000_000;

/** @param {readonly number[]} samples @param {number} share 0.95 for p95, by the nearest rank */
const percentile = (samples, share) =>
  [...samples].sort((one, other) => one - other)[Math.ceil(share * samples.length) - 1] ??
  Number.NaN;

/** @param {string} name @param {string[]} figures */
const say = (name, ...figures) => console.log(`  ${name.padEnd(34)}${figures.join('   ')}`);
const ms = (/** @type {number} */ value) => `${value.toFixed(1).padStart(6)} ms`;
/** @param {readonly number[]} samples */
const times = (samples) => [
  `p50 ${ms(percentile(samples, 0.5))}`,
  `p95 ${ms(percentile(samples, 0.95))}`,
];

/** @param {string} origin */
async function load(origin) {
  const url = `${origin}/values-large.yaml?eventbus.backend=kinesis`;
  await autocannon({ url, connections: 8, duration: 1 });
  const { requests, latency } = await autocannon({ url, connections: 8, duration: 5 });
  return [`${requests.average.toFixed(0).padStart(6)} requests/s`, `p99 ${latency.p99} ms`];
}

const { version } = await ensureBrowser();
const server = await startServer();
const browser = await chromium.launch(browserLaunchOptions());
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${version}, load ${loadavg()[0]?.toFixed(1)}`,
);

console.log('\nFrom a key in a tier’s field to the painted file');
for (const rate of CPU_RATES) {
  const kinds = await timeKeys(browser, server.origin, rate, KEYS_OF_A_KIND);
  for (const [kind, samples] of Object.entries(kinds)) {
    say(`${kind}, processor at 1/${rate}`, ...times(samples));
  }
}

console.log('\nElements of the page');
const page = await openPage(browser, server.origin);
const counts = await countElements(page);
for (const [step, count] of counts) say(step, String(count));
const [name, most] = counts.reduce((one, other) => (other[1] > one[1] ? other : one));
say('the most', `${most} (${name})`);
await page.close();

console.log('\nWeights, gzip');
const html = Buffer.from(await (await fetch(server.origin)).arrayBuffer());
say('HTML', `${(gzipSync(html, { level: 9 }).length / 1000).toFixed(1)} kB`);
const weights = await run('size-limit', [], { output: 'inherit' });
process.exitCode = weights.code;

console.log(`A chart of ${CHART_LINES} lines checked, the median of ${CHART_ROUNDS} pages`);
/** @type {Awaited<ReturnType<typeof checkLargeChart>>[]} */
const rounds = [];
for (let round = 0; round < CHART_ROUNDS; round++) {
  const page = await openPage(browser, server.origin);
  rounds.push(await checkLargeChart(page, largeChart(CHART_LINES)));
  await page.close();
}
const middle = (/** @type {'wholeMs' | 'longestFrameMs'} */ part) =>
  ms(
    percentile(
      rounds.map((round) => round[part]),
      0.5,
    ),
  );
say('in all', middle('wholeMs'));
say('longest frame', middle('longestFrameMs'));

console.log(`\nManifests of ${RENDER_BYTES / 1e6} MB proved`);
const proofPage = await openPage(browser, server.origin);
const proof = await proveLargeRender(proofPage, largeRender(RENDER_BYTES));
say('to the verdicts', ms(proof.wholeMs));
say('longest frame', ms(proof.longestFrameMs));
say(
  'memory held, and left after Forget',
  ...[proof.heldKb, proof.leftKb].map((kb) => `${kb.toFixed(0)} kB`),
);
await browser.close();

console.log('\nFrom a link to the text of the file, in Node');
for (const [name, p50, p99] of await timeGeneration())
  say(name, `p50 ${ms(p50)}`, `p99 ${ms(p99)}`);

console.log('\nThe route of the file, 8 connections');
say('the built server', ...(await load(server.origin)));
await server.stop();
const [entry = ''] = await bundleTypeScript('bare', ['tests/http/serve-bare.ts']);
const bare = await startServer([new URL(entry).pathname]);
say('the same on bare node:http', ...(await load(bare.origin)));
await bare.stop();
