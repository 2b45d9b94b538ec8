import { inFigures } from '@/lib/domain/in-figures';

/** How many files, folders and other entries are read: a hundred times what large charts have. */
export const MOST_ENTRIES = 10_000;
/** How many bytes all of them may have together, unpacked: ten times the largest charts with their subcharts. */
export const MOST_BYTES = 50_000_000;
/** How deep archives may stand in one another: a subchart of a subchart of … */
export const DEEPEST = 5;

/** What may still be read of one chart, with all the archives in it. Each step gives a fault once it is used up. */
export class Budget {
  #entries = 0;
  #bytes = 0;

  /** Counts a file or folder; a fault in a sentence once there are too many. */
  addEntry(): string | undefined {
    this.#entries += 1;
    return this.#entries > MOST_ENTRIES ? TOO_MANY : undefined;
  }

  /** Counts unpacked bytes; a fault in a sentence once there are too many. */
  addBytes(count: number): string | undefined {
    this.#bytes += count;
    return this.#bytes > MOST_BYTES ? TOO_LARGE : undefined;
  }
}

const GIVE = 'Give the chart’s own folder, or what helm package makes of it.';
const TOO_MANY = `There are more than ${inFigures(MOST_ENTRIES)} entries in it, so nothing was read. A chart has some dozens. ${GIVE}`;
const TOO_LARGE = `Unpacked it has more than ${inFigures(MOST_BYTES)} bytes, so nothing was read. A chart has some hundred thousand. ${GIVE}`;
