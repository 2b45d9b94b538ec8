import { isWithin } from '@/lib/domain/path';
import type { Line } from '@/lib/overlay/print';

export interface Differences {
  /** The lines that the default file does not have so, each below its parents. */
  readonly lines: readonly Line[];
  /** Paths that only the default file has. */
  readonly gone: readonly string[];
}

/** What differs between a file and the default one, comments left out. */
export function differences(lines: readonly Line[], defaults: readonly Line[]): Differences {
  const keys = lines.filter(({ kind }) => kind === 'key');
  const usual = new Map(
    defaults.filter(({ kind }) => kind === 'key').map(({ id, text }) => [id, text]),
  );
  const differing = keys.filter(({ id, text }) => usual.get(id) !== text);
  for (const { id } of keys) usual.delete(id);
  return {
    lines: keys.filter(({ path = '' }) =>
      differing.some((other) => isWithin(other.path ?? '', path)),
    ),
    gone: [...usual.keys()],
  };
}
