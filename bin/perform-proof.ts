import { catalog } from '@/lib/catalog/catalog';
import { askedNames } from '@/lib/proof/asked-keys';
import type { Render } from '@/lib/proof/manifest';
import type { Proof } from '@/lib/proof/proof';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { proofText } from './proof-text';
import { safeJson, safeText } from './safe-text';
import { answersFrom, Fault, type Outcome, textOf, type World } from './world';

/** What `prove` was given beside its files. */
export interface Given {
  readonly before?: string;
  readonly traced?: string;
  readonly workload?: readonly string[];
  readonly json?: true;
}

/**
 * Proves a render.
 * @throws Fault where something cannot be read or a choice is none
 */
export function performProof(files: readonly string[], given: Given, world: World): Outcome {
  const [after = '', answers = '', ...more] = files.toReversed();
  if (more.length > 0) {
    throw new Fault(['prove takes a link or file, and one render. Put the link in quotes.']);
  }
  const { before, traced, workload = [], json } = given;
  if ([answers, after, before, traced].filter((file) => file === '-').length > 1) {
    throw new Fault(['Only one file can come from standard input.']);
  }
  const reading = answersFrom(answers, world);
  const names = askedNames(catalog);
  const render = (file: string | undefined): Render | undefined =>
    file === undefined ? undefined : readManifests(textOf(file, world), names);
  const renders = {
    before: render(before),
    after: render(after),
    traced: render(traced),
  };
  // The probe's may have none: a chart may refuse the probe.
  const faults = [...unreadable(before, renders.before), ...unreadable(after, renders.after)];
  if (faults.length > 0) throw new Fault(faults);
  const chosen = Object.fromEntries(workload.map(choice));
  const proof = prove(catalog, reading, { ...renders, chosen });
  const wrong = Object.entries(chosen).flatMap((pair) => wrongChoice(pair, proof));
  if (wrong.length > 0) throw new Fault(wrong);
  const { differs, nowhere } = proof.counts;
  const isPartlyRead = Object.values(renders).some((one) => one && one.broken.length > 0);
  return {
    code: isPartlyRead ? 2 : differs + nowhere > 0 ? 1 : 0,
    output: json ? safeJson(asJson(proof)) : safeText(proofText(proof)),
    errors: json ? proof.remarks.map((remark) => `${remark}\n`).join('') : '',
  };
}

function unreadable(file: string | undefined, render: Render | undefined): string[] {
  if (!render || render.objects.length > 0) return [];
  return [`${file}: ${render.remarks[0] ?? 'It holds no object of Kubernetes.'}`];
}

/** `api=Deployment/kaireon-api` */
function choice(text: string): [tier: string, workload: string] {
  const [, tier = '', workload = ''] = /^(\w+)=([\w.-]+\/\S+)$/.exec(text) ?? [];
  if (tier !== '') return [tier, workload];
  const example = 'such as api=Deployment/kaireon-api';
  throw new Fault([`--workload takes a tier and its workload, ${example}.`]);
}

/** What is wrong with the choice of a tier's workload. */
function wrongChoice([id, workload]: [string, string], { tiers }: Proof): string[] {
  const tier = tiers.find((one) => one.tier === id);
  if (tier?.taken.includes(workload)) return [];
  const [what, names] = tier
    ? [`${workload} of --workload is not in the render`, tier.all]
    : [`There is no tier ${id}`, tiers.map((one) => one.tier)];
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
