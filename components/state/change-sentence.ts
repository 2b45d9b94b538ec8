import { plural } from '@/lib/domain/plural';
import { limitsOnlyIn } from '@/lib/reading/limits';
import type { Reading } from '@/lib/reading/reading';

/** What a new reading changes, for the status line: "4 lines changed, 1 limit added."; `''` where both are the same. */
export function changeSentence(lines: number, now: Reading, before: Reading): string {
  if (now === before) return '';
  const gained = limitsOnlyIn(now.limits, before.limits).length;
  const lost = limitsOnlyIn(before.limits, now.limits).length;
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
