/**
 * Every property and every sample of the suite starts from this seed, so a failure comes back: fast-check prints the
 * path to the failing case. `FUZZ_SEED=7` before a command tries others.
 */
export const SEED = Number(process.env.FUZZ_SEED ?? 1);

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
