import type { Answer, Raw, RawAnswers, Read } from './answer';
import type { Catalog } from './catalog';
import { parseAnswer } from './declare';
import { ownOf } from './mapping';
import { type Backend, chosenBackend, isOn, type Option } from './option';

/** Something that keeps the file from being made. */
interface Fault {
  /** The answer at which it stands. */
  readonly key: string;
  /** What is wrong and what would be right. */
  readonly message: string;
  /** The other answers that could fix it. */
  readonly with: readonly string[];
}

/** What raw answers mean, and what is wrong with them. */
export interface Evaluation {
  readonly read: Read;
  /** Whether an answer is asked: it belongs to the branches that are chosen. */
  readonly isAsked: (answer: Answer) => boolean;
  /** Whether an answer's text is wrong by itself, whatever the branch. */
  readonly isInvalid: (answer: Answer) => boolean;
  /** Every fault at once, in the order of the link. Branches that are not chosen have none. */
  readonly faults: readonly Fault[];
}

/** Every answer's raw text, the default where none is given. Unknown keys are dropped. */
export function completeAnswers(
  catalog: Catalog,
  given: Readonly<Record<string, Raw | undefined>>,
): RawAnswers {
  const all: Record<string, Raw> = {};
  for (const { key, default: fallback } of catalog.answers) {
    const raw = ownOf(given, key);
    all[key] = typeof raw === 'string' ? raw : fallback;
  }
  return all;
}

/**
 * Parses raw answers, each by itself, and then checks the rules between them. Never throws, whatever the text.
 * @param raw every answer's text, as {@link completeAnswers} gives it
 */
export function evaluate(catalog: Catalog, raw: RawAnswers): Evaluation {
  const parse = (answer: Answer) => parseAnswer(answer, raw[answer.key] ?? answer.default);
  const parsed = new Map(catalog.answers.map((answer) => [answer.key, parse(answer)]));
  const faultOf = (key: string): string | undefined => {
    const own = parsed.get(key);
    return own && 'fault' in own ? own.fault : undefined;
  };

  const asked = new Map<string, boolean>();
  const isAsked = (answer: Answer): boolean => {
    const option = catalog.ownerOf.get(answer.key);
    const is = asked.get(answer.key) ?? (!option || asks(option, answer, read));
    asked.set(answer.key, is);
    return is;
  };

  const read: Read = <V>(answer: Answer<V>): V | undefined => {
    const own = parsed.get(answer.key) ?? parse(answer);
    if ('fault' in own || !isAsked(answer)) return undefined;
    return own.value as V | undefined; // keyed by the answer that produced it
  };

  const faults: Fault[] = [];
  for (const answer of catalog.answers) {
    const message = faultOf(answer.key);
    if (message !== undefined && isAsked(answer)) {
      faults.push({ key: answer.key, message, with: [] });
      continue;
    }
    for (const rule of catalog.rules) {
      if (rule.key !== answer.key) continue;
      const broken = rule.broken(read);
      if (broken !== undefined) faults.push({ key: rule.key, message: broken, with: rule.with });
    }
  }
  return { read, isAsked, isInvalid: ({ key }) => faultOf(key) !== undefined, faults };
}

/**
 * Whether an option asks one of its answers: its own switch always, any other while it is on, and a backend's while that
 * backend is chosen.
 */
function asks(option: Option, { key, when }: Answer, read: Read): boolean {
  const { enabled, choice } = option;
  if (key === enabled?.key) return true;
  if (!isOn(option, read) || when?.(read) === false) return false;
  const isOf = (backend: Backend | undefined) =>
    backend?.block?.answers.some((one) => one.key === key) === true;
  return !choice?.backends.some(isOf) || isOf(chosenBackend(option, read));
}
