// `npm run fuzz -- [CASES] [SEED]` and `npm run soak -- [SECONDS] [SEED]`: tests of `npm test`, for longer.
import { run } from './run.mjs';

const verbose = ['--reporter=verbose', '--disable-console-intercept'];
const [name = '', amount, seed] = process.argv.slice(2);
const [args, env] =
  name === 'soak'
    ? [['--project', 'soak'], { SOAK_SECONDS: amount ?? '60', FUZZ_SEED: seed ?? '1' }]
    : [
        ['--project', 'unit', 'tests/fuzz', 'tests/helm/number-like', 'tests/helm/read-yaml'],
        { FUZZ_RUNS: amount ?? '100000', FUZZ_SEED: seed ?? String(Date.now() % 2 ** 31) },
      ];
process.exit((await run('vitest', ['run', ...args, ...verbose], { output: 'inherit', env })).code);
