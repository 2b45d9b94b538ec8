import { wordFor } from '@/lib/domain/plural';
import { type Proof, STATE_WORDS, STATES, type Verdict } from '@/lib/proof/proof';

/** The result of `prove` for a person: a line in all, what is not reached first, then findings and limits. */
export function proofText({ counts, keys, tiers, findings, limits, remarks }: Proof): string {
  const lines: string[] = [`${headLine(counts)}.`];
  for (const remark of remarks) lines.push(remark);
  const taken = tiers.filter((tier) => tier.taken.length > 0);
  if (taken.length > 0) lines.push('', 'Tiers:');
  for (const tier of taken) lines.push(`  ${tier.title}: ${tier.taken.join(', ')}`);
  const open = tiers.filter((tier) => tier.taken.length === 0 && tier.fits.length > 1);
  if (open.length > 0) lines.push('', 'Several workloads fit these tiers. Choose with:');
  for (const { tier, fits } of open) {
    for (const workload of fits) lines.push(`  --workload ${tier}=${workload}`);
  }
  for (const state of STATES) {
    const found = Object.entries(keys).filter(([, verdict]) => verdict.state === state);
    if (found.length > 0) lines.push('', `${capital(STATE_WORDS[state])} (${found.length}):`);
    for (const [path, verdict] of found) lines.push(...keyLines(path, verdict));
  }
  if (findings.length > 0) lines.push('', 'Found in the render itself:');
  for (const { id, where, message } of findings) lines.push(`  ${id}: ${where}: ${message}`);
  if (limits.length > 0) lines.push('', 'Honest limits:');
  for (const { id, effect, evidence } of limits) lines.push(`  ${id}: ${effect}: ${evidence}`);
  return `${lines.join('\n')}\n`;
}

/** `41 of 53 reached, 6 differ, 4 nowhere, 2 cannot be told` */
function headLine(counts: Proof['counts']): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rest: [number, string][] = [
    [counts.differs, wordFor(counts.differs, 'differs', 'differ')],
    [counts.nowhere, 'nowhere'],
    [counts.present, 'there but not proved'],
    [counts.unknown, 'cannot be told'],
  ];
  const parts = rest.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return [`${counts.reached} of ${all} reached`, ...parts].join(', ');
}

function keyLines(path: string, { state, asked, found, where, reason }: Verdict): string[] {
  const value = found === undefined ? '' : `: ${found}`;
  const place = where === undefined ? '' : `  ${where}${value}`;
  const line = `  ${path}: ${asked}${place}`;
  return state === 'reached' ? [line] : [line, `      ${reason}`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
