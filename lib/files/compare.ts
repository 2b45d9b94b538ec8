import type { Catalog } from '@/lib/domain/catalog';
import type { AppliedLimit } from '@/lib/domain/limit';
import { diffLines, keyLines, type LineChange, withParents } from '@/lib/overlay/line-diff';
import { printValues } from '@/lib/overlay/print';
import { carriedEntry, treeOf } from '@/lib/overlay/values';
import { limitsOnlyIn } from '@/lib/reading/limits';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import type { FileFault } from './file-text';
import { shown } from './leaves';
import { openFile } from './open-file';
import { secretIn } from './secret-in';

interface ChangedAnswer {
  readonly key: string;
  readonly was: string;
  readonly is: string;
}

export interface Comparison {
  readonly answers: readonly ChangedAnswer[];
  /** Numbers of pods that are lower now: a cluster that runs the baseline will lose pods. */
  readonly fewer: readonly ChangedAnswer[];
  /** Only lines that differ, each below its parents. */
  readonly lines: readonly LineChange[];
  readonly gained: readonly AppliedLimit[];
  readonly lost: readonly AppliedLimit[];
}

/**
 * A values file to compare with: its answers, and the lines that it has itself, not those that would be made of its
 * answers. Secrets are not shown.
 * @param chosen the id of one of the places that hold values, where the file has several
 */
export function baselineOfFile(
  catalog: Catalog,
  text: string,
  chosen?: string,
): Reading | { fault: FileFault } {
  const file = openFile(catalog, text, chosen === undefined ? {} : { chosen });
  if ('fault' in file) return file;
  const leaves = file.leaves
    .filter(({ path }) => !path.includes('__proto__'))
    .map((leaf) => (secretIn(leaf.path, leaf.value) ? { ...leaf, value: 'not shown' } : leaf));
  return {
    ...readAnswers(catalog, file.raw, file.userFiles),
    lines: printValues(treeOf(leaves.map(carriedEntry))),
  };
}

/** What is different now. */
export function compare(catalog: Catalog, before: Reading, now: Reading): Comparison {
  return {
    answers: changedAnswers(catalog, before, now),
    fewer: fewerPods(catalog, before, now),
    lines: withParents(diffLines(keyLines(before.lines), keyLines(now.lines))),
    gained: limitsOnlyIn(now.limits, before.limits),
    lost: limitsOnlyIn(before.limits, now.limits),
  };
}

function changedAnswers(catalog: Catalog, before: Reading, now: Reading): ChangedAnswer[] {
  return (
    catalog.answers
      // An answer of a branch that neither of them chose changes nothing.
      .filter((answer) => before.isAsked(answer) || now.isAsked(answer))
      .map(({ key }) => ({ key, was: before.raw[key] ?? '', is: now.raw[key] ?? '' }))
      .filter(({ was, is }) => was !== is)
  );
}

/** Only what a file itself has counts: a default that it does not set runs nowhere. */
function fewerPods(catalog: Catalog, before: Reading, now: Reading): ChangedAnswer[] {
  const there = new Set(before.lines.map(({ id }) => id));
  return before.entries.flatMap(({ key, at, value }) => {
    const isOfPods = catalog.answerOf.get(key.answerKey ?? '')?.unit === 'pods';
    if (!isOfPods || typeof value !== 'number' || !there.has(at)) return [];
    const entry = now.entries.find((one) => one.key.path === key.path);
    if (entry && Number(entry.value) >= value) return [];
    const is = entry ? shown(entry.value) : 'no longer written';
    return [{ key: key.path, was: shown(value), is }];
  });
}
