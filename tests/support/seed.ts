/**
 * Every property and every sample of the suite starts from this seed, so a failure comes back: fast-check prints the
 * path to the failing case. `FUZZ_SEED=7` before a command tries others.
 */
export const SEED = Number(process.env.FUZZ_SEED ?? 1);
