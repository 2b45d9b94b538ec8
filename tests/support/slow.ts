/**
 * Milliseconds that a test of thousands of cases may take. It needs a few seconds on its own; a machine that is busy
 * with something else must not make it fail.
 */
export const SLOW = 120_000;
