import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Fault } from '@/lib/domain/evaluate';
import type { AppliedLimit } from '@/lib/domain/limit';
import { plural } from '@/lib/domain/plural';
import type { UserFiles } from '@/lib/domain/user-files';
import type { Line } from '@/lib/overlay/print';
import type { Changes } from '@/lib/reading/changes';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { answersBeside } from './places';

/** Everything that follows from one set of answers. Parts that did not change keep their identity. */
export interface AnswersState {
  readonly reading: Reading;
  readonly lines: readonly Line[];
  readonly limits: readonly AppliedLimit[];
  /** The limits to show beside each question. */
  readonly limitsBeside: ReadonlyMap<string, readonly AppliedLimit[]>;
  readonly faultAt: ReadonlyMap<string, Fault>;
  /** The answers that differ from the default. */
  readonly changes: Changes;
  /** Ids of the lines that the last answer changed. */
  readonly changedLines: ReadonlySet<string>;
  /** What the last answer did, in a sentence; `''` before the first. */
  readonly whatChanged: string;
}

/** The state of a set of answers, with `before` to know what changed and to reuse what did not. */
export function answersState(
  catalog: Catalog,
  raw: RawAnswers,
  before?: AnswersState,
  userFiles: UserFiles = {},
): AnswersState {
  const reading = readAnswers(catalog, raw, userFiles);
  const lines = reuse(reading.lines, before?.lines);
  const limits = reuse(reading.limits, before?.limits);
  const faultAt = new Map(reading.faults.map((fault) => [fault.key, fault]));
  const isUnchanged = before && lines === before.lines && limits === before.limits;
  return {
    reading,
    lines,
    limits,
    limitsBeside: limitsByAnswer(catalog, limits, before),
    faultAt,
    changes: before?.reading.link === reading.link ? before.changes : reading.changes,
    changedLines: isUnchanged ? before.changedLines : changedLines(lines, before?.lines),
    whatChanged: before ? sentence(reading, before) : '',
  };
}

/** `now` with every member that is equal to the one of the same id in `before` replaced by it. */
function reuse<T extends { readonly id: string }>(now: readonly T[], before?: readonly T[]) {
  if (!before) return now;
  const old = new Map(before.map((one) => [one.id, one]));
  const merged = now.map((one) => {
    const twin = old.get(one.id);
    return twin && isEqual(one, twin) ? twin : one;
  });
  return isSameList(merged, before) ? before : merged;
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((member, index) => member === other[index]);

function isEqual<T>(one: T, other: T): boolean {
  for (const key in one) {
    const [a, b] = [one[key], other[key]];
    if (a !== b && !(Array.isArray(a) && Array.isArray(b) && a.join() === b.join())) return false;
  }
  return true;
}

/** The limits beside each question. */
function limitsByAnswer(catalog: Catalog, limits: readonly AppliedLimit[], before?: AnswersState) {
  if (before?.limits === limits) return before.limitsBeside;
  const map = new Map<string, readonly AppliedLimit[]>();
  for (const limit of limits) {
    for (const key of answersBeside(catalog, limit)) {
      map.set(key, [...(map.get(key) ?? []), limit]);
    }
  }
  for (const [key, list] of map) {
    const old = before?.limitsBeside.get(key);
    if (old && isSameList(old, list)) map.set(key, old);
  }
  return map;
}

function changedLines(now: readonly Line[], before: readonly Line[] = now): Set<string> {
  const old = new Set(before);
  return new Set(now.filter((line) => line.kind !== 'blank' && !old.has(line)).map(({ id }) => id));
}

/** "4 lines changed, 1 limit added." Lines of comment count as the file's own. */
function sentence(now: Reading, before: AnswersState): string {
  const old = new Map(before.reading.lines.map(({ id, text }) => [id, text]));
  let lines = 0;
  for (const { id, text, kind } of now.lines) {
    if (kind === 'key' && old.get(id) !== text) lines += 1;
    old.delete(id);
  }
  for (const { id, kind } of before.reading.lines) if (kind === 'key' && old.has(id)) lines += 1;

  const had = new Set(before.limits.map(({ id }) => id));
  const has = new Set(now.limits.map(({ id }) => id));
  const gained = [...has].filter((id) => !had.has(id)).length;
  const lost = [...had].filter((id) => !has.has(id)).length;
  const problems = now.faults.length;
  const parts = [
    lines > 0 && `${plural(lines, 'line')} changed`,
    gained > 0 && `${plural(gained, 'limit')} added`,
    lost > 0 && `${plural(lost, 'limit')} gone`,
    problems > 0 && `${plural(problems, 'problem')} to fix`,
    problems === 0 && before.reading.faults.length > 0 && 'no problem left',
  ].filter((part) => part !== false);
  if (parts.length === 0) return before.whatChanged;
  const text = parts.join(', ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
