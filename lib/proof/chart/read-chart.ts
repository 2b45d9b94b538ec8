import type { Entry } from './archive/tar-reader';
import { readFolderInSteps, unpackInSteps } from './archive/unpack';
import { type ChartReaders, readChartInSteps } from './chart-readers';

/** A chart as a person gives it: packed, or the files of a folder. */
export type GivenChart = { readonly packed: Uint8Array } | { readonly files: readonly Entry[] };

/**
 * Reads a chart in steps of a few milliseconds, so that a page can draw and take input between them. Never throws.
 * @returns a fault in a sentence where it cannot be read, or is no chart
 */
export async function* readGivenChart(
  given: GivenChart,
): AsyncGenerator<undefined, ChartReaders | { fault: string }> {
  const unpacked = yield* 'packed' in given
    ? unpackInSteps(given.packed)
    : readFolderInSteps(given.files);
  return 'fault' in unpacked ? unpacked : yield* readChartInSteps(unpacked.files);
}

/** The same in one go. */
export async function readChart(given: GivenChart): Promise<ChartReaders | { fault: string }> {
  const steps = readGivenChart(given);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}
