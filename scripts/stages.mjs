// What `npm test` does, in stages. A runner writes its counts as JSON; a command without counts is one check.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { realHelm } from './helm.mjs';
import { run } from './run.mjs';
import { installOnDebian, printed } from './tools.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string, note?: string }} Outcome
 * @typedef {object} Stage
 * @property {string[]} [after] the stages that must have ended first
 * @property {string} [needs] the stage without which this one cannot run
 * @property {number} [cores] how many it uses; one by default
 * @property {() => Promise<Outcome>} check
 */

/** One check: commands; it reports the first that fails. @param {string[]} lines words between spaces */
const commands =
  (...lines) =>
  async () => {
    for (const line of lines) {
      const [command = '', ...args] = line.split(' ');
      const { code, output } = await run(command, args);
      if (code !== 0) return { passed: 0, failed: 1, skipped: 0, output };
    }
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  };

const reports = mkdtempSync(path.join(tmpdir(), 'check-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** The counts of a runner that failed with no failed test (a file that does not load) hold one failure all the same.
 * @param {string} file @param {{ code: number, output: string }} result */
function counted(file, { code, output }) {
  const { stats, ...found } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  // Playwright's names, else Vitest's.
  const passed = stats?.expected ?? found.numPassedTests ?? 0;
  const failed = stats ? stats.unexpected + stats.flaky : found.numFailedTests;
  const skipped = stats?.skipped ?? found.numPendingTests ?? 0;
  return { passed, failed: failed || Number(code !== 0), skipped, output };
}

/** @param {string} project */
async function vitest(project) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await run('vitest', ['run', '--project', project, ...reporters]);
  const note = [...result.output.matchAll(/^.*SKIPPED: .*$/gm)].join('; ');
  return { ...counted(file, result), note };
}

/** In the order in which they start. @type {Record<string, Stage>} */
export const stages = {
  lockfile: { check: commands('node scripts/check-lockfile.mjs') },
  container: { check: () => vitest('container') },
  lint: {
    check: commands(
      'biome ci --error-on-warnings --colors=off --max-diagnostics=none .',
      'depcruise --config .dependency-cruiser.cjs app pages server components lib bin e2e',
    ),
  },
  types: {
    after: ['container'],
    // Next writes next-env.d.ts and the types of the routes, which git does not hold.
    check: commands('next typegen', 'tsc --noEmit'),
  },
  build: {
    after: ['container', 'types'], // all three write into .next
    check: commands('node scripts/next.mjs build', 'size-limit'),
  },
  static: { after: ['container'], check: commands('node scripts/build-static.mjs') },
  unit: {
    cores: 2,
    async check() {
      // Fetched here, so that no test's time is spent on the download.
      if (!(await printed('yamllint', ['--version']))) await installOnDebian(['yamllint']);
      const helm = await realHelm().catch((error) => ({ summary: `real Helm failed: ${error}` }));
      return { ...(await vitest('unit')), note: helm.summary };
    },
  },
  http: { needs: 'build', check: () => vitest('http') },
  soak: { needs: 'build', check: () => vitest('soak') },
  engines: { needs: 'build', check: () => vitest('engines') },
  browser: {
    needs: 'build',
    after: ['static'],
    cores: 2,
    async check() {
      const { version } = await ensureBrowser();
      const file = path.join(reports, 'browser.json');
      const result = await run('playwright', ['test', '--reporter=list,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        stopSignal: 'SIGINT', // at SIGTERM Playwright leaves its web server running
      });
      return { ...counted(file, result), note: version };
    },
  },
};
