import { formatPath } from '@/lib/domain/path';
import type { Reading } from '@/lib/reading/reading';

/** How each key line stands in the operator's chart, by the line's id. Nothing while no chart was checked. */
export function lineStatuses({ entries, userFiles }: Reading): ReadonlyMap<string, string> {
  const { chart } = userFiles;
  if (!chart) return new Map();
  return new Map(
    entries.map(({ key, path, isConfirmed }) => [
      formatPath(path),
      isConfirmed ? 'confirmed' : (chart[key.path]?.status ?? 'absent'),
    ]),
  );
}
