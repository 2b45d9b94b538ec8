import type { ChartLeaf } from '@/lib/domain/user-files';
import { shown } from '@/lib/files/leaves';
import type { Entry } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import { type Listing, listedAt } from './listing/listing';
import { type Standing, type Verdict, worstOf } from './states';

/** One key of the overlay, and what is known of it in the person's chart. */
export interface KeyRow extends Standing {
  readonly entry: Entry;
  readonly where?: string | undefined;
  readonly reason: string;
}

/**
 * A key as a person's chart has it. A render shows more than a listing, so where there are verdicts the worst of them
 * counts: a list has one for each of its leaves.
 */
export function rowOf(
  { userFiles }: Reading,
  entry: Entry,
  listing: Listing | undefined,
  verdicts: readonly Verdict[],
): KeyRow {
  const { key, at, path, value, chartPath, as } = entry;
  const has = listing && listedAt(listing, path);
  const isListed =
    listing && at !== key.path
      ? !!has
      : chartPath !== undefined || userFiles.chart?.[key.path] !== undefined;
  const listed = isListed ? listedWords(has, shown(value), as) : NOT_LISTED;
  const verdict = worstOf(verdicts);
  if (verdict) {
    const { state, found, where } = verdict;
    const reason = userFiles.chart ? `${verdict.reason} ${listed}` : verdict.reason;
    return { entry, state, found, where, reason };
  }
  if (isListed) return { entry, state: 'listed', reason: listed };
  // What is true of every key that is not listed is said once, above them all.
  const reason = key.overlayOnly ? 'The documentation says that no base chart has it.' : '';
  return { entry, state: 'not-listed', reason };
}

const NOT_LISTED = 'Your chart’s values do not list it.';

/** What a chart's values have at a path, and what becomes of it. */
function listedWords(has: ChartLeaf | undefined, value: string, as: string | undefined): string {
  if (!has) return 'Your chart’s values list it.';
  if (as) return `Your chart has a ${has.type} here, so it is written as one.`;
  if (has.shown === value) return 'Your chart’s values have the same.';
  if (has.type === 'mapping') return `Your chart’s values leave ${has.path} open.`;
  return `Your chart’s values have ${has.shown} here.`;
}
