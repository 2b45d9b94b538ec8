// `npm run bench`: how fast the page follows a key, what it loads, and how fast the file is made.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { firstLoad } from './bench/first-load.mjs';
import { timeGeneration } from './bench/generation.mjs';
import { pressKeys } from './bench/keystrokes.mjs';
import { giveLargeFile, largeChart } from './bench/large-chart.mjs';
import { machine } from './bench/machine.mjs';
import { watchPaintedFile } from './bench/painted-file.mjs';
import { startServer } from './bench/server.mjs';
import { percentile, summary } from './bench/statistics.mjs';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';
import { projectRoot, run } from './run.mjs';

const CPU_RATES = [1, 4];
const KEYS_OF_A_KIND = 80;
const FIRST_LOADS = 5;
const CHART_LINES = 5_000;
const CHART_ROUNDS = 5;
const VIEWPORT = { width: 1440, height: 900 };
/** Kinesis chosen, its name begun, and a number already changed: keys change one line, not the page's layout. */
const START = '#v=1&worker.keda.listLength=40&eventbus.backend=kinesis&kinesis.streamName=kaireon-';

const say = (/** @type {string} */ line = '') => console.log(line);
const ms = (/** @type {number} */ value) => value.toFixed(1).padStart(7);
const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(7);

/** @param {string} name @param {readonly number[]} samples */
function sayTimes(name, samples) {
  const { p50, p95, min, n } = summary(samples);
  say(`  ${name.padEnd(22)}${ms(p50)}${ms(p95)}${ms(min)}${String(n).padStart(6)}`);
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchKeys(browser, url) {
  say('Key to painted file, ms');
  say(
    '  From the time stamp of the key’s event to the end of the frame that shows the changed file:',
  );
  say(
    '  the text of the preview changes, the next frame begins, and a message posted in it arrives',
  );
  say(
    '  once its style, layout and paint are done. Raster and screen are left out. A key comes 60 to',
  );
  say('  140 ms after the file has followed the last, at random. Slowed down by Chromium itself.');
  for (const rate of CPU_RATES) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(watchPaintedFile);
    await page.goto(url + START);
    await page
      .getByRole('heading', { name: 'Preflight', exact: true })
      .waitFor({ state: 'attached' });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    await pressKeys(page, 8); // the first keys find nothing compiled
    const kinds = await pressKeys(page, KEYS_OF_A_KIND);
    await page.close();

    say();
    say(`  ${`processor at 1/${rate}`.padEnd(22)}    p50    p95    min     n`);
    for (const { what, samples } of kinds) sayTimes(what, samples);
    const typed = kinds.filter(({ isTyping }) => isTyping).flatMap(({ samples }) => samples);
    sayTimes('typing, all of it', typed);
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchLoad(browser, url) {
  say();
  say('First load, an empty cache, served from this machine');
  say(
    '  kB = 1000 bytes of gzip at level 9, of the files that the browser really fetched. The form',
  );
  say('  answers when an arrow key in a number field first changes the file.');
  for (const rate of CPU_RATES) {
    const loads = [];
    for (let load = 0; load < FIRST_LOADS; load++) loads.push(await firstLoad(browser, url, rate));
    const [one] = loads;
    if (one && rate === CPU_RATES[0]) {
      say();
      say(`  ${''.padEnd(34)}     JS    CSS  files`);
      for (const [name, { js, css, files }] of Object.entries({
        'before the form answers': one.beforeAnswering,
        'in all, after 3 idle seconds': one.afterIdle,
      })) {
        say(`  ${name.padEnd(34)}${kB(js)}${kB(css)}${String(files).padStart(7)}`);
      }
      say();
    }
    const times = loads.map(({ answeringMs }) => answeringMs);
    const best = Math.min(...times);
    say(
      `  the form answers after, processor at 1/${rate}: p50 ${percentile(times, 0.5).toFixed(0)} ms, best ${best.toFixed(0)} ms of ${times.length}`,
    );
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchLargeFile(browser, url) {
  say();
  say(`A chart of ${CHART_LINES} lines, ms, from the choice of the file to what is said of it`);
  say('  frame = the longest time from one frame to the next meanwhile; the median of 5 pages');
  say();
  say('                           whole  frame');
  const text = largeChart(CHART_LINES);
  for (const { what, tool, done } of [
    { what: 'checked', tool: 'Check against your chart', done: 'Done' },
    { what: 'opened', tool: 'Open an existing file', done: 'Replace my answers' },
  ]) {
    const rounds = [];
    for (let round = 0; round < CHART_ROUNDS; round++) {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(url);
      await page
        .getByRole('heading', { name: 'Preflight', exact: true })
        .waitFor({ state: 'attached' });
      rounds.push(await giveLargeFile(page, tool, done, text));
      await page.close();
    }
    const whole = rounds.map(({ wholeMs }) => wholeMs);
    const frame = rounds.map(({ longestFrameMs }) => longestFrameMs);
    say(`  ${what.padEnd(22)}${ms(percentile(whole, 0.5))}${ms(percentile(frame, 0.5))}`);
  }
}

async function benchGeneration() {
  say();
  say('Answers to the text of the file in Node, ms, by how many answers differ from the default');
  say(
    '  Sources of lib/ as Vite hands them to Node, after 100 rounds to warm up; 300 samples each.',
  );
  say();
  say('  answers  lines    p50    p95    min  p50 as a bar');
  for (const { answers, lines, p50, p95, min } of await timeGeneration()) {
    const times = [p50, p95, min].map((time) => time.toFixed(2).padStart(7)).join('');
    const bar = '▇'.repeat(Math.round(p50 * 20));
    say(`  ${String(answers).padStart(7)}${String(lines).padStart(7)}${times}  ${bar}`);
  }
}

await ensureBrowser();
const server = await startServer();
const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const line of machine(browser.version())) say(line);
  say();
  await benchKeys(browser, server.url);
  await benchLoad(browser, server.url);
  await benchLargeFile(browser, server.url);
  await benchGeneration();
} finally {
  await browser.close();
  await server.stop();
}

const routes = path.join('scripts', 'bench-routes.mjs');
if (existsSync(path.join(projectRoot, routes))) {
  say();
  const { code } = await run(process.execPath, [routes], { output: 'inherit' });
  process.exitCode = code;
}
