import * as z from 'zod/mini';
import type { Answer, Raw, RawAnswers, Read } from './answer';
import type { Catalog } from './catalog';

/** Something that keeps the file from being made. */
export interface Fault {
  /** The answer at which it stands. */
  readonly key: string;
  /** What is wrong and what would be right. */
  readonly message: string;
  /** The other answers that could fix it. */
  readonly with: readonly string[];
}

/** Raw answers, understood. */
export interface Evaluation {
  readonly read: Read;
  /** Whether an answer belongs to the branches that are chosen. */
  readonly isActive: (answer: Answer) => boolean;
  /** Whether an answer's text is wrong by itself, whatever the branch. */
  readonly isInvalid: (answer: Answer) => boolean;
  /** Every fault at once, in the order of the link. Branches that are not chosen have none. */
  readonly faults: readonly Fault[];
}

const schemas = new WeakMap<Catalog, z.ZodMiniObject>();

/** One schema for all the answers of a catalogue. */
function schemaOf(catalog: Catalog): z.ZodMiniObject {
  let schema = schemas.get(catalog);
  if (!schema) {
    schema = z.object(Object.fromEntries(catalog.answers.map(({ key, schema }) => [key, schema])));
    schemas.set(catalog, schema);
  }
  return schema;
}

/** Every answer's raw text, the default where none is given. Unknown keys are dropped. */
export function completeAnswers(
  catalog: Catalog,
  given: Readonly<Record<string, Raw | undefined>>,
): RawAnswers {
  const all: Record<string, Raw> = {};
  for (const { key, default: fallback } of catalog.answers) {
    const raw = Object.hasOwn(given, key) ? given[key] : undefined;
    all[key] = typeof raw === 'string' ? raw : fallback;
  }
  return all;
}

/**
 * Understands raw answers: one parse of all of them, then the rules between them. Never throws, whatever the text.
 * @param raw every answer's text, as {@link completeAnswers} gives it
 */
export function evaluate(catalog: Catalog, raw: RawAnswers): Evaluation {
  const parsed = schemaOf(catalog).safeParse(raw);
  const problems = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? []) {
    const key = String(path[0]);
    if (!problems.has(key)) problems.set(key, message);
  }

  const values = new Map<string, unknown>();
  const active = new Map<string, boolean>();

  const isActive = (answer: Answer): boolean => {
    let is = active.get(answer.key);
    if (is === undefined) {
      is = answer.when ? answer.when(read) : true;
      active.set(answer.key, is);
    }
    return is;
  };

  const read: Read = <V>(asked: Answer<V>): V | undefined => {
    // An option may have narrowed the declaration to its own branch: the catalogue's is the one that counts.
    const answer = catalog.answer.get(asked.key) ?? asked;
    if (problems.has(answer.key) || !isActive(answer)) return undefined;
    // When another answer failed zod gives no data at all, so the answer's own schema is asked.
    if (!values.has(answer.key)) {
      const text = raw[answer.key] ?? answer.default;
      values.set(
        answer.key,
        parsed.success ? parsed.data[answer.key] : answer.schema.safeParse(text).data,
      );
    }
    return values.get(answer.key) as V | undefined; // keyed by the answer that produced it
  };

  const faults: Fault[] = [];
  for (const answer of catalog.answers) {
    const message = problems.get(answer.key);
    if (message !== undefined && isActive(answer)) {
      faults.push({ key: answer.key, message, with: [] });
      continue;
    }
    for (const rule of catalog.rules) {
      if (rule.key !== answer.key) continue;
      const broken = rule.broken(read);
      if (broken !== undefined) faults.push({ key: rule.key, message: broken, with: rule.with });
    }
  }
  return { read, isActive, isInvalid: ({ key }) => problems.has(key), faults };
}
