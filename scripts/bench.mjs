// `npm run bench`: how soon the file follows a key, what the page holds and weighs, and how fast the file is made.
// It fails only where the page is too heavy.
import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import autocannon from 'autocannon';
import { Bench } from 'tinybench';
import { keystrokes } from './bench/keystrokes.mjs';
import { checkLargeChart, proveLargeRender } from './bench/large-files.mjs';
import { countElements, openPage } from './bench/page.mjs';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { run } from './run.mjs';
import { startServer } from './server.mjs';

/** @param {string} name @param {string[]} figures */
const print = (name, ...figures) => console.log(`  ${name.padEnd(38)}${figures.join('   ')}`);
const ms = (/** @type {number} */ value) => `${value.toFixed(1).padStart(6)} ms`;

/** Times tasks and prints their percentiles.
 * @param {Readonly<Record<string, () => unknown>>} tasks by name @param {import('tinybench').BenchOptions} options */
async function measure(tasks, options) {
  const bench = new Bench({ retainSamples: true, throws: true, ...options });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  for (const { name, result } of await bench.run()) {
    if (!('latency' in result)) throw new Error(`${name} could not be timed`);
    const { p50, p99, samples = [] } = result.latency;
    const p95 = samples[Math.ceil(0.95 * samples.length) - 1] ?? Number.NaN; // by the nearest rank
    print(name, `p50 ${ms(p50)}`, `p95 ${ms(p95)}`, `p99 ${ms(p99)}`);
  }
}

/** @param {string} name @param {string} origin */
async function load(name, origin) {
  const url = `${origin}/values-large.yaml?eventbus.backend=kinesis`;
  await autocannon({ url, connections: 8, duration: 1 });
  const { requests, latency } = await autocannon({ url, connections: 8, duration: 5 });
  print(name, `${requests.average.toFixed(0).padStart(6)} requests/s`, `p99 ${latency.p99} ms`);
}

const { version } = await ensureBrowser();
const server = await startServer();
const browser = await chromium.launch(browserLaunchOptions());
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${version}, load ${loadavg()[0]?.toFixed(1)}`,
);

console.log('\nFrom a key in a tier’s field to the painted file');
for (const rate of [1, 4]) {
  const { page, tasks } = await keystrokes(browser, server.origin, rate);
  await measure(tasks, { time: 0, iterations: 80, warmupTime: 0, warmupIterations: 6 });
  await page.close();
}

console.log('\nElements of the page');
const page = await openPage(browser, server.origin);
for (const [step, count] of await countElements(page)) print(step, String(count));

console.log('\nWeights, gzip');
const html = Buffer.from(await (await fetch(server.origin)).arrayBuffer());
print('HTML', `${(gzipSync(html, { level: 9 }).length / 1000).toFixed(1)} kB`);
process.exitCode = (await run('size-limit', [], { output: 'inherit' })).code;

console.log('A chart of 5,000 lines checked');
for (let round = 1; round <= 3; round++) {
  const { wholeMs, longestFrameMs } = await checkLargeChart(browser, server.origin);
  print(`page ${round}`, `in all ${ms(wholeMs)}`, `longest frame ${ms(longestFrameMs)}`);
}

console.log('\nManifests of 2 MB proved');
const proof = await proveLargeRender(browser, server.origin);
print('to the verdicts', ms(proof.wholeMs), `longest frame ${ms(proof.longestFrameMs)}`);
print('left of it after Forget', `${proof.leftKb.toFixed(0)} kB`);
await browser.close();

console.log('\nIn Node');
const { functions } = await import(await bundle('scripts/bench/functions.ts'));
await measure(functions, { time: 500 });

console.log('\nThe route of the file, 8 connections');
await load('the built server', server.origin);
await server.stop();
const bare = await startServer([await bundle('tests/http/serve-bare.ts')]);
await load('the same on bare node:http', bare.origin);
await bare.stop();
