import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { diffLines, keyLines, type LineChange } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import { readAnswers } from '@/lib/reading/reading';

const documented = new WeakMap<Catalog, readonly Line[]>();
const changes = new WeakMap<readonly Line[], readonly LineChange[]>();

/** Where the head comment ends: the first line that is not a comment of the whole file. */
export function headLength(lines: readonly Line[]): number {
  const end = lines.findIndex(({ kind, path }) => kind !== 'comment' || path !== undefined);
  return end < 0 ? lines.length : end;
}

function documentedLines(catalog: Catalog): readonly Line[] {
  let lines = documented.get(catalog);
  if (!lines) {
    lines = keyLines(readAnswers(catalog, completeAnswers(catalog, {})).lines);
    documented.set(catalog, lines);
  }
  return lines;
}

/** The keys of the file laid beside the documented ones. Worked out once for each list of lines. */
export function lineChangesOf(catalog: Catalog, lines: readonly Line[]): readonly LineChange[] {
  let found = changes.get(lines);
  if (!found) {
    found = diffLines(documentedLines(catalog), keyLines(lines));
    changes.set(lines, found);
  }
  return found;
}

/** How many keys are not as documented. */
export function countChanged(catalog: Catalog, lines: readonly Line[]): number {
  let number = 0;
  for (const { kind } of lineChangesOf(catalog, lines)) if (kind !== 'same') number += 1;
  return number;
}
