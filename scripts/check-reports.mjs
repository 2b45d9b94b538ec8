// Counts from the JSON reports of the two test runners. A runner that failed with no failed test in its
// report (a file that does not load, an error outside any test) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {import('./check-stages.mjs').Counts} Counts */

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** @param {Counts} counts @param {number} code @returns {Counts} */
const honest = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

/** @param {string} file @param {number} code the runner's exit code */
export function vitestCounts(file, code) {
  const report = read(file);
  const unloaded = (report?.testResults ?? []).filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  );
  return honest(
    {
      passed: report?.numPassedTests ?? 0,
      failed: (report?.numFailedTests ?? 0) + unloaded.length,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    code,
  );
}

/** @param {string} file @param {number} code the runner's exit code */
export function playwrightCounts(file, code) {
  const stats = read(file)?.stats;
  return honest(
    {
      passed: stats?.expected ?? 0,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      skipped: stats?.skipped ?? 0,
    },
    code,
  );
}
