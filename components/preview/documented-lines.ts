import { oncePer } from '@/components/state/once-per';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { diffLines, keyLines, type LineChange } from '@/lib/overlay/line-diff';
import type { Line } from '@/lib/overlay/print';
import { readAnswers } from '@/lib/reading/reading';

/** Where the head comment ends: the first line that is not a comment of the whole file. */
export function headLength(lines: readonly Line[]): number {
  const end = lines.findIndex(({ kind, path }) => kind !== 'comment' || path !== undefined);
  return end < 0 ? lines.length : end;
}

const changesIn = oncePer((catalog: Catalog) => {
  const documented = keyLines(readAnswers(catalog, completeAnswers(catalog, {})).lines);
  return oncePer((lines: readonly Line[]) => diffLines(documented, keyLines(lines)));
});

/** The keys of the file laid beside the documented ones. */
export const lineChangesOf = (catalog: Catalog, lines: readonly Line[]): readonly LineChange[] =>
  changesIn(catalog)(lines);

/** How many keys are not as documented. */
export const countChanged = (catalog: Catalog, lines: readonly Line[]): number =>
  lineChangesOf(catalog, lines).filter(({ kind }) => kind !== 'same').length;
