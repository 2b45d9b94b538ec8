import { type Answer, type Derived, isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { type Option, switchOf } from '@/lib/domain/option';
import { isWithin } from '@/lib/domain/path';
import { plural } from '@/lib/domain/plural';
import type { Reading } from '@/lib/reading/reading';
import type { Kind } from './model';

/** What a box shows, before it has a place. */
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

/** Every box of the picture, in the order of the catalogue. A member of a choice speaks in the box of the choice. */
export function contents(catalog: Catalog, reading: Reading): Content[] {
  return catalog.steps.flatMap(({ id, madeBy }) => {
    if (madeBy === undefined) return [];
    const heads = catalog.options.filter(({ step, memberOf }) => step === id && !memberOf);
    return heads.map((option) => contentOf(catalog, reading, option, madeBy));
  });
}

/** Limits that touch no box. */
export function generalLimits(reading: Reading, boxes: readonly Content[]): AppliedLimit[] {
  const placed = new Set(boxes.flatMap(({ limits }) => limits));
  return reading.limits.filter((limit) => !placed.has(limit));
}

function contentOf(
  catalog: Catalog,
  reading: Reading,
  option: Option,
  madeBy: Content['side'],
): Content {
  const { id, title, whileOff, facts } = option;
  const { read } = reading;
  const enabled = switchOf(option);
  const isOff = enabled !== undefined && read(enabled) === false;
  const choice = choiceOf(catalog, option);
  const chosen = choice && catalog.options.find(({ id }) => id === read(choice));
  const shown = chosen ? [option, chosen] : [option];
  const box = { id, side: madeBy, title, limits: limitsOf(catalog, reading, shown) };
  if (isOff) {
    return { ...box, kind: 'off', facts: ['off', ...(whileOff ? [whileOff] : [])], names: [] };
  }
  const names = chosen ? namesOf(chosen, reading) : [];
  return {
    ...box,
    kind: madeBy,
    facts: [
      ...podFacts(option, reading),
      ...(choice ? choiceFacts(chosen, names) : []),
      ...(facts?.(read) ?? []),
    ],
    names,
  };
}

/** The answer that chooses among members, where an option has one. */
function choiceOf({ options }: Catalog, { parts }: Option): Answer | undefined {
  const choices = options.flatMap(({ memberOf }) => memberOf?.key ?? []);
  return parts.filter(isAnswer).find(({ key }) => choices.includes(key));
}

function podFacts({ id, workload }: Option, { tiers }: Reading): string[] {
  if (!workload?.pods) return [];
  const footprint = tiers.find((tier) => tier.id === id)?.footprint;
  if (!footprint) return ['answers not complete'];
  const { minReplicas: min, maxReplicas: max, cpu, memory } = footprint;
  const pods = min === max ? plural(min, 'pod') : `${min} to ${max} pods`;
  return [pods, `${cpu} CPU, ${memory} each`];
}

function choiceFacts(chosen: Option | undefined, names: readonly string[]): string[] {
  if (!chosen) return ['not chosen'];
  if (names.length > 0) return [chosen.title];
  return [
    chosen.title,
    chosen.parts.some(isAnswer) ? 'not filled in yet' : 'nothing more to provide',
  ];
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
  const also = options.filter(({ about }) => shown.some(({ id }) => id === about));
  const places = [...shown, ...also].flatMap(({ parts }) => parts.flatMap(placesOf));
  const touches = (key: string) =>
    places.some((place) => isWithin(place, key) || isWithin(key, place));
  return limits.filter(
    ({ keys, beside }) => keys.some(touches) || (beside !== undefined && touches(beside)),
  );
}

const placesOf = (part: Answer | Derived): string[] =>
  isAnswer(part) ? [part.key, ...(part.writes ? [part.writes.path] : [])] : [part.path];
