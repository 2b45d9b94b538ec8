import { formatPath } from '@/lib/domain/path';
import type { ChartKey, ChartLeaf, Suggestion } from '@/lib/domain/user-files';
import { chosenPath } from '@/lib/overlay/place';
import type { Entry } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import { shown } from './leaves';

export type CheckStatus = ChartKey['status'] | 'chosen';

/** One key that the overlay writes, checked against the operator's chart. */
export interface KeyCheckStatus {
  /** Our path, by which the choice is made. */
  readonly ours: string;
  /** Where it stands in the file. */
  readonly path: string;
  readonly status: CheckStatus;
  /** What this overlay writes, in a line. */
  readonly value: string;
  /** What the chart has at that place, where it is known. */
  readonly has?: ChartLeaf;
  /** Whether the overlay writes what the chart has anyway. */
  readonly isRedundant: boolean;
  readonly suggestions: readonly Suggestion[];
}

/** How every key that is written now stands in the chart that was checked, in the order of the file. */
export function statuses({ entries, userFiles }: Reading): KeyCheckStatus[] {
  const { chart, map = {} } = userFiles;
  if (!chart) return [];
  return entries.map((entry) => {
    const { key, value } = entry;
    const path = formatPath(entry.path);
    const checked = chart[key.path];
    const chosen = chosenPath(map, key.path);
    const isMoved = chosen !== '' && chosen !== key.path;
    const has = isMoved
      ? checked?.suggestions.find((leaf) => leaf.path === chosen)
      : checked?.has?.path === key.path
        ? checked.has
        : undefined;
    return {
      ours: key.path,
      path,
      status: statusOf(entry, chosen, checked),
      value: shown(value),
      ...(has && { has }),
      isRedundant: has?.shown === shown(value),
      suggestions: checked?.suggestions ?? [],
    };
  });
}

function statusOf({ key }: Entry, chosen: string, checked: ChartKey | undefined): CheckStatus {
  if (chosen !== '' && (chosen !== key.path || checked?.status === 'absent')) return 'chosen';
  return checked?.status ?? 'absent';
}
