import { catalog } from '@/lib/catalog/registry';
import { wordFor } from '@/lib/domain/plural';
import { askedNames } from '@/lib/proof/asked-keys';
import type { Render } from '@/lib/proof/manifest';
import { matchRenders } from '@/lib/proof/matched-renders';
import { type Proof, prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { RENDER_STATES, STATES, type Verdict } from '@/lib/proof/states';
import { takeFile } from '@/lib/proof/take-file';
import type { Reading } from '@/lib/reading/reading';
import { answersFrom, CommandFault, inputText, type Outcome, safeJson, safeText } from './terminal';

/** What `prove` was given beside its files. */
export interface ProofOptions {
  readonly before?: string;
  readonly traced?: string;
  readonly workload?: readonly string[];
  readonly json?: true;
}

/**
 * Proves a render.
 * @throws CommandFault where something cannot be read or a choice is none
 */
export function performProof(files: readonly string[], given: ProofOptions): Outcome {
  const [after = '', answers = '', ...more] = files.toReversed();
  if (more.length > 0) {
    throw new CommandFault(['prove takes a link or file, and one render. Put the link in quotes.']);
  }
  const { before, traced, workload = [], json } = given;
  if ([answers, after, before, traced].filter((file) => file === '-').length > 1) {
    throw new CommandFault(['Only one file can come from standard input.']);
  }
  const reading = answersFrom(answers);
  const names = askedNames(catalog);
  const faults: string[] = [];
  const render = (file: string | undefined, mayBeEmpty = false): Render | undefined => {
    if (file === undefined) return undefined;
    const text = inputText(file);
    const found = readManifests(text, names);
    if (found.objects.length === 0 && !mayBeEmpty)
      faults.push(`${file}: ${whyNoRender(reading, file, text)}`);
    return found;
  };
  // The probe's may have none: a chart may refuse the probe.
  const renders = { before: render(before), after: render(after), traced: render(traced, true) };
  if (faults.length > 0) throw new CommandFault(faults);
  const chosen = Object.fromEntries(workload.map(choice));
  const proof = prove(catalog, reading, { renders: matchRenders(catalog, { ...renders, chosen }) });
  const wrong = Object.entries(chosen).flatMap((pair) => wrongChoice(pair, proof));
  if (wrong.length > 0) throw new CommandFault(wrong);
  const { differs, nowhere } = proof.counts;
  const isPartlyRead = Object.values(renders).some((one) => one && one.broken.length > 0);
  return {
    code: isPartlyRead ? 2 : differs + nowhere > 0 ? 1 : 0,
    output: json ? safeJson(asJson(proof)) : safeText(proofText(proof)),
    errors: json ? proof.remarks.map((remark) => `${remark}\n`).join('') : '',
  };
}

/** What a file without an object of Kubernetes is instead. */
function whyNoRender(reading: Reading, file: string, text: string): string {
  const taken = takeFile(catalog, reading, file, text);
  if ('refusal' in taken) return taken.refusal;
  return 'This holds values and no object of Kubernetes. Give what helm template prints.';
}

/** `api=Deployment/kaireon-api` */
function choice(text: string): [tier: string, workload: string] {
  const [, tier = '', workload = ''] = /^(\w+)=([\w.-]+\/\S+)$/.exec(text) ?? [];
  if (tier !== '') return [tier, workload];
  const example = 'such as api=Deployment/kaireon-api';
  throw new CommandFault([`--workload takes a tier and its workload, ${example}.`]);
}

/** What is wrong with the choice of a tier's workload. */
function wrongChoice([id, workload]: [string, string], { tiers }: Proof): string[] {
  const tier = tiers.find((one) => one.tier.id === id);
  if (tier?.taken.includes(workload)) return [];
  const [what, names] = tier
    ? [`${workload} of --workload is not in the render`, tier.all]
    : [`There is no tier ${id}`, tiers.map((one) => one.tier.id)];
  return [`${what}. ${names.length > 0 ? `Use one of ${names.join(', ')}.` : ''}`.trim()];
}

/** The shape that scripts rely on. */
const asJson = ({ counts, keys, findings, limits }: Proof) => ({
  counts,
  keys,
  findings,
  limits: limits.map(({ id, effect, evidence }) => ({
    id,
    settled: effect === 'settled',
    evidence,
  })),
});

/** The result of `prove` for a person: a line in all, what is not reached first, then findings and limits. */
function proofText({ counts, keys, tiers, findings, limits, remarks }: Proof): string {
  const lines: string[] = [`${headLine(counts)}.`, ...remarks];
  const found = tiers.filter(({ taken }) => taken.length > 0);
  if (found.length > 0) lines.push('', 'Tiers:');
  for (const { tier, taken } of found) lines.push(`  ${tier.title}: ${taken.join(', ')}`);
  const open = tiers.filter(({ taken, fits }) => taken.length === 0 && fits.length > 1);
  if (open.length > 0) lines.push('', 'Several workloads fit these tiers. Choose with:');
  for (const { tier, fits } of open) {
    for (const workload of fits) lines.push(`  --workload ${tier.id}=${workload}`);
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
  const words = { ...STATES, differs: { word: wordFor(counts.differs, 'differs', 'differ') } };
  const rest = RENDER_STATES.filter((state) => state !== 'reached' && counts[state] > 0);
  const parts = rest.map((state) => `${counts[state]} ${words[state].word}`);
  return [`${counts.reached} of ${all} reached`, ...parts].join(', ');
}

function keyLines(path: string, { state, asked, found, where, reason }: Verdict): string[] {
  const value = found === undefined ? '' : `: ${found}`;
  const place = where === undefined ? '' : `  ${where}${value}`;
  const line = `  ${path}: ${asked}${place}`;
  return state === 'reached' ? [line] : [line, `      ${reason}`];
}
