import { parsePath, prefixesOf } from '@/lib/domain/path';
import type { Line } from './print';

/** One line of two files laid side by side. */
export interface LineChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** As it is now; as it was, where it was removed. */
  readonly line: Line;
  /** As it was, where it was changed. */
  readonly was?: Line;
}

/**
 * Lays two files side by side in reading order. A removed line keeps its place, before the line that replaces it.
 * Lines are matched by their ids, which stay the same while the text changes.
 */
export function diffLines(was: readonly Line[], is: readonly Line[]): LineChange[] {
  const indexOf = new Map(was.map(({ id }, index) => [id, index]));
  const stays = new Set(is.map(({ id }) => id));
  const all: LineChange[] = [];
  let at = 0;
  const passTo = (end: number) => {
    for (; at < end; at++) {
      const line = was[at];
      if (line && !stays.has(line.id)) all.push({ kind: 'removed', line });
    }
  };
  for (const line of is) {
    const index = indexOf.get(line.id);
    if (index === undefined) {
      while (at < was.length && !stays.has(was[at]?.id ?? '')) passTo(at + 1);
      all.push({ kind: 'added', line });
      continue;
    }
    passTo(index);
    at = Math.max(at, index + 1);
    const old = was[index];
    if (old && old.text !== line.text) all.push({ kind: 'changed', line, was: old });
    else all.push({ kind: 'same', line });
  }
  passTo(was.length);
  return all;
}

/** The lines that differ, with the keys that they stand under. */
export function withParents(changes: readonly LineChange[]): LineChange[] {
  const parents = new Set(
    changes.flatMap(({ kind, line: { path = '' } }) =>
      kind === 'same' ? [] : prefixesOf(parsePath(path)).slice(0, -1),
    ),
  );
  return changes.filter(
    ({ kind, line }) => kind !== 'same' || (line.kind === 'key' && parents.has(line.path ?? '')),
  );
}

/** The lines that are compared: comments are left out, because they follow the keys. */
export const keyLines = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ kind }) => kind === 'key');
