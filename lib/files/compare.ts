import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { diffLines, keyLines, withParents } from '@/lib/overlay/line-diff';
import { type Line, printValues } from '@/lib/overlay/print';
import { carriedEntry, treeOf } from '@/lib/overlay/values';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import type { FileFault } from './file-text';
import { shown } from './leaves';
import { openFile } from './open-file';
import { secretIn } from './secret-in';

/** What the present answers are compared with. */
export interface Baseline {
  readonly reading: Reading;
  /** Its keys as lines: those of a file are the file's own, not what would be made of it. */
  readonly lines: readonly Line[];
}

interface ChangedAnswer {
  readonly key: string;
  readonly was: string;
  readonly is: string;
}

export interface DiffLine {
  readonly id: string;
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface Comparison {
  readonly answers: readonly ChangedAnswer[];
  /** Numbers of pods that are lower now: a cluster that runs the baseline will lose pods. */
  readonly fewer: readonly ChangedAnswer[];
  /** Only lines that differ, each below its parents. */
  readonly lines: readonly DiffLine[];
  readonly gained: readonly AppliedLimit[];
  readonly lost: readonly AppliedLimit[];
}

/** A set of answers as a baseline. */
export function baselineOf(reading: Reading): Baseline {
  return { reading, lines: reading.lines };
}

/**
 * A values file as a baseline: its answers, and its lines as they would be printed here, secrets not shown.
 * @param chosen the id of one of the places that hold values, where the file has several
 */
export function baselineOfFile(
  catalog: Catalog,
  text: string,
  chosen?: string,
): Baseline | { fault: FileFault } {
  const file = openFile(catalog, text, chosen === undefined ? {} : { chosen });
  if ('fault' in file) return file;
  const leaves = file.leaves
    .filter(({ path }) => !path.includes('__proto__'))
    .map((leaf) => (secretIn(leaf.path, leaf.value) ? { ...leaf, value: 'not shown' } : leaf));
  return {
    reading: readAnswers(catalog, file.raw, file.userFiles),
    lines: printValues(treeOf(leaves.map(carriedEntry))),
  };
}

/** What is different now. */
export function compare(catalog: Catalog, baseline: Baseline, now: Reading): Comparison {
  const before = baseline.reading;
  const had = new Set(before.limits.map(({ id }) => id));
  const has = new Set(now.limits.map(({ id }) => id));
  return {
    answers: changedAnswers(catalog, before, now),
    fewer: fewerPods(catalog, baseline, now),
    lines: differing(keyLines(baseline.lines), keyLines(now.lines)),
    gained: now.limits.filter(({ id }) => !had.has(id)),
    lost: before.limits.filter(({ id }) => !has.has(id)),
  };
}

function changedAnswers(catalog: Catalog, before: Reading, now: Reading): ChangedAnswer[] {
  return (
    catalog.answers
      // An answer of a branch that neither of them chose changes nothing.
      .filter((answer) => before.isActive(answer) || now.isActive(answer))
      .map(({ key }) => ({ key, was: before.raw[key] ?? '', is: now.raw[key] ?? '' }))
      .filter(({ was, is }) => was !== is)
  );
}

/** Only what the baseline itself has counts: a default that a file does not set runs nowhere. */
function fewerPods(catalog: Catalog, { reading, lines }: Baseline, now: Reading): ChangedAnswer[] {
  const there = new Set(lines.map(({ id }) => id));
  return reading.entries.flatMap(({ key, at, value }) => {
    const isOfPods = catalog.answer.get(key.answerKey ?? '')?.unit === 'pods';
    if (!isOfPods || typeof value !== 'number' || !there.has(at)) return [];
    const entry = now.entries.find((one) => one.key.path === key.path);
    if (entry && Number(entry.value) >= value) return [];
    const is = entry ? shown(entry.value) : 'no longer written';
    return [{ key: key.path, was: shown(value), is }];
  });
}

/** A changed line is one that goes and one that comes. */
function differing(was: readonly Line[], is: readonly Line[]): DiffLine[] {
  return withParents(diffLines(was, is)).flatMap(({ kind, line, was: old }) => {
    const { id, text } = line;
    if (kind !== 'changed') return [{ kind, id: `${kind} ${id}`, text }];
    return [
      { kind: 'removed' as const, id: `removed ${id}`, text: old?.text ?? '' },
      { kind: 'added' as const, id: `added ${id}`, text },
    ];
  });
}
