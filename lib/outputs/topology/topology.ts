import { type Answer, type Derived, isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { inFigures } from '@/lib/domain/in-figures';
import type { AppliedLimit, Severity } from '@/lib/domain/limit';
import { chosenBackend, isOn, type Option, switchOf } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/shape';
import type { Reading } from '@/lib/reading/reading';

/** Who creates what a box shows: the chart, or the operator; `off` where it is not there with these answers. */
export type Kind = 'chart' | 'operator' | 'off';

/** Limits of one severity that touch a box, by their ids. */
export interface Mark {
  readonly severity: Severity;
  readonly limits: readonly string[];
}

/** A tier, a datastore, the event bus or the interaction store. */
export interface Box {
  readonly id: string;
  readonly side: 'chart' | 'operator';
  readonly kind: Kind;
  readonly title: string;
  /** Its facts and the names that the operator gave. */
  readonly says: readonly string[];
  readonly marks: readonly Mark[];
}

/** A connection, from the one that opens it to the one that answers. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What the first does with the second: `takes jobs from`. */
  readonly verb: string;
}

/** What there is with these answers, and what talks to what. */
export interface Topology {
  /** What all tiers request together. */
  readonly sizes: string;
  /** In the order of the catalogue. */
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** Of limits that touch no single box. */
  readonly marks: readonly Mark[];
}

/** The topology of a set of answers. */
export function topology(catalog: Catalog, reading: Reading): Topology {
  const boxes = catalog.steps.flatMap(({ id, madeBy }) => {
    if (!madeBy) return [];
    const shown = catalog.options.filter(({ step }) => step === id);
    return shown.map((option) => boxOf(catalog, reading, option, madeBy));
  });
  const borne = new Set(boxes.flatMap(({ marks }) => marks.flatMap(({ limits }) => limits)));
  return {
    sizes: sizes(reading),
    boxes,
    arrows: arrowsBetween(catalog, boxes),
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
  const isLeft = raw[switchOf(option)?.key ?? ''] === '';
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
  const footprint = tiers.find((tier) => tier.id === id)?.footprint;
  if (!footprint) return ['size left to the chart or not sound'];
  const { minReplicas: min, maxReplicas: max, cpu, memory } = footprint;
  const pods = min === max ? plural(min, 'pod') : `${min} to ${max} pods`;
  return [pods, `${cpu} CPU, ${memory} each`];
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

function limitsOf({ options }: Catalog, { limits }: Reading, option: Option): AppliedLimit[] {
  const also = options.filter(({ about }) => about === option.id);
  const places = [option, ...also].flatMap(({ parts }) => parts.flatMap(placesOf));
  const touches = (key: string) =>
    places.some((place) => isWithin(place, key) || isWithin(key, place));
  return limits.filter(
    ({ keys, beside }) => keys.some(touches) || (beside !== undefined && touches(beside)),
  );
}

const placesOf = (part: Answer | Derived): string[] =>
  isAnswer(part) ? [part.key, ...(part.writes ? [part.writes.path] : [])] : [part.path];

function marksOf(limits: readonly AppliedLimit[]): Mark[] {
  const severities = [...new Set(limits.map(({ severity }) => severity))];
  return severities.map((severity) => ({
    severity,
    limits: limits.filter((limit) => limit.severity === severity).map(({ id }) => id),
  }));
}

/** The connections whose two ends are there, those of a target that is off turned to where they go instead. */
function arrowsBetween({ options }: Catalog, boxes: readonly Box[]): Arrow[] {
  const isThere = (id: string) => boxes.some((box) => box.id === id && box.kind !== 'off');
  return options.flatMap(({ id: from, talksTo = [] }) =>
    talksTo.flatMap(({ to, otherwise, verb }): Arrow[] => {
      const end = [to, otherwise ?? to].find(isThere);
      return end !== undefined && isThere(from) ? [{ from, to: end, verb }] : [];
    }),
  );
}

/** The topology in sentences: what there is, who provides it, what talks to what, and which limits touch it. A line each. */
export function topologyText({ boxes, arrows, marks, sizes }: Topology): string {
  const title = (id: string) => boxes.find((box) => box.id === id)?.title;
  const of = (kind: Kind) => boxes.filter((box) => box.kind === kind).map(described);
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
  const facts = says.filter((fact) => fact !== 'off');
  return facts.length === 0 ? title : `${title} (${facts.join(', ')})`;
}

const listed = (what: string, names: readonly string[]) =>
  names.length === 0 ? '' : `${what}: ${names.join('; ')}`;

const marked = (marks: readonly Mark[]) =>
  marks
    .map(({ severity, limits }) => `${plural(limits.length, severity)} (${limits.join(', ')})`)
    .join(' and ');
