import { plural } from '@/lib/domain/plural';
import type { Area, Arrow, Box, Key, Label, Mark, Point, Topology } from './model';
import { type Theme, topologyCss } from './topology-css';
import { topologyText } from './topology-text';

export { type Theme, topologyCss };

/**
 * A standalone SVG: no script, no font or picture from elsewhere, a title and a description that says in sentences
 * what it shows. Every text in it is escaped. Ends in a newline.
 */
export function topologySvg(model: Topology, theme: Theme = 'auto'): string {
  const { width, height } = model;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kt-topology" role="img" aria-labelledby="kt-title kt-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<title id="kt-title">KaireonAI topology</title>',
    `<desc id="kt-desc">${escapeXml(topologyText(model))}</desc>`,
    theme === 'page' ? '' : `<style>${topologyCss(theme)}</style>`,
    `<rect class="kt-paper" width="${width}" height="${height}"/>`,
    ...model.frames.map(
      (frame) => `<rect class="kt-frame" ${area(frame)} rx="8"/>${text(frame.title)}`,
    ),
    ...model.heading.map(text),
    model.marksTitle ? text(model.marksTitle) : '',
    ...model.marks.map(mark),
    ...model.arrows.map((arrow) => arrowLine(arrow, model.arrows)),
    ...model.arrows.flatMap(({ label }) => (label && label.text !== '' ? [text(label)] : [])),
    ...model.boxes.map(box),
    ...model.legend.map(key),
    '</svg>',
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

/** Text for XML: its five special characters escaped, and what XML cannot hold left out. */
export function escapeXml(raw: string): string {
  return raw
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const area = (of: Area) => `x="${of.x}" y="${of.y}" width="${of.width}" height="${of.height}"`;

function text({ text: words, x, y, size, face, tone }: Label): string {
  const kind = face === 'sans' ? '' : ` kt-${face}`;
  return `<text class="kt-text kt-${tone}${kind}" x="${x}" y="${y}" font-size="${size}">${escapeXml(words)}</text>`;
}

function box(of: Box): string {
  const tip = `<title>${escapeXml([of.title, ...of.says].join(', '))}</title>`;
  // The inner picture clips: a letter that is wider than any we know stays inside its box.
  const inside = `<svg ${area(of)} viewBox="${of.x} ${of.y} ${of.width} ${of.height}">${of.labels.map(text).join('')}</svg>`;
  return `<g>${tip}<rect class="kt-${of.kind}" ${area(of)} rx="4"/>${inside}${of.marks.map(mark).join('')}</g>`;
}

function mark({ severity, limits, x, y, height }: Mark): string {
  const tip = `<title>${escapeXml(`${plural(limits.length, severity)}: ${limits.join(', ')}`)}</title>`;
  const count = `<text class="kt-text kt-bold kt-${severity === 'caution' ? 'caution' : 'quiet'}" x="${x + 16}" y="${y + height - 2}" font-size="12">${limits.length}</text>`;
  return `<g>${tip}${sign(severity, x, y)}${count}</g>`;
}

/** A filled triangle or a ring, 12 by 12: different even without colour. */
const sign = (severity: Mark['severity'], x: number, y: number) =>
  severity === 'caution'
    ? `<path class="kt-caution" d="M${x + 6} ${y + 0.5}L${x + 12} ${y + 11.5}H${x}Z"/>`
    : `<circle class="kt-limit" cx="${x + 6}" cy="${y + 6}" r="4.5"/>`;

const RADIUS = 6;

function arrowLine({ points, to }: Arrow, all: readonly Arrow[]): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const d = rounded(points);
  // Lines to the same box meet in its lane: one head will do.
  const first = all.find((arrow) => arrow.to === to && arrow.points.at(-1)?.[1] === y);
  const head = first?.points === points ? `<path class="kt-head" d="M${x} ${y}l-8 -4v8z"/>` : '';
  return `<path class="kt-arrow" d="${d}"/>${head}`;
}

/** A path through these corners, each rounded as far as its two sides allow. */
function rounded(points: readonly Point[]): string {
  const [first = [0, 0], ...rest] = points;
  const steps = rest.map((point, index) => {
    const [x, y] = point;
    const before = points[index] ?? point;
    const after = rest[index + 1];
    if (!after) return `L${x} ${y}`;
    const [toX, toY] = [Math.sign(x - before[0]), Math.sign(y - before[1])];
    const [onX, onY] = [Math.sign(after[0] - x), Math.sign(after[1] - y)];
    const reach = (from: Point, to: Point) =>
      (Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1])) / 2;
    const r = Math.min(RADIUS, reach(before, point), reach(point, after));
    return `L${x - toX * r} ${y - toY * r}Q${x} ${y} ${x + onX * r} ${y + onY * r}`;
  });
  return `M${first[0]} ${first[1]}${steps.join('')}`;
}

function key({ sign: of, x, y, label }: Key): string {
  const sample =
    of === 'caution' || of === 'limit'
      ? sign(of, x + 8, y - 6)
      : `<rect class="kt-${of}" x="${x}" y="${y - 6}" width="20" height="12" rx="2"/>`;
  return sample + text(label);
}
