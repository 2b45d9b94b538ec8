import { plural } from '@/lib/domain/plural';
import type { Box, Mark, Topology } from './model';

/** The picture in sentences: what there is, who provides it, what talks to what, and which limits touch it. A line each. */
export function topologyText({ boxes, arrows, marks, heading }: Topology): string {
  const titles = new Map(boxes.map(({ id, title }) => [id, title]));
  const of = (kind: Box['kind']) => boxes.filter((box) => box.kind === kind).map(described);
  const sentences = [
    heading.map(({ text }) => text).join('. '),
    listed('Created by the chart', of('chart')),
    listed('Provided by you before the chart is applied', of('operator')),
    listed('Off', of('off')),
    ...arrows.map(({ from, to, verb }) => `${titles.get(from)} ${verb} ${titles.get(to)}`),
    ...boxes
      .filter((box) => box.marks.length > 0)
      .map((box) => `${box.title} has ${marked(box.marks)}`),
    marks.length === 0 ? '' : `The whole installation has ${marked(marks)}`,
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join('\n');
}

const described = ({ title, says }: Box) => {
  const facts = says.filter((fact) => fact !== 'off');
  return facts.length === 0 ? title : `${title} (${facts.join(', ')})`;
};

const listed = (what: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${what}: ${names.join('; ')}`;

const marked = (marks: readonly Mark[]) =>
  marks
    .map(({ severity, limits }) => `${plural(limits.length, severity)} (${limits.join(', ')})`)
    .join(' and ');
