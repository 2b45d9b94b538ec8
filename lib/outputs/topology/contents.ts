import { type Answer, type Derived, isAnswer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { type Backend, chosenBackend, type Option, switchOf } from '@/lib/domain/option';
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

/** Every box of the picture, in the order of the catalogue. */
export function contents(catalog: Catalog, reading: Reading): Content[] {
  return catalog.steps.flatMap(({ id, madeBy }) => {
    if (madeBy === undefined) return [];
    const shown = catalog.options.filter(({ step }) => step === id);
    return shown.map((option) => contentOf(catalog, reading, option, madeBy));
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
  const chosen = chosenBackend(option, read);
  const box = { id, side: madeBy, title, limits: limitsOf(catalog, reading, option) };
  if (isOff) {
    return { ...box, kind: 'off', facts: ['off', ...(whileOff ? [whileOff] : [])], names: [] };
  }
  const names = chosen ? namesOf(chosen, reading) : [];
  return {
    ...box,
    kind: madeBy,
    facts: [
      ...podFacts(option, reading),
      ...(option.choice ? choiceFacts(chosen, names) : []),
      ...(facts?.(read) ?? []),
    ],
    names,
  };
}

function podFacts({ id, workload }: Option, { tiers }: Reading): string[] {
  if (!workload?.pods) return [];
  const footprint = tiers.find((tier) => tier.id === id)?.footprint;
  if (!footprint) return ['answers not complete'];
  const { minReplicas: min, maxReplicas: max, cpu, memory } = footprint;
  const pods = min === max ? plural(min, 'pod') : `${min} to ${max} pods`;
  return [pods, `${cpu} CPU, ${memory} each`];
}

function choiceFacts(chosen: Backend | undefined, names: readonly string[]): string[] {
  if (!chosen) return ['not chosen'];
  if (names.length > 0) return [chosen.title];
  return [chosen.title, chosen.block ? 'not filled in yet' : 'nothing more to provide'];
}

const namesOf = ({ block }: Backend, { read }: Reading): string[] =>
  (block?.answers ?? []).flatMap((answer) => {
    const given = answer.shape.type === 'text' ? read(answer) : undefined;
    return typeof given === 'string' ? [given] : [];
  });

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
