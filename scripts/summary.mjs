// The closing line of `npm test`, from the reports of Vitest and Playwright. Its arguments are the codes that what came
// before the tests, Vitest and Playwright ended with: one that failed without a failed test counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

/** @param {string} name @returns a runner's report; empty where it did not get so far */
const report = (name) => {
  const file = `test-results/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
const { stats = {} } = report('playwright');
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  testResults = [],
} = report('vitest');

for (const { assertionResults } of testResults) {
  for (const { status, fullName } of assertionResults) {
    if (status !== 'passed' && status !== 'failed') console.log(`skipped: ${fullName}`);
  }
}

const failures = [0, numFailedTests, (stats.unexpected ?? 0) + (stats.flaky ?? 0)];
const failed = failures
  .map((count, at) => count || Number(process.argv[2 + at] !== '0'))
  .reduce((sum, count) => sum + count);
const passed = numPassedTests + (stats.expected ?? 0);
const skipped = numPendingTests + (stats.skipped ?? 0);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
