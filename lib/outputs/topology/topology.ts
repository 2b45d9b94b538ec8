import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import type { Reading } from '@/lib/reading/reading';
import { labelAt, marksOf } from './boxes';
import { endOf, spread, stack } from './columns';
import { contents, generalLimits } from './contents';
import { INNER, LEFT, RIGHT, STUB, TOP, WIDTH } from './floor-plan';
import type { Frame, Key, Label, Mark, Topology } from './model';
import { calls, connections, flowsBetween, outgoing } from './routes';

/** The picture of a set of answers. The same answers give the same picture. */
export function topology(catalog: Catalog, reading: Reading): Topology {
  const all = contents(catalog, reading);
  const flows = flowsBetween(catalog, all);
  const chart = all.filter(({ side }) => side === 'chart');
  const operator = all.filter(({ side }) => side === 'operator');
  const tiers = stack(chart, LEFT, (id) => 8 + STUB * outgoing(flows, operator, id).length);
  const bottom = endOf(tiers);
  const stores = spread(
    stack(operator, RIGHT, () => 0),
    bottom,
  );
  const height = Math.max(bottom, endOf(stores)) + INNER;
  const boxes = [...tiers, ...stores];
  const marks = marksOf(generalLimits(reading, all), WIDTH - 8 - INNER, 50);
  return {
    width: WIDTH,
    height: height + 44,
    heading: heading(reading),
    marksTitle: marksTitle(marks),
    marks,
    frames: [frame('Created by the chart', LEFT, height), frame('Provided by you', RIGHT, height)],
    boxes,
    arrows: [...calls(flows, tiers), ...connections(flows, tiers, stores)],
    legend: legend(height + 28),
  };
}

function frame(title: string, { x, width }: { x: number; width: number }, bottom: number): Frame {
  return {
    x,
    y: TOP,
    width,
    height: bottom - TOP,
    title: labelAt(title, width - 2 * INNER, {
      x: x + INNER,
      y: TOP + 21,
      size: 11,
      face: 'bold',
      tone: 'quiet',
    }),
  };
}

const HEADING = { x: LEFT.x, y: 54, size: 12, tone: 'quiet' } as const;

function heading({ capacity: { min, max } }: Reading): Label[] {
  const figure = (value: number) => inFigures(value, 1);
  const range = (from: number, to: number, unit: string) =>
    `${from === to ? figure(from) : `${figure(from)} to ${figure(to)}`} ${unit}`;
  const sizes = `${range(min.pods, max.pods, 'pods')}, requesting ${range(min.cpu, max.cpu, 'CPU')} and ${range(min.memoryGiB, max.memoryGiB, 'GiB')}`;
  return [
    labelAt('KaireonAI topology', 500, {
      ...HEADING,
      y: 32,
      size: 16,
      face: 'bold',
      tone: 'strong',
    }),
    labelAt(sizes, 520, HEADING),
  ];
}

/** Left of the marks that it is about. */
function marksTitle([first]: readonly Mark[]): Label | undefined {
  const label = labelAt('whole installation', 130, HEADING);
  return first && { ...label, x: Math.floor(first.x - 8 - label.width) };
}

function legend(y: number): Key[] {
  const keys: readonly (readonly [Key['sign'], string])[] = [
    ['chart', 'created by the chart'],
    ['operator', 'provided by you'],
    ['off', 'off'],
    ['caution', 'caution'],
    ['limit', 'limit'],
  ];
  let x: number = LEFT.x;
  return keys.map(([sign, text]) => {
    const label = labelAt(text, 160, { x: x + 28, y: y + 4, size: 11, tone: 'quiet' });
    const key: Key = { sign, x, y, label };
    x += 28 + Math.ceil(label.width / 4) * 4 + 16;
    return key;
  });
}
