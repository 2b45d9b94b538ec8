// `npm test`: every check there is, or the stages named: `npm test -- unit browser`.
import { stages } from './stages.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`no such stage: ${unknown}; there are ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
const chosen = Object.entries(stages).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const failedStages = new Set();
let freeCores = 2; // of the smallest machine that we test on
/** @type {Set<Promise<void>>} */
const running = new Set();
/** @type {Map<string, Promise<void>>} */
const ended = new Map();

/** @param {string} name @param {import('./stages.mjs').Stage} stage */
async function runStage(name, { needs, check }) {
  if (needs && failedStages.has(needs)) {
    console.log(`- ${name}: not run, since ${needs} failed`);
    total.skipped += 1;
    return;
  }
  const begun = performance.now();
  const { passed, failed, skipped, output, note } = await check().catch((error) => {
    return { passed: 0, failed: 1, skipped: 0, output: String(error.stack ?? error), note: '' };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  let line = `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed`;
  if (failed > 0) line += `, ${failed} failed`;
  if (skipped > 0) line += `, ${skipped} skipped`;
  console.log(`${line} in ${seconds} s${note ? ` (${note})` : ''}`);
  if (failed > 0) {
    failedStages.add(name);
    console.log(`${output.trimEnd()}\n`);
  }
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Runs a stage once those before it have ended and cores are free. @param {string} name @param {import('./stages.mjs').Stage} stage */
async function runInTurn(name, stage) {
  const { after = [], needs = '', cores = 1 } = stage;
  await Promise.all([...after, needs].map((before) => ended.get(before)));
  while (freeCores < cores) await Promise.race(running);
  freeCores -= cores;
  const run = runStage(name, stage).then(() => {
    freeCores += cores;
    running.delete(run);
  });
  running.add(run);
  await run;
}

for (const [name, stage] of chosen) ended.set(name, runInTurn(name, stage));
await Promise.all(ended.values());

// The form that continuous integration reads; it must stay the last line.
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
