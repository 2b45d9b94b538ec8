import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers, evaluate } from '@/lib/domain/evaluate';
import { switchOf } from '@/lib/domain/option';
import { entriesOf, writtenKeys } from '@/lib/overlay/values';
import { tierCapacities, totalCapacity } from '@/lib/reading/capacity';
import { limitsOf } from '@/lib/reading/limits';
import type { Reading } from '@/lib/reading/reading';
import type { Arrow, Label, Point, Topology } from './model';
import { topology } from './topology';

interface Area {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Ink of a line of text: from the top of its capitals to the foot of its g's. */
const ink = (label: Label): Area => ({
  name: `"${label.text}"`,
  x: label.x,
  y: label.y - 0.8 * label.size,
  width: label.width,
  height: 1.05 * label.size,
});

const meet = (one: Area, other: Area) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: Area, inner: Area) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The straight pieces of an arrow, as areas without any width. */
function pieces({ points, from, to }: Arrow): Area[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] as Point; // there is one before each but the first
    return {
      name: `${from} → ${to}`,
      x: Math.min(start[0], end[0]),
      y: Math.min(start[1], end[1]),
      width: Math.abs(start[0] - end[0]),
      height: Math.abs(start[1] - end[1]),
    };
  });
}

/** Whether two pieces lie on each other for a while, as against crossing. */
const runTogether = (one: Area, other: Area) => {
  const shared = (a: number, aLength: number, b: number, bLength: number) =>
    Math.min(a + aLength, b + bLength) - Math.max(a, b);
  const x = shared(one.x, one.width, other.x, other.width);
  const y = shared(one.y, one.height, other.y, other.height);
  return (
    (one.height === 0 && other.height === 0 && y === 0 && x > 0) ||
    (one.width === 0 && other.width === 0 && x === 0 && y > 0)
  );
};

/** All that is wrong with where things are. */
function faults(model: Topology): string[] {
  const found: string[] = [];
  const say = (what: string, one: Area, other: Area) =>
    found.push(`${one.name} ${what} ${other.name}`);
  const boxes = model.boxes.map((box) => ({ ...box, name: box.id }));
  const frames = model.frames.map((frame) => ({ ...frame, name: frame.title.text }));
  const marks = [...model.marks, ...boxes.flatMap((box) => box.marks)].map((mark) => ({
    ...mark,
    name: `mark ${mark.limits.join(' ')}`,
  }));
  const signs = model.legend.map(({ sign, x, y }) => ({
    name: `sign ${sign}`,
    x,
    y: y - 6,
    width: 20,
    height: 12,
  }));
  const lineLabels = model.arrows.flatMap(({ label }) => (label?.text ? [ink(label)] : []));
  const labels = [
    ...[...model.heading, ...(model.marksTitle ? [model.marksTitle] : [])].map(ink),
    ...model.frames.map(({ title }) => ink(title)),
    ...boxes.flatMap((box) => box.labels.map(ink)),
    ...lineLabels,
    ...model.legend.map(({ label }) => ink(label)),
  ];
  const lines = model.arrows.flatMap(pieces);

  const apart = (things: readonly Area[]) =>
    things.forEach((one, index) => {
      for (const other of things.slice(index + 1))
        if (meet(one, other)) say('overlaps', one, other);
    });
  apart(boxes);
  apart(frames);
  apart([...labels, ...marks, ...signs]);

  const page: Area = { name: 'page', x: 0, y: 0, width: model.width, height: model.height };
  for (const thing of [...boxes, ...frames, ...labels, ...marks, ...signs, ...lines]) {
    if (!holds(page, thing)) say('leaves', thing, page);
  }
  for (const box of boxes) {
    if (!frames.some((frame) => holds(frame, box))) found.push(`${box.name} is in no frame`);
    for (const inner of [
      ...box.labels.map(ink),
      ...box.marks.map((mark) => ({ ...mark, name: 'mark' })),
    ]) {
      if (!holds(box, inner)) say('leaves', inner, box);
    }
  }
  for (const label of lineLabels) {
    for (const box of boxes) if (meet(label, box)) say('covers', label, box);
  }
  for (const line of lines) {
    for (const box of boxes) if (meet(line, box)) say('runs through', line, box);
    for (const text of [...labels, ...marks]) if (meet(line, text)) say('runs through', line, text);
  }
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      // Lines to the same box are meant to meet in its lane.
      const sameEnd = one.name.split(' → ')[1] === other.name.split(' → ')[1];
      if (!sameEnd && runTogether(one, other)) say('runs along', one, other);
    }
  });
  for (const { points, from, to } of model.arrows) {
    const on = (id: string, [x, y]: Point = [0, 0]) =>
      boxes.some(
        (box) =>
          box.id === id &&
          y > box.y &&
          y < box.y + box.height &&
          (x === box.x || x === box.x + box.width),
      );
    if (!on(from, points[0])) found.push(`${from} → ${to} does not start at ${from}`);
    if (!on(to, points.at(-1))) found.push(`${from} → ${to} does not end at ${to}`);
  }
  return found;
}

const switches = (key: string) => ['true', 'false'].map((value) => ({ [key]: value }));
const choicesOf = (key: string) => {
  const shape = catalog.answer.get(key)?.shape;
  return shape?.type === 'choice' ? shape.choices.map(({ value }) => ({ [key]: value })) : [];
};

