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

/** The state of a set of answers, with `before` to tell what changed and to reuse what did not. */
export function answersState(
  catalog: Catalog,
  raw: RawAnswers,
  before?: AnswersState,
  userFiles: UserFiles = {},
): AnswersState {
  const reading = readAnswers(catalog, raw, userFiles);
  const lines = reuse(reading.lines, before?.lines, ({ id }) => id);
  const limits = reuse(reading.limits, before?.limits, ({ id }) => id);
  const faultAt = new Map(reading.faults.map((fault) => [fault.key, fault]));
  const unchanged = before && lines === before.lines && limits === before.limits;
  return {
    reading,
    lines,
    limits,
    limitsBeside: besides(catalog, limits, before),
    faultAt,
    changes: before?.reading.link === reading.link ? before.changes : reading.changes,
    changedLines: unchanged ? before.changedLines : changed(lines, before?.lines),
    whatChanged: before ? sentence(reading, before) : '',
  };
}

/** `now` with every member that is equal to the one of the same id in `before` replaced by it. */
function reuse<T>(now: readonly T[], before: readonly T[] | undefined, id: (one: T) => string) {
  if (!before) return now;
  const old = new Map(before.map((one) => [id(one), one]));
  let same = now.length === before.length;
  const merged = now.map((one, index) => {
    const twin = old.get(id(one));
    const kept = twin !== undefined && isEqual(one, twin) ? twin : one;
    if (kept !== before[index]) same = false;
    return kept;
  });
  return same ? before : merged;
}

function isEqual<T>(one: T, other: T): boolean {
  for (const key in one) {
    const [a, b] = [one[key], other[key]];
    if (a !== b && !(Array.isArray(a) && Array.isArray(b) && a.join() === b.join())) return false;
  }
  return true;
}

function besides(
  catalog: Catalog,
  limits: readonly AppliedLimit[],
  before: AnswersState | undefined,
) {
  if (before?.limits === limits) return before.limitsBeside;
  const map = new Map<string, AppliedLimit[]>();
  for (const limit of limits) {
    for (const key of answersBeside(catalog, limit)) {
      const there = map.get(key);
      if (there) there.push(limit);
      else map.set(key, [limit]);
    }
  }
  for (const [key, list] of map) {
    const old = before?.limitsBeside.get(key);
    if (old && old.length === list.length && old.every((one, index) => one === list[index])) {
      map.set(key, old as AppliedLimit[]); // a list made here, only read since
    }
  }
  return map;
}

function changed(now: readonly Line[], before: readonly Line[] | undefined): Set<string> {
  if (!before) return new Set();
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
