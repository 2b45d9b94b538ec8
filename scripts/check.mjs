// `npm test`: every check there is, or the stages named: `npm test -- unit browser`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stages } from './stages.mjs';

const CORES = 2; // of the smallest machine that we test on

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`no such stage: ${unknown}; there are ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
const waiting = new Map(
  Object.entries(stages).filter(([name]) => asked.length === 0 || asked.includes(name)),
);

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const failedStages = new Set();
/** @type {Map<string, { cores: number, ended: Promise<void> }>} */
const running = new Map();
const reportFolder = mkdtempSync(path.join(tmpdir(), 'check-'));
process.on('exit', () => rmSync(reportFolder, { recursive: true, force: true }));

/** @param {string} name @param {import('./stages.mjs').Stage} stage */
async function runStage(name, { needs, check }) {
  if (needs && failedStages.has(needs)) {
    console.log(`- ${name}: not run, since ${needs} failed`);
    total.skipped += 1;
    return;
  }
  const begun = performance.now();
  const outcome = await check(reportFolder).catch((error) => ({
    ...{ passed: 0, failed: 1, skipped: 0, note: '' },
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const { passed, failed, skipped, note = '', output } = outcome;
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

/** Starts the first stages that may start now. */
function startWhatCan() {
  for (const [name, stage] of waiting) {
    const before = [...(stage.after ?? []), ...(stage.needs ? [stage.needs] : [])];
    if (before.some((one) => waiting.has(one) || running.has(one))) continue;
    const cores = stage.isWide ? CORES : 1;
    const busy = [...running.values()].reduce((sum, one) => sum + one.cores, 0);
    if (busy + cores > CORES) continue;
    waiting.delete(name);
    const ended = runStage(name, stage).then(() => void running.delete(name));
    running.set(name, { cores, ended });
  }
}

for (startWhatCan(); running.size > 0; startWhatCan()) {
  await Promise.race([...running.values()].map(({ ended }) => ended));
}

// The form that continuous integration reads; it must stay the last line.
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
