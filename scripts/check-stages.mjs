import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { importFaults } from './check-imports.mjs';
import { lockfileFaults } from './check-lockfile.mjs';
import { playwrightCounts, vitestCounts } from './check-reports.mjs';
import { realHelm } from './helm.mjs';
import { run, runTool } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { note?: string, output: string }} Outcome output is shown when something failed
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} [needs] the stage without which this one cannot run
 * @property {boolean} [onlyByName] runs only when it is named: it installs and builds all over again
 * @property {(reportFolder: string) => Promise<Outcome>} check
 */

/** A stage that is one check. @param {boolean} isGood @param {string} output @returns {Outcome} */
const asOne = (isGood, output) => ({
  passed: isGood ? 1 : 0,
  failed: isGood ? 0 : 1,
  skipped: 0,
  output,
});

/** @type {Stage[]} */
export const stages = [
  {
    name: 'lockfile',
    async check() {
      const faults = lockfileFaults();
      return asOne(faults.length === 0, faults.join('\n'));
    },
  },
  {
    name: 'lint',
    async check() {
      const faults = importFaults();
      const biome = await runTool(
        ['@biomejs/biome', 'biome'],
        ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=none', '.'],
      );
      return asOne(
        faults.length === 0 && biome.code === 0,
        [...faults, biome.code === 0 ? '' : biome.output].join('\n'),
      );
    },
  },
  {
    name: 'types',
    async check() {
      // Writes next-env.d.ts and the types of the routes, which git does not hold.
      const typegen = await runTool(['next', 'next'], ['typegen']);
      if (typegen.code !== 0) return asOne(false, typegen.output);
      const { code, output } = await runTool(['typescript', 'tsc'], ['--noEmit']);
      return asOne(code === 0, output);
    },
  },
  {
    name: 'unit',
    async check(reportFolder) {
      // Fetched here, so that no test's time is spent on the download.
      const helm = await realHelm().catch((error) => ({ summary: `real Helm failed: ${error}` }));
      const report = path.join(reportFolder, 'unit.json');
      const { code, output } = await runTool(
        ['vitest', 'vitest'],
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      );
      return { ...vitestCounts(report, code), note: helm.summary, output };
    },
  },
  {
    name: 'build',
    async check() {
      const { code, output } = await run(process.execPath, ['scripts/next.mjs', 'build']);
      return asOne(code === 0, output);
    },
  },
  {
    name: 'static',
    async check() {
      const { code, output } = await run(process.execPath, ['scripts/build-static.mjs']);
      return asOne(code === 0, output);
    },
  },
  {
    name: 'container',
    onlyByName: true,
    async check() {
      const { code, output } = await run(process.execPath, ['scripts/container.mjs']);
      return asOne(code === 0, output);
    },
  },
  {
    name: 'soak',
    needs: 'build',
    async check() {
      const { code, output } = await run(process.execPath, ['scripts/soak.mjs', '5']);
      return asOne(code === 0, output);
    },
  },
  {
    name: 'browser',
    needs: 'build', // and what `static` makes
    async check(reportFolder) {
      const { version } = await ensureBrowser();
      const report = path.join(reportFolder, 'browser.json');
      const { code, output } = await runTool(
        ['@playwright/test', 'playwright'],
        ['test', '--reporter=list,json'],
        // At SIGTERM Playwright leaves its web server running.
        { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, stopSignal: 'SIGINT' },
      );
      return { ...playwrightCounts(report, code), note: version, output };
    },
  },
];
