import { type Answer, type Derived, isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import type { Option, StepId } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import type { Reading } from '@/lib/reading/reading';
import { DETAILS } from './details';
import { ABOUT } from './flows';
import type { Kind } from './model';

/** What a box is to say, before it has a place. */
export interface Content {
  readonly id: string;
  readonly side: 'chart' | 'operator';
  readonly kind: Kind;
  readonly title: string;
  /** Short facts, several of which may share a line. */
  readonly facts: readonly string[];
  /** Names that the operator gave, a line each. */
  readonly names: readonly string[];
  readonly limits: readonly AppliedLimit[];
}

const TIERS: readonly StepId[] = ['tiers'];
const CHOSEN: readonly StepId[] = ['event-bus', 'interaction-store'];

/** Every box of the picture, in the order of the catalogue: tiers are the chart's, all else is the operator's. */
export function contents(catalog: Catalog, reading: Reading): Content[] {
  const inSection = (ids: readonly StepId[]) =>
    catalog.options.filter(({ step }) => ids.includes(step));
  return [
    ...inSection(TIERS).map((option) => tier(catalog, reading, option)),
    ...inSection(['datastores']).map((option) => datastore(catalog, reading, option)),
    ...CHOSEN.flatMap((step) => choice(catalog, reading, inSection([step]))),
  ];
}

/** Limits that touch no box. */
export function generalLimits(reading: Reading, boxes: readonly Content[]): AppliedLimit[] {
  const placed = new Set(boxes.flatMap(({ limits }) => limits));
  return reading.limits.filter((limit) => !placed.has(limit));
}

function tier(catalog: Catalog, reading: Reading, option: Option): Content {
  const isOff = isSwitchedOff(option, reading);
  const asks = reading.tiers.find(({ id }) => id === option.id)?.footprint;
  const pods = asks && podsText(asks.minReplicas, asks.maxReplicas);
  const own = asks ? [pods ?? '', `${asks.cpu} CPU, ${asks.memory} each`] : [];
  const unread = option.workload?.pods && !asks ? ['answers not complete'] : [];
  return {
    id: option.id,
    side: 'chart',
    kind: isOff ? 'off' : 'chart',
    title: option.title,
    facts: isOff ? offFacts(option) : [...own, ...unread, ...details(catalog, reading, option)],
    names: [],
    limits: limitsOf(catalog, reading, [option]),
  };
}

function datastore(catalog: Catalog, reading: Reading, option: Option): Content {
  const isOff = isSwitchedOff(option, reading);
  return {
    id: option.id,
    side: 'operator',
    kind: isOff ? 'off' : 'operator',
    title: option.title,
    facts: isOff ? offFacts(option) : details(catalog, reading, option),
    names: [],
    limits: limitsOf(catalog, reading, [option]),
  };
}

/** A section of which one option is chosen by the first: the box is the section's, what it says the chosen one's. */
function choice(catalog: Catalog, reading: Reading, options: readonly Option[]): Content[] {
  const [head, ...members] = options;
  if (!head) return [];
  const alias = head.parts
    .filter(isAnswer)
    .find(
      ({ shape }) =>
        shape.type === 'choice' &&
        shape.choices.some(({ value }) => members.some(({ id }) => id === value)),
    );
  const chosen = alias && members.find(({ id }) => id === reading.read(alias));
  const isOff = isSwitchedOff(head, reading);
  const given = chosen ? namesOf(chosen, reading) : [];
  const needs = chosen?.parts.some(isAnswer) ? 'not filled in yet' : 'nothing more to provide';
  return [
    {
      id: head.id,
      side: 'operator',
      kind: isOff ? 'off' : 'operator',
      title: head.title,
      facts: isOff
        ? offFacts(head)
        : [chosen?.title ?? 'not chosen', ...(chosen && given.length === 0 ? [needs] : [])],
      names: isOff ? [] : given,
      limits: limitsOf(catalog, reading, chosen ? [head, chosen] : [head]),
    },
  ];
}

const podsText = (min: number, max: number) =>
  min === max ? `${min} ${min === 1 ? 'pod' : 'pods'}` : `${min} to ${max} pods`;

const details = (catalog: Catalog, reading: Reading, option: Option) =>
  DETAILS[option.id]?.on?.(catalog, reading, option) ?? [];

const offFacts = ({ id }: Option): string[] => [
  'off',
  ...(DETAILS[id]?.off ? [DETAILS[id].off] : []),
];

/** An option whose first part is a switch is on or off by it. */
function isSwitchedOff({ parts: [first] }: Option, { read }: Reading): boolean {
  return (
    first !== undefined && isAnswer(first) && first.shape.type === 'switch' && read(first) === false
  );
}

const namesOf = ({ parts }: Option, { read }: Reading): string[] =>
  parts.filter(isAnswer).flatMap((answer) => {
    const given = answer.shape.type === 'text' ? read(answer) : undefined;
    return typeof given === 'string' ? [given] : [];
  });

function limitsOf(
  { options }: Catalog,
  { limits }: Reading,
  shown: readonly Option[],
): AppliedLimit[] {
  const also = options.filter(({ id }) => shown.some((option) => option.id === ABOUT[id]));
  const places = [...shown, ...also].flatMap(({ parts }) => parts.flatMap(placesOf));
  const touches = (key: string) =>
    places.some((place) => isWithin(place, key) || isWithin(key, place));
  return limits.filter(
    ({ keys, beside }) => keys.some(touches) || (beside !== undefined && touches(beside)),
  );
}

const placesOf = (part: Answer | Derived): string[] =>
  isAnswer(part) ? [part.key, ...(part.writes ? [part.writes.path] : [])] : [part.path];
