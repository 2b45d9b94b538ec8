// `npm test`: every check there is, or the stages named: `npm test -- unit browser`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stages } from './check-stages.mjs';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `no such stage: ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failedStages = new Set();
const reportFolder = mkdtempSync(path.join(tmpdir(), 'check-'));
process.on('exit', () => rmSync(reportFolder, { recursive: true, force: true }));

for (const { name, needs, onlyByName, check } of stages) {
  if (chosen.length > 0 ? !chosen.includes(name) : onlyByName) continue;
  if (needs !== undefined && failedStages.has(needs)) {
    console.log(`- ${name}: not run, since ${needs} failed`);
    total.skipped += 1;
    continue;
  }
  const begun = performance.now();
  const {
    passed,
    failed,
    skipped,
    note = '',
    output,
  } = await check(reportFolder).catch((error) => ({
    ...{ passed: 0, failed: 1, skipped: 0, note: '' },
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const counts = [
    `${passed} passed`,
    failed && `${failed} failed`,
    skipped && `${skipped} skipped`,
  ];
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name}: ${counts.filter(Boolean).join(', ')} in ${seconds} s${note && ` (${note})`}`,
  );
  if (failed > 0) {
    failedStages.add(name);
    console.log(`${output.trimEnd()}\n`);
  }
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

// The form that continuous integration reads; it must stay the last line.
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
