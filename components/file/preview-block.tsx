'use client';

import { memo } from 'react';
import type { Line } from '@/lib/overlay/print';
import { PreviewLine } from './preview-line';

interface Row {
  readonly line: Line;
  /** Whether the last answer changed it. */
  readonly isChanged: boolean;
  /** How the line's key stands in the operator's chart, once that was checked. */
  readonly status: string | undefined;
}

interface Block {
  /** The line that the block begins with. */
  readonly id: string;
  readonly rows: readonly Row[];
}

/** The lines of one root key. */
export const PreviewBlock = memo(
  function PreviewBlock({ rows }: Block) {
    return rows.map((row) => <PreviewLine {...row} key={row.line.id} />);
  },
  (one, other) =>
    one.rows.length === other.rows.length &&
    one.rows.every((row, index) => {
      const twin = other.rows[index];
      return (
        row.line === twin?.line && row.isChanged === twin.isChanged && row.status === twin.status
      );
    }),
);

/** The file cut at its blank lines, so that a keystroke touches one block and not each of two hundred lines. */
export function blocksOf(
  lines: readonly Line[],
  changed: ReadonlySet<string>,
  statuses: ReadonlyMap<string, string>,
): Block[] {
  const blocks: { id: string; rows: Row[] }[] = [];
  for (const line of lines) {
    const row = { line, isChanged: changed.has(line.id), status: statuses.get(line.id) };
    const block = blocks.at(-1);
    if (block && line.kind !== 'blank') block.rows.push(row);
    else blocks.push({ id: line.id, rows: [row] });
  }
  return blocks;
}
