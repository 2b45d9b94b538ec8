/** Lets the page draw and take keys before the work goes on. */
export const nextTask = (): Promise<void> => new Promise((resume) => setTimeout(resume));

/**
 * Runs steps to their end and lets the page draw and take keys between them.
 * @param sliceMs for how many milliseconds the work may hold up the page at a time: by default less than two frames
 */
export async function runInSlices<T>(
  steps: Generator<undefined, T> | AsyncGenerator<undefined, T>,
  sliceMs = 25,
): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < sliceMs) continue;
    await nextTask();
    start = performance.now();
  }
}
