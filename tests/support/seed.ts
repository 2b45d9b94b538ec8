import fc from 'fast-check';

/**
 * Every property of the suite starts from this seed, so a failure comes back: fast-check prints the seed and the path
 * to the failing case. `FUZZ_SEED=7 npm test -- unit` tries others; `npm run fuzz` takes another one each time.
 */
export const SEED = Number(process.env.FUZZ_SEED ?? 1);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
