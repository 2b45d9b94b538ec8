import type { Raw, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { type Evaluation, evaluate } from '@/lib/domain/evaluate';
import type {
  AppliedLimit,
  Capacity,
  OverlayLeaf,
  SettledLimit,
  TierCapacity,
} from '@/lib/domain/limit';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import { parseLink, writeLink } from '@/lib/link/link';
import type { Parameter } from '@/lib/link/parameters';
import { overlayLines } from '@/lib/overlay/overlay';
import type { Line } from '@/lib/overlay/print';
import {
  atChartPaths,
  carriedBeside,
  type Entry,
  entriesOf,
  overlayLeaves,
} from '@/lib/overlay/values';
import { tierCapacities, totalCapacity } from './capacity';
import { limitsOf } from './limits';

/** Everything that follows from one set of answers: what the page shows and what the routes send. */
export interface Reading extends Evaluation {
  readonly raw: RawAnswers;
  /** The raw text of each answer that differs from its default, in the order of the link. */
  readonly changes: ReadonlyMap<string, Raw>;
  /** The path of each answer that stands at another path than its own, by the answer's key. */
  readonly moved: ReadonlyMap<string, string>;
  /** What the operator's own files add to the answers. */
  readonly userFiles: UserFiles;
  /** What the sound answers write. */
  readonly entries: readonly Entry[];
  /** The carried keys that stand in the file beside the entries. */
  readonly carried: readonly Carried[];
  readonly leaves: readonly OverlayLeaf[];
  readonly limits: readonly AppliedLimit[];
  /** Those that a render has settled; `limits` no longer has them. */
  readonly settled: readonly SettledLimit[];
  readonly tiers: readonly TierCapacity[];
  readonly capacity: Capacity;
  /** As {@link writeLink} gives it, without `#`. */
  readonly link: string;
  /** The file. While there are faults, an invalid answer's key has no value: the lines are to look at, not to use. */
  readonly lines: readonly Line[];
}

/**
 * Reads a set of raw answers, with what the operator's own files add to them. Pure, and never throws, whatever the
 * text.
 */
export function readAnswers(catalog: Catalog, raw: RawAnswers, userFiles: UserFiles = {}): Reading {
  const evaluation = evaluate(catalog, raw);
  const changes = changesOf(catalog, raw, evaluation);
  const withInvalid = atChartPaths(entriesOf(catalog, evaluation), userFiles);
  const entries = withInvalid.filter(({ isInvalid }) => !isInvalid);
  const carried = carriedBeside(entries, userFiles.carried);
  const leaves = overlayLeaves(entries);
  const tiers = tierCapacities(catalog, evaluation);
  const capacity = totalCapacity(tiers);
  const situation = { ...evaluation, capacity, tiers, leaves };
  const { limits, settled } = limitsOf(catalog, situation, userFiles);
  const link = writeLink(changes, entries, limits);
  const lines = overlayLines({ entries: withInvalid, limits, link, carried });
  return {
    ...situation,
    raw,
    userFiles,
    changes,
    moved: movedAnswers(entries),
    entries,
    carried,
    limits,
    settled,
    link,
    lines,
  };
}

/**
 * Which answers differ from their defaults. Answers that are invalid by themselves, or of a branch that is not chosen,
 * are left out: neither the file nor a link has them.
 */
function changesOf({ answers }: Catalog, raw: RawAnswers, { isAsked, isInvalid }: Evaluation) {
  const changes = new Map<string, Raw>();
  for (const answer of answers) {
    const text = raw[answer.key] ?? answer.default;
    if (text === answer.default || isInvalid(answer) || !isAsked(answer)) continue;
    changes.set(answer.key, text);
  }
  return changes;
}

const movedAnswers = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap(({ key, at }) =>
      key.answerKey === undefined || at === key.path ? [] : [[key.answerKey, at]],
    ),
  );

/** One fault of a query or a link: the parameter or answer at which it stands, what is wrong and what would be right. */
export interface QueryError {
  readonly key: string;
  readonly message: string;
}

/**
 * Reads a query as the page reads a link, and refuses it where the page would show a notice or a fault, because a
 * pipeline must never get a file that was made from a part of what it asked for. Reports every fault at once, each once. Never
 * throws, and no error repeats a credential.
 */
export function readParameters(
  catalog: Catalog,
  parameters: readonly Parameter[],
): { reading: Reading } | { errors: QueryError[] } {
  const { raw, userFiles, faults, unread } = parseLink(catalog, parameters);
  const reading = readAnswers(catalog, raw, userFiles);
  // A contradiction with what stands in for a parameter that could not be read is not a fault of the query.
  const between = reading.faults.filter(
    ({ key, with: others }) => ![key, ...others].some((one) => unread.has(one)),
  );
  const errors = [...faults, ...between].map(({ key, message }) => ({ key, message }));
  return errors.length === 0 ? { reading } : { errors };
}
