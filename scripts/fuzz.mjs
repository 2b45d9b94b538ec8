// `npm run fuzz`, or `node scripts/fuzz.mjs CASES [SEED]`: every fuzzer with 100,000 cases, seeds printed.
import { run } from './run.mjs';

const [cases = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const { code } = await run(
  'vitest',
  ['run', 'tests/fuzz', 'tests/helm/number-like', 'tests/helm/reader', '--reporter=verbose'],
  { output: 'inherit', env: { FUZZ_RUNS: cases, FUZZ_SEED: seed } },
);
process.exit(code);
