import { boxOf } from './boxes';
import type { Content } from './contents';
import { FRAME_HEAD, GAP, INNER, TOP } from './floor-plan';
import type { Box } from './model';

/** Boxes of a column, one under the other. `least` is how high a box must be for the lines that leave it. */
export function stack(
  column: readonly Content[],
  { x, width }: { readonly x: number; readonly width: number },
  least: (id: string) => number,
): Box[] {
  let y = TOP + FRAME_HEAD;
  return column.map((content) => {
    const box = boxOf(content, { x: x + INNER, y, width: width - 2 * INNER }, least(content.id));
    y += box.height + GAP;
    return box;
  });
}

/** Where the last box of a column ends. */
export const endOf = (boxes: readonly Box[]) =>
  Math.max(TOP + FRAME_HEAD, ...boxes.map(({ y, height }) => y + height));

/** Moves boxes apart so that they end where the other column does. */
export function spread(boxes: readonly Box[], bottom: number): Box[] {
  const free = Math.max(0, bottom - endOf(boxes));
  const step = boxes.length < 2 ? 0 : Math.floor(free / (boxes.length - 1) / 4) * 4;
  return boxes.map((box, index) => moveDown(box, index * step));
}

const moveDown = (box: Box, by: number): Box => ({
  ...box,
  y: box.y + by,
  labels: box.labels.map((label) => ({ ...label, y: label.y + by })),
  marks: box.marks.map((mark) => ({ ...mark, y: mark.y + by })),
});
