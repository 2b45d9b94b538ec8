import { wordFor } from '@/lib/domain/plural';
import type { Proof, Verdict } from '@/lib/proof/proof';
import { RENDER_STATES, STATES } from '@/lib/proof/states';

/** The result of `prove` for a person: a line in all, what is not reached first, then findings and limits. */
export function proofText({ counts, keys, tiers, findings, limits, remarks }: Proof): string {
  const lines: string[] = [`${headLine(counts)}.`, ...remarks];
  const taken = tiers.filter((tier) => tier.taken.length > 0);
  if (taken.length > 0) lines.push('', 'Tiers:');
  for (const tier of taken) lines.push(`  ${tier.title}: ${tier.taken.join(', ')}`);
  const open = tiers.filter((tier) => tier.taken.length === 0 && tier.fits.length > 1);
  if (open.length > 0) lines.push('', 'Several workloads fit these tiers. Choose with:');
  for (const { tier, fits } of open) {
    for (const workload of fits) lines.push(`  --workload ${tier}=${workload}`);
  }
  for (const state of RENDER_STATES) {
    const found = Object.entries(keys).filter(([, verdict]) => verdict.state === state);
    const { sign, word } = STATES[state];
    if (found.length > 0) lines.push('', `${sign} ${word} (${found.length}):`);
    for (const [path, verdict] of found) lines.push(...keyLines(path, verdict));
  }
  if (findings.length > 0) lines.push('', 'Found in the render itself:');
  for (const { id, where, message } of findings) lines.push(`  ${id}: ${where}: ${message}`);
  if (limits.length > 0) lines.push('', 'What it says of the limits:');
  for (const { id, effect, evidence } of limits) lines.push(`  ${id}, ${effect}: ${evidence}`);
  return `${lines.join('\n')}\n`;
}

/** `41 of 53 reached, 6 differ, 4 nowhere, 2 cannot be told` */
function headLine(counts: Proof['counts']): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rest = RENDER_STATES.filter((state) => state !== 'reached' && counts[state] > 0).map(
    (state) => {
      const word =
        state === 'differs' ? wordFor(counts.differs, 'differs', 'differ') : STATES[state].word;
      return `${counts[state]} ${word}`;
    },
  );
  return [`${counts.reached} of ${all} reached`, ...rest].join(', ');
}

function keyLines(path: string, { state, asked, found, where, reason }: Verdict): string[] {
  const value = found === undefined ? '' : `: ${found}`;
  const place = where === undefined ? '' : `  ${where}${value}`;
  const line = `  ${path}: ${asked}${place}`;
  return state === 'reached' ? [line] : [line, `      ${reason}`];
}
