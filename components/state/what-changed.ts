import { plural } from '@/lib/domain/plural';
import { diffLines, keyLines } from '@/lib/overlay/line-diff';
import type { Reading } from '@/lib/reading/reading';

/** What one reading changes from the one before: the keys' lines to point out, and a sentence for the status line. */
export function whatChanged(now: Reading, before: Reading) {
  const lines = diffLines(keyLines(before.lines), keyLines(now.lines));
  const changed = lines.filter(({ kind }) => kind !== 'same');
  return {
    changedLines: new Set(changed.map(({ line }) => line.id)),
    whatChanged: now === before ? '' : sentence(changed.length, now, before),
  };
}

/** "4 lines changed, 1 limit added." */
function sentence(lines: number, now: Reading, before: Reading): string {
  const limitsOnlyIn = (one: Reading, other: Reading) =>
    one.limits.filter(({ id }) => !other.limits.some((limit) => limit.id === id)).length;
  const gained = limitsOnlyIn(now, before);
  const lost = limitsOnlyIn(before, now);
  const problems = now.faults.length;
  const parts = [
    lines > 0 && `${plural(lines, 'line')} changed`,
    gained > 0 && `${plural(gained, 'limit')} added`,
    lost > 0 && `${plural(lost, 'limit')} gone`,
    problems > 0 && `${plural(problems, 'problem')} to fix`,
    problems === 0 && before.faults.length > 0 && 'no problem left',
  ].filter((part) => part !== false);
  // What a file of the chart brought is said where it was taken.
  if (parts.length === 0 && now.raw === before.raw) return '';
  const text = parts.join(', ') || 'No value in the file changed';
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
