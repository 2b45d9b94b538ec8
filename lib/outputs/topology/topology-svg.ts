import type { Severity } from '@/lib/domain/limit';
import { plural } from '@/lib/domain/plural';
import type { Material } from '../output';
import { type Box, type BoxMark, type Topology, topology, topologyText } from './topology';

/**
 * The plan: the chart's tiers in a column on the left, what the operator provides in one on the right, and a curve for
 * each connection. It is narrow enough to be read on a phone without being moved.
 */
const PLAN = {
  width: 448,
  top: 72,
  box: 184,
  left: 20,
  right: 256,
  gap: 12,
  line: 17,
  padding: 10,
};
/** Letters of 12 px that a line of a box takes; what is wider all the same is clipped. */
const LINE_LETTERS = 27;
/** Lines that one fact takes at most. */
const FACT_LINES = 3;

interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** `topology.svg`. */
export const topologyFile = ({ catalog, reading }: Material) =>
  topologySvg(topology(catalog, reading));

/**
 * A standalone SVG: no script, no font or picture from elsewhere, a title and a description that says in sentences
 * what it shows. Every text in it is escaped. Within a page it follows the page, by itself the reader's system. Ends
 * in a newline.
 */
export function topologySvg(model: Topology): string {
  const { width, top, left, right } = PLAN;
  const tiers = column(model.boxes, 'chart', left);
  const stores = column(model.boxes, 'operator', right);
  const placed = [...tiers, ...stores];
  const bottom = Math.max(...placed.map(({ y, height }) => y + height)) + 40;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kt-topology" role="img" aria-labelledby="kt-title kt-desc" viewBox="0 0 ${width} ${bottom}" width="${width}" height="${bottom}">`,
    '<title id="kt-title">KaireonAI topology</title>',
    `<desc id="kt-desc">${escapeXml(topologyText(model))}</desc>`,
    `<style>${TOPOLOGY_CSS}</style>`,
    `<rect class="kt-paper" width="${width}" height="${bottom}"/>`,
    words(model.sizes, left, 20, 'quiet'),
    marksAt(model.marks, left, 32),
    words('limits of the whole installation', left + model.marks.length * MARK, 42, 'quiet'),
    words('Created by the chart', left, top - 8, 'strong'),
    words('Provided by you', right, top - 8, 'strong'),
    ...curves(model, tiers, stores),
    ...placed.map(boxAt),
    legend(bottom - 20),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function boxAt({ box: { kind, title, says, marks }, x, y, height, lines }: Placed): string {
  const { padding, line, box } = PLAN;
  const tip = `<title>${escapeXml([title, ...says].join(', '))}</title>`;
  const baseline = (row: number) => padding + 12 + row * line;
  const tone = kind === 'off' ? 'quiet' : 'plain';
  const texts = lines.map((text, at) =>
    words(text, padding, baseline(at), at === 0 ? 'strong' : tone),
  );
  const area = `x="${x}" y="${y}" width="${box}" height="${height}"`;
  // The inner picture clips: no text leaves its box.
  const inside = `<svg ${area}>${texts.join('')}${marksAt(marks, padding, baseline(lines.length) - 10)}</svg>`;
  return `<g>${tip}<rect class="kt-${kind}" ${area} rx="4"/>${inside}</g>`;
}

function column(boxes: readonly Box[], side: Box['side'], x: number): Placed[] {
  let y = PLAN.top;
  return boxes
    .filter((box) => box.side === side)
    .map((box) => {
      const lines = [box.title, ...box.says.flatMap(broken)];
      const rows = lines.length + Math.sign(box.marks.length);
      const placed = { box, x, y, lines, height: rows * PLAN.line + 2 * PLAN.padding - 4 };
      y += placed.height + PLAN.gap;
      return placed;
    });
}

/** A fact in lines that a box takes, broken at spaces and, where a word is longer, within it. */
function broken(fact: string): string[] {
  const pieces = new RegExp(`.{1,${LINE_LETTERS}}(?= |$)|.{${LINE_LETTERS}}`, 'gsu');
  const lines = (fact.match(pieces) ?? []).map((line) => line.trim());
  if (lines.length <= FACT_LINES) return lines;
  return [...lines.slice(0, FACT_LINES - 1), `${lines[FACT_LINES - 1]?.slice(0, -1)}…`];
}

/** From the middle of a tier to the middle of what it talks to; between tiers, around their left. */
function curves(
  { arrows }: Topology,
  tiers: readonly Placed[],
  stores: readonly Placed[],
): string[] {
  const middle = ({ y, height }: Placed) => y + height / 2;
  return arrows.flatMap(({ from, to, verb }) => {
    const start = tiers.find(({ box }) => box.id === from);
    const end = [...stores, ...tiers].find(({ box }) => box.id === to);
    if (!start || !end) return [];
    const isAcross = stores.includes(end);
    const [x1, x2] = isAcross ? [PLAN.left + PLAN.box, PLAN.right] : [PLAN.left, PLAN.left];
    const [bend, back] = isAcross ? [(x2 - x1) / 2, (x1 - x2) / 2] : [-24, -24];
    const [y1, y2] = [middle(start), middle(end)];
    const tip = `<title>${escapeXml(`${start.box.title} ${verb} ${end.box.title}`)}</title>`;
    const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 + back} ${y2} ${x2} ${y2}`;
    return `<g>${tip}<path class="kt-arrow" d="${path}"/><path class="kt-head" d="M${x2} ${y2}l-7 -4v8z"/></g>`;
  });
}

/** How wide a sign with its number is. */
const MARK = 36;

/** A sign and how many, for each severity, from left to right. */
function marksAt(marks: readonly BoxMark[], x: number, y: number): string {
  const shown = marks.map(({ severity, limits }, at) => {
    const tip = `<title>${escapeXml(`${plural(limits.length, severity)}: ${limits.join(', ')}`)}</title>`;
    const left = x + at * MARK;
    return `<g>${tip}${SIGN[severity](left, y)}${words(String(limits.length), left + 16, y + 10, severity)}</g>`;
  });
  return shown.join('');
}

/** A filled triangle or a ring, 12 by 12: different without colour too. */
const SIGN: Readonly<Record<Severity, (x: number, y: number) => string>> = {
  caution: (x, y) => `<path class="kt-caution" d="M${x + 6} ${y + 0.5}l6 11h-12z"/>`,
  limit: (x, y) => `<circle class="kt-ring" cx="${x + 6}" cy="${y + 6}" r="4.5"/>`,
};

function legend(y: number): string {
  const at = (place: number) => PLAN.left + place * 86;
  const kinds = Object.entries({ chart: 'the chart', operator: 'you', off: 'off' });
  const boxes = kinds.map(
    ([kind, text], place) =>
      `<rect class="kt-${kind}" x="${at(place)}" y="${y}" width="16" height="12" rx="2"/>${words(text, at(place) + 22, y + 10, 'quiet')}`,
  );
  const signs = Object.entries(SIGN).map(
    ([severity, sign], place) =>
      sign(at(3 + place), y) + words(severity, at(3 + place) + 16, y + 10, 'quiet'),
  );
  return [...boxes, ...signs].join('');
}

/** Text for XML: its five special characters escaped, and what XML cannot hold left out. */
export function escapeXml(raw: string): string {
  return raw
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const words = (text: string, x: number, y: number, tone: string) =>
  `<text class="kt-text kt-${tone}" x="${x}" y="${y}">${escapeXml(text)}</text>`;

/** Programs that do not know light-dark() keep the first colour. */
const both = (property: string, light: string, dark: string) =>
  `${property}:${light};${property}:light-dark(${light},${dark})`;

/** The style of the picture, which stands in it. All its classes begin with `kt-`. */
export const TOPOLOGY_CSS = [
  '.kt-topology:root{color-scheme:light dark}',
  '@media print{.kt-topology:root{color-scheme:light}}',
  `.kt-paper{${both('fill', '#ffffff', '#151b1e')}}`,
  `.kt-chart{${both('fill', '#ffffff', '#1b2327')};${both('stroke', '#7d8a92', '#6d7b83')}}`,
  `.kt-operator{${both('fill', '#e3f1f3', '#123036')};${both('stroke', '#0b6470', '#62c6d2')};stroke-dasharray:5 3}`,
  `.kt-off{fill:none;${both('stroke', '#c3ccd1', '#3a464c')};stroke-dasharray:1.5 3}`,
  `.kt-arrow{fill:none;${both('stroke', '#7d8a92', '#6d7b83')}}`,
  `.kt-head{${both('fill', '#7d8a92', '#6d7b83')}}`,
  '.kt-text{font:12px ui-sans-serif,system-ui,sans-serif}',
  `.kt-strong,.kt-plain{${both('fill', '#141a1d', '#e4eaed')}}`,
  '.kt-strong{font-weight:600}',
  `.kt-quiet,.kt-limit{${both('fill', '#4f5d65', '#9fadb5')}}`,
  `.kt-caution{${both('fill', '#8a4b00', '#f1b65c')}}`,
  `.kt-ring{fill:none;${both('stroke', '#4f5d65', '#9fadb5')};stroke-width:1.5}`,
].join('');
