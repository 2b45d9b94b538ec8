/**
 * Every property and every sample of the suite starts from this seed, so a failure comes back: fast-check prints the
 * path to the failing case. `FUZZ_SEED=7 npm test -- unit` tries others; `npm run fuzz` takes another one each time.
 */
export const SEED = Number(process.env.FUZZ_SEED ?? 1);
