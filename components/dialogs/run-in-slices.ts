/** Milliseconds at a stretch: less than two frames. */
const STRETCH_MS = 25;

/** Runs steps to their end and lets the page draw and take keys between them. */
export async function runInSlices<T>(
  steps: Generator<undefined, T> | AsyncGenerator<undefined, T>,
): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < STRETCH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}