type Given = Record<string, string>;
const product = (groups: readonly (readonly Given[])[]): Given[] =>
  groups.reduce<Given[]>(
    (all, group) => all.flatMap((one) => group.map((other) => ({ ...one, ...other }))),
    [{}],
  );

/** What changes a box's text and not which boxes there are: taken in turn, so that each meets each of the others. */
const turns: readonly (readonly Given[])[] = [
  switches('redis.cluster'),
  [{ postgresExternalReplicas: '0' }, { postgresExternalReplicas: '100' }, {}],
  switches('plan.apiNodeGroup'),
  choicesOf('plan.apiZoneSpread'),
  choicesOf('plan.postgresProvider'),
  [{}, { 'api.autoscaling.minReplicas': '1000', 'api.autoscaling.maxReplicas': '1000' }],
  [
    {},
    { 'worker.resources.requests.memory': '4194304Ki', 'worker.resources.requests.cpu': '1.999' },
  ],
];
const taken = (group: readonly Given[], turn: number) => group[turn % group.length] ?? {};

const wide = 'W'.repeat(20);
const longNames: Given = Object.fromEntries(
  catalog.answers.flatMap(({ key, shape }) => {
    if (shape.type !== 'text') return [];
    const tries = [`${wide.repeat(5)}`, '数'.repeat(100), `pulsar://${wide}:6650`, `${wide}:9092`];
    return [
      [
        key,
        tries.find((text) => shape.pattern.test(text) && text.length <= shape.maxLength) ??
          shape.example,
      ],
    ];
  }),
);

const every = product([
  [{ 'eventbus.enabled': 'false' }, ...choicesOf('eventbus.backend')],
  choicesOf('interactionStore.backend'),
  ...catalog.options
    .flatMap((option) => switchOf(option)?.key ?? [])
    .filter((key) => key !== 'eventbus.enabled')
    .map(switches),
]);

/** A reading without the file, whose printing would take most of the time. */
function readingOf(given: Given): Reading {
  const raw = completeAnswers(catalog, given);
  const evaluation = evaluate(catalog, raw);
  const entries = entriesOf(catalog, evaluation);
  const written = writtenKeys(entries);
  const tiers = tierCapacities(catalog, evaluation);
  const capacity = totalCapacity(tiers);
  const { limits } = limitsOf(catalog, { ...evaluation, capacity, tiers, written }, {});
  const own = { changes: new Map(), userFiles: {}, settled: [], carried: [] };
  return {
    ...evaluation,
    ...own,
    raw,
    entries,
    written,
    limits,
    tiers,
    capacity,
    link: '',
    lines: [],
  };
}

const modelOf = (given: Given) => topology(catalog, readingOf(given));

describe('the picture', () => {
  it('has nothing on anything else, at every combination of choices', () => {
    const wrong: string[] = [];
    every.forEach((given, turn) => {
      const details = Object.assign(
        {},
        ...turns.map((group, at) => taken(group, turn + (turn >> at))),
      );
      const names = turn % 2 === 0 ? longNames : {};
      const all = { ...given, ...details, ...names };
      for (const fault of faults(modelOf(all))) wrong.push(`${JSON.stringify(given)}: ${fault}`);
    });
    expect(every.length).toBeGreaterThanOrEqual(4 * 4 * 2 ** 5);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('stands on a grid of 4', () => {
    for (const given of [{}, longNames, { 'eventbus.enabled': 'false' }]) {
      const { boxes, frames, width, height } = modelOf(given);
      for (const { x, y, width, height } of [...boxes, ...frames]) {
        expect([x % 4, y % 4, width % 4, height % 4]).toEqual([0, 0, 0, 0]);
      }
      expect([width % 4, height % 4]).toEqual([0, 0]);
    }
  });

  it('shortens a name that does not fit, and keeps it whole in what the box says', () => {
    const name = 'a-very-long-name-for-a-stream-of-events'.repeat(3);
    const given = { 'eventbus.backend': 'kinesis', 'kinesis.streamName': name };
    const bus = modelOf(given).boxes.find(({ id }) => id === 'eventbus');
    expect(bus?.labels.at(-1)?.text).toMatch(/^a-very-long-name[a-z-]*…$/);
    expect(bus?.says).toContain(name);
  });
});

describe('the check itself', () => {
  const model = modelOf({});
  const [first, second] = model.boxes;
  const moved = (id: string | undefined, x: number, y: number): Topology => ({
    ...model,
    boxes: model.boxes.map((box) => (box.id === id ? { ...box, x: box.x + x, y: box.y + y } : box)),
  });

  it('sees a box on another, a text outside its box and a line through a box', () => {
    expect(faults(model)).toEqual([]);
    expect(faults(moved(second?.id, 0, -40))).toContain(`${first?.id} overlaps ${second?.id}`);
    expect(faults(moved(second?.id, 0, -40))).toContain(`"${second?.title}" leaves ${second?.id}`);
    expect(faults(moved(second?.id, 0, 4)).join()).not.toContain('runs through');
    expect(faults(moved(second?.id, 100, 0)).join()).toContain(`runs through ${second?.id}`);
  });
});
