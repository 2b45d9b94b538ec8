// `npm run bench`: how fast the page follows a key, what it loads, and how fast the file is made.
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { firstLoad, weigh, weighHtml } from './bench/first-load.mjs';
import { pressKeys, START } from './bench/keystrokes.mjs';
import { giveLargeFile, largeChart } from './bench/large-chart.mjs';
import { timeLibrary } from './bench/library.mjs';
import { countElements, openStep } from './bench/pages.mjs';
import { watchPaintedFile } from './bench/painted-file.mjs';
import { timeRoutes } from './bench/routes.mjs';
import { percentile, summary } from './bench/statistics.mjs';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const CPU_RATES = [1, 4];
const KEYS_OF_A_KIND = 80;
const FIRST_LOADS = 5;
const CHART_LINES = 5_000;
const CHART_ROUNDS = 5;
const VIEWPORT = { width: 1440, height: 900 };
const FIELD = '[name="api.autoscaling.maxReplicas"]';

/** The goals that are set for the page. */
const limit = {
  jsBeforeKB: 195,
  jsInAllKB: 240,
  htmlKB: 12,
  elementsAtStart: 1300,
  elementsInStep: 1500,
  keyP95: new Map([
    [1, 16],
    [4, 36],
  ]),
};

const say = (/** @type {string} */ line = '') => console.log(line);
const ms = (/** @type {number} */ value) => value.toFixed(value < 10 ? 2 : 1).padStart(8);

/** @param {string} name @param {number} value @param {string} unit @param {number} most */
function sayGoal(name, value, unit, most) {
  const figure = `${Number(value.toFixed(1))} ${unit}`.padStart(14);
  say(`  ${name.padEnd(34)}${figure}   limit ${most}${value > most ? '   MISSED' : ''}`);
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchKeys(browser, url) {
  say('\nKey to painted file, ms: from the time stamp of the key’s event to the end of the frame');
  say('  that shows the changed file (style, layout and paint done; raster and screen left out).');
  say('  A key comes 60 to 140 ms after the file has followed the last, at random.');
  for (const rate of CPU_RATES) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(watchPaintedFile);
    await page.goto(url + START);
    await openStep(page, 'Tiers', FIELD);
    await page.waitForTimeout(2_000); // what is fetched at idle is there
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    await pressKeys(page, 8); // the first keys find nothing compiled
    const kinds = await pressKeys(page, KEYS_OF_A_KIND);
    await page.close();
    const goal = limit.keyP95.get(rate);
    say(
      `\n  ${`processor at 1/${rate}`.padEnd(22)}     p50     p95     min    (p95 limit ${goal})`,
    );
    for (const { what, samples } of kinds) {
      const { p50, p95, min } = summary(samples);
      say(`  ${what.padEnd(22)}${ms(p50)}${ms(p95)}${ms(min)}`);
    }
  }
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchLoad(browser, url) {
  say('\nFirst load, an empty cache; kB = 1000 bytes of gzip at level 9');
  for (const rate of CPU_RATES) {
    const loads = [];
    for (let load = 0; load < FIRST_LOADS; load++) loads.push(await firstLoad(browser, url, rate));
    const [one] = loads;
    if (one && rate === 1) {
      const { before, all } = one;
      sayGoal('JS before the form answers', await weigh(before, '.js'), 'kB', limit.jsBeforeKB);
      sayGoal('JS in all, after 3 idle seconds', await weigh(all, '.js'), 'kB', limit.jsInAllKB);
      sayGoal('HTML', await weighHtml(url), 'kB', limit.htmlKB);
      say(`  ${'CSS'.padEnd(34)}${`${(await weigh(all, '.css')).toFixed(1)} kB`.padStart(14)}`);
    }
    const times = loads.map(({ answeringMs }) => answeringMs);
    say(
      `  the form answers after, 1/${rate}: p50 ${percentile(times, 0.5).toFixed(0)} ms, best ${Math.min(...times).toFixed(0)} ms`,
    );
  }
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  await page.waitForTimeout(2_000);
  const { start, largest, step } = await countElements(page);
  sayGoal('elements at the start', start, '', limit.elementsAtStart);
  sayGoal(`elements in the largest step, ${step}`, largest, '', limit.elementsInStep);
  await page.close();
}

/** @param {import('@playwright/test').Browser} browser @param {string} url */
async function benchLargeFile(browser, url) {
  say(`\nA chart of ${CHART_LINES} lines, ms, from the choice of the file to what is said of it;`);
  say('  frame = the longest time from one frame to the next meanwhile; the median of 5 pages');
  const text = largeChart(CHART_LINES);
  for (const { what, tool, done } of [
    { what: 'checked', tool: 'Check against your chart', done: 'Done' },
    { what: 'opened', tool: 'Open an existing file', done: 'Replace my answers' },
  ]) {
    const rounds = [];
    for (let round = 0; round < CHART_ROUNDS; round++) {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(url);
      await page.waitForTimeout(2_000);
      rounds.push(await giveLargeFile(page, tool, done, text));
      await page.close();
    }
    const whole = rounds.map(({ wholeMs }) => wholeMs);
    const frame = rounds.map(({ longestFrameMs }) => longestFrameMs);
    say(`  ${what.padEnd(22)}${ms(percentile(whole, 0.5))}   frame${ms(percentile(frame, 0.5))}`);
  }
}

await ensureBrowser();
const server = await startServer();
const browser = await chromium.launch(browserLaunchOptions());
try {
  const cores = cpus();
  const [load = 0] = loadavg();
  say(`${cores.length} × ${cores[0]?.model.trim()}, Node ${process.version}, ${browser.version()}`);
  say(
    `load ${load.toFixed(1)}${load > 0.7 * cores.length ? ': busy, so figures are too high' : ''}`,
  );
  const url = `${server.origin}/`;
  await benchKeys(browser, url);
  await benchLoad(browser, url);
  await benchLargeFile(browser, url);
  say(`\nIn Node, ms                        p50     p99     min`);
  for (const { what, p50, p99, min } of await timeLibrary()) {
    say(`  ${what.padEnd(28)}${ms(p50)}${ms(p99)}${ms(min)}`);
  }
  say('\n/values-large.yaml, 8 connections, in turns');
  for (const { name, requestsPerSecond, p99 } of await timeRoutes(server.origin)) {
    say(
      `  ${name.padEnd(16)}${requestsPerSecond.toFixed(0).padStart(6)} requests/s   p99 ${p99} ms`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
