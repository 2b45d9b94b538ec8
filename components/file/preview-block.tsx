'use client';

import { memo } from 'react';
import type { Line } from '@/lib/overlay/print';
import { PreviewLine } from './preview-line';

interface Block {
  /** The root key that the lines belong to; `''` for the head. */
  readonly root: string;
  readonly lines: readonly Line[];
  /** Ids of the lines in it that the last answer changed, in order. */
  readonly changed: string;
}

/** The lines of one root key. */
export const PreviewBlock = memo(
  function PreviewBlock({ lines, changed }: Block) {
    const marked = new Set(changed.split('\n'));
    return lines.map((line) => (
      <PreviewLine line={line} isChanged={marked.has(line.id)} key={line.id} />
    ));
  },
  (one, other) =>
    one.changed === other.changed &&
    one.lines.length === other.lines.length &&
    one.lines.every((line, index) => line === other.lines[index]),
);

/** The file cut at its blank lines, so that a keystroke touches one block and not each of two hundred lines. */
export function blocksOf(lines: readonly Line[], changed: ReadonlySet<string>): Block[] {
  const blocks: { root: string; lines: Line[]; changed: string[] }[] = [];
  for (const line of lines) {
    let block = blocks.at(-1);
    if (!block || line.kind === 'blank') {
      block = { root: line.kind === 'blank' ? line.id : '', lines: [], changed: [] };
      blocks.push(block);
    }
    block.lines.push(line);
    if (changed.has(line.id)) block.changed.push(line.id);
  }
  return blocks.map((block) => ({ ...block, changed: block.changed.join('\n') }));
}
