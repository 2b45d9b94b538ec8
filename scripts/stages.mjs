// What `npm test` does, in stages. A runner writes its counts as JSON; what prints none counts as one check.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { lockfileFaults } from './check-lockfile.mjs';
import { realHelm } from './helm.mjs';
import { run } from './run.mjs';
import { realYamllint } from './tools.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { note?: string, output: string }} Outcome output is shown when something failed
 * @typedef {object} Stage
 * @property {string[]} [after] the stages that must have ended first
 * @property {string} [needs] the stage without which this one cannot run
 * @property {boolean} [isWide] it uses every core, so it runs alone; two others run side by side
 * @property {(reportFolder: string) => Promise<Outcome>} check
 */

/** A stage that is one check: commands of which the first that fails is told. @param {[string, string[]][]} commands */
async function commands(...commands) {
  for (const [command, args] of commands) {
    const { code, output } = await run(command, args);
    if (code !== 0) return { passed: 0, failed: 1, skipped: 0, output };
  }
  return { passed: 1, failed: 0, skipped: 0, output: '' };
}

/** @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** A runner that failed with no failed test (a file that does not load) counts as one failure.
 * @param {{ code: number, output: string }} result @param {Counts} counts @returns {Outcome} */
const honest = ({ code, output }, counts) => ({
  ...counts,
  failed: counts.failed || Number(code !== 0),
  output,
});

/** @param {string} project @param {string} folder */
async function vitest(project, folder) {
  const file = path.join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await run('vitest', ['run', '--project', project, ...reporters]);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report(file);
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  return honest(result, counts);
}

/** In the order in which they start. @type {Record<string, Stage>} */
export const stages = {
  lockfile: {
    async check() {
      const faults = lockfileFaults();
      const failed = faults.length > 0 ? 1 : 0;
      return { passed: 1 - failed, failed, skipped: 0, output: faults.join('\n') };
    },
  },
  container: { check: (folder) => vitest('container', folder) },
  lint: {
    check: () =>
      commands(
        ['biome', ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=none', '.']],
        [
          'depcruise',
          ['--config', '.dependency-cruiser.cjs', 'app', 'server', 'components', 'lib', 'e2e'],
        ],
      ),
  },
  types: {
    after: ['container'],
    // Next writes next-env.d.ts and the types of the routes, which git does not hold.
    check: () => commands(['next', ['typegen']], ['tsc', ['--noEmit']]),
  },
  build: {
    after: ['container', 'types'], // all three write into .next
    check: () => commands(['node', ['scripts/next.mjs', 'build']]),
  },
  static: {
    after: ['container'],
    check: () => commands(['node', ['scripts/build-static.mjs']]),
  },
  unit: {
    isWide: true,
    async check(folder) {
      // Fetched here, so that no test's time is spent on the download.
      await realYamllint();
      const helm = await realHelm().catch((error) => ({ summary: `real Helm failed: ${error}` }));
      return { ...(await vitest('unit', folder)), note: helm.summary };
    },
  },
  soak: {
    needs: 'build',
    check: () => commands(['node', ['scripts/soak.mjs', '5']]),
  },
  engines: {
    needs: 'build',
    check: async (folder) => {
      const outcome = await vitest('engines', folder);
      const missing = [...outcome.output.matchAll(/^.*SKIPPED: .*$/gm)].join('; ');
      return { ...outcome, note: missing };
    },
  },
  browser: {
    needs: 'build',
    after: ['static'],
    isWide: true,
    async check(folder) {
      const { version } = await ensureBrowser();
      const file = path.join(folder, 'browser.json');
      const result = await run('playwright', ['test', '--reporter=list,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        stopSignal: 'SIGINT', // at SIGTERM Playwright leaves its web server running
      });
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file).stats ?? {};
      const counts = { passed: expected, failed: unexpected + flaky, skipped };
      return { ...honest(result, counts), note: version };
    },
  },
};
