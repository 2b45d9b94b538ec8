import type { AppliedLimit } from '@/lib/domain/limit';
import type { Content } from './contents';
import type { Box, Label, Mark } from './model';
import { type Face, fitText, joinParts, textWidth } from './text-width';

/** Everything stands on a grid of 4. */
const PADDING = 12;
const LINE = 18;
const TITLE_SIZE = 13;
const TEXT_SIZE = 12;
const MARK_SIZE = 12;
const MARK_GAP = 8;

type Place = Pick<Label, 'x' | 'y' | 'size' | 'tone'> & { readonly face?: Face };

/** A line of text in a box, before it has a place. */
type Row = readonly [text: string, style: Omit<Place, 'x' | 'y'>];

/** A label no wider than `room`. */
export function labelAt(text: string, room: number, place: Place): Label {
  const { size, face = 'sans' } = place;
  const fitted = fitText(text, room, size, face);
  return { ...place, face, text: fitted, width: textWidth(fitted, size, face) };
}

/** Marks of these limits, one for each severity, ending at `right`; `middle` is their centre line. */
export function marksOf(limits: readonly AppliedLimit[], right: number, middle: number): Mark[] {
  const marks: Mark[] = [];
  let end = right;
  for (const severity of ['limit', 'caution'] as const) {
    const ids = limits.filter((limit) => limit.severity === severity).map(({ id }) => id);
    if (ids.length === 0) continue;
    const width = MARK_SIZE + 4 + Math.ceil(textWidth(String(ids.length), TEXT_SIZE, 'bold'));
    marks.unshift({
      severity,
      limits: ids,
      x: end - width,
      y: middle - MARK_SIZE / 2,
      width,
      height: MARK_SIZE,
    });
    end -= width + MARK_GAP;
  }
  return marks;
}

/** A box with its text, its top left corner at the origin of `place`; `least` is the lowest that it may be. */
export function boxOf(
  content: Content,
  place: { readonly x: number; readonly y: number; readonly width: number },
  least = 0,
): Box {
  const { x, y, width } = place;
  const { kind } = content;
  const [room, right] = [width - 2 * PADDING, x + width - PADDING];
  const baseline = (row: number) => y + PADDING + 12 + row * LINE;
  const marks = marksOf(content.limits, right, baseline(0) - 5);
  const [firstMark] = marks;
  const marksWidth = firstMark ? right - firstMark.x + MARK_GAP : 0;
  const rows: readonly Row[] = [
    [content.title, { size: TITLE_SIZE, face: 'bold', tone: kind === 'off' ? 'quiet' : 'strong' }],
    ...joinParts(content.facts, room, TEXT_SIZE).map(
      (fact): Row => [fact, { size: TEXT_SIZE, tone: kind === 'off' ? 'quiet' : 'plain' }],
    ),
    ...content.names.map((name): Row => [name, { size: TEXT_SIZE, face: 'mono', tone: 'quiet' }]),
  ];
  const labels = rows.map(([text, style], row) =>
    labelAt(text, row === 0 ? room - marksWidth : room, {
      ...style,
      x: x + PADDING,
      y: baseline(row),
    }),
  );
  const height = PADDING + labels.length * LINE + 8;
  return {
    id: content.id,
    kind,
    title: content.title,
    says: [...content.facts, ...content.names],
    x,
    y,
    width,
    height: Math.ceil(Math.max(height, least) / 4) * 4,
    labels,
    marks,
  };
}
