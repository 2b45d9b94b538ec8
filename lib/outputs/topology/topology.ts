import type { Catalog } from '@/lib/domain/catalog';
import { grouped } from '@/lib/domain/grouped';
import type { AppliedLimit, Severity } from '@/lib/domain/limit';
import { chosenBackend, isOn, type Option } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/shape';
import type { Reading } from '@/lib/reading/reading';

/** Limits of one severity that touch a box, by their ids. */
export interface BoxMark {
  readonly severity: Severity;
  readonly limits: readonly string[];
}

/** A tier, a datastore, the event bus or the interaction store. */
export interface Box {
  readonly id: string;
  /** Who creates it: the chart, or the operator. */
  readonly side: 'chart' | 'operator';
  /** The same; `off` where it is not there with these answers. */
  readonly kind: Box['side'] | 'off';
  readonly title: string;
  /** Its facts and the names that the operator gave. */
  readonly says: readonly string[];
  readonly marks: readonly BoxMark[];
}

export type Topology = ReturnType<typeof topology>;

/** What there is with a set of answers, in the order of the catalogue, and what talks to what. */
export function topology(catalog: Catalog, reading: Reading) {
  const boxes = catalog.steps.flatMap(({ id, madeBy }) => {
    if (!madeBy) return [];
    const shown = catalog.options.filter(({ step }) => step === id);
    return shown.map((option) => boxOf(catalog, reading, option, madeBy));
  });
  const borne = new Set(boxes.flatMap(({ marks }) => marks.flatMap(({ limits }) => limits)));
  return {
    /** What all tiers request together. */
    sizes: sizes(reading),
    boxes,
    arrows: arrowsBetween(catalog, boxes),
    /** Of limits that touch no single box. */
    marks: marksOf(reading.limits.filter(({ id }) => !borne.has(id))),
  };
}

function sizes({ capacity: { min, max } }: Reading): string {
  const figure = (value: number) => inFigures(value, 1);
  const range = (from: number, to: number, unit: string) =>
    `${from === to ? figure(from) : `${figure(from)} to ${figure(to)}`} ${unit}`;
  return `${range(min.pods, max.pods, 'pods')}, requesting ${range(min.cpu, max.cpu, 'CPU')} and ${range(min.memoryGiB, max.memoryGiB, 'GiB')}`;
}

function boxOf(catalog: Catalog, reading: Reading, option: Option, side: Box['side']): Box {
  const { id, title, whileOff, facts } = option;
  const { read, raw } = reading;
  const isOff = !isOn(option, read);
  const isLeft = raw[option.enabled?.key ?? ''] === '';
  return {
    id,
    side,
    kind: isOff ? 'off' : side,
    title,
    says: isOff
      ? [
          isLeft ? 'left to the chart, and off as documented' : 'off',
          ...(whileOff ? [whileOff] : []),
        ]
      : [
          ...podFacts(option, reading),
          ...(option.choice ? choiceFacts(option, reading) : []),
          ...(facts?.(read) ?? []),
        ],
    marks: marksOf(limitsOf(catalog, reading, option)),
  };
}

function podFacts({ id, workload }: Option, { tiers }: Reading): string[] {
  if (!workload?.pods) return [];
  const tier = tiers.find((one) => one.id === id);
  if (!tier) return ['size left to the chart or not sound'];
  const { min, max, pod } = tier;
  const isFixed = min.pods === max.pods;
  const pods = isFixed ? plural(min.pods, 'pod') : `${min.pods} to ${max.pods} pods`;
  return [pods, `${pod.cpu} CPU, ${pod.memory} each`];
}

function choiceFacts(option: Option, { read, raw }: Reading): string[] {
  const chosen = chosenBackend(option, read);
  if (!chosen) return ['left to the chart'];
  const given = (chosen.block?.answers ?? []).filter((answer) => read(answer) !== undefined);
  const names = given.map((answer) => readable(answer, raw[answer.key] ?? ''));
  if (names.length > 0) return [chosen.title, ...names];
  const more = chosen.mustExist ? 'its settings are yours to give' : 'nothing more to provide';
  return [chosen.title, chosen.block ? 'not filled in yet' : more];
}

function limitsOf({ ownerOf }: Catalog, { limits }: Reading, option: Option): AppliedLimit[] {
  const isOf = (answer: string) => {
    const owner = ownerOf.get(answer);
    return owner?.id === option.id || owner?.about === option.id;
  };
  return limits.filter(({ answers }) => answers.some(isOf));
}

const marksOf = (limits: readonly AppliedLimit[]): BoxMark[] =>
  [...grouped(limits, ({ severity }) => severity)].map(([severity, some]) => ({
    severity,
    limits: some.map(({ id }) => id),
  }));

/** The connections whose two ends are there, those of a target that is off turned to where they go instead. */
function arrowsBetween({ options }: Catalog, boxes: readonly Box[]) {
  const there = boxes.filter(({ kind }) => kind !== 'off').map(({ id }) => id);
  return options
    .filter(({ id }) => there.includes(id))
    .flatMap(({ id: from, talksTo = [] }) =>
      talksTo.flatMap(({ to, otherwise = to, verb }) => {
        const end = [to, otherwise].find((id) => there.includes(id));
        return end === undefined ? [] : [{ from, to: end, verb }];
      }),
    );
}

/** The topology in sentences: what there is, who provides it, what talks to what, and which limits touch it. A line each. */
export function topologyText({ boxes, arrows, marks, sizes }: Topology): string {
  const title = (id: string) => boxes.find((box) => box.id === id)?.title;
  const of = (kind: Box['kind']) => boxes.filter((box) => box.kind === kind).map(described);
  return [
    `KaireonAI topology. ${sizes}`,
    listed('Created by the chart', of('chart')),
    listed('Provided by you before the chart is applied', of('operator')),
    listed('Off', of('off')),
    ...arrows.map(({ from, to, verb }) => `${title(from)} ${verb} ${title(to)}`),
    ...boxes.map((box) => (box.marks.length > 0 ? `${box.title} has ${marked(box.marks)}` : '')),
    marks.length > 0 ? `The whole installation has ${marked(marks)}` : '',
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join('\n');
}

function described({ title, says }: Box): string {
  const facts = says.filter((fact) => fact !== 'off').join(', ');
  return facts === '' ? title : `${title} (${facts})`;
}

const listed = (what: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${what}: ${names.join('; ')}`;

const marked = (marks: readonly BoxMark[]) =>
  marks
    .map(({ severity, limits }) => `${plural(limits.length, severity)} (${limits.join(', ')})`)
    .join(' and ');
