import { catalog } from '@/lib/catalog/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { askedNames } from '@/lib/proof/asked-keys';
import type { Render } from '@/lib/proof/manifest';
import { probeOverlay } from '@/lib/proof/probe-overlay';
import type { Proof } from '@/lib/proof/proof';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Command, readArguments } from './arguments';
import { HELP } from './help';
import { proofText } from './proof-text';
import { type Answers, answersOfFile, answersOfLink } from './read-answers';

/** What the command line needs from the machine that it runs on. */
export interface World {
  /** The bytes of a file as text; `-` is standard input. Throws where it cannot be read. */
  readonly read: (file: string) => string;
  readonly exists: (file: string) => boolean;
}

/** What a command prints, and the code that it ends with. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly output: string;
  readonly errors: string;
}

/** Runs `values-large` with these words. Never throws: `errors` reports what is wrong. */
export function runCommand(words: readonly string[], world: World): Outcome {
  try {
    return perform(readArguments(words), world);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed([message, 'values-large --help says how it is used.']);
  }
}

const failed = (lines: readonly string[]): Outcome => ({
  code: 2,
  output: '',
  errors: `${lines.join('\n')}\n`,
});

function perform(command: Command, world: World): Outcome {
  if (command.name === 'help') return { code: 0, output: HELP, errors: '' };
  if (command.name === 'prove') return performProof(command, world);
  const { link } = command;
  const answers =
    command.name === 'probe' && link !== '-'
      ? answersFrom(link, world)
      : answersOfLink(link === '-' ? world.read('-') : link);
  if ('faults' in answers) return failed(answers.faults);
  const { reading } = answers;
  const output = command.name === 'make' ? textOf(reading.lines) : probeOverlay(catalog, reading);
  return { code: 0, output, errors: '' };
}

function performProof(command: Extract<Command, { name: 'prove' }>, world: World): Outcome {
  const { answers: given, after, before, traced, chosen, isJson } = command;
  const files = [given, after, before, traced].filter((file) => file === '-');
  if (files.length > 1) return failed(['Only one file can come from standard input.']);
  const answers = answersFrom(given, world);
  if ('faults' in answers) return failed(answers.faults);

  const names = askedNames(catalog);
  const render = (file: string | undefined) =>
    file === undefined ? undefined : readManifests(world.read(file), names);
  const renders = { before: render(before), after: render(after), traced: render(traced) };
  const faults = [...unreadable(before, renders.before), ...unreadable(after, renders.after)];
  if (faults.length > 0) return failed(faults);
  const proof = prove(catalog, answers.reading, { ...renders, chosen });
  const wrongChoices = Object.entries(chosen).flatMap((pair) => wrongChoice(pair, proof));
  if (wrongChoices.length > 0) return failed(wrongChoices);
  const { differs, nowhere } = proof.counts;
  const isPartlyRead = Object.values(renders).some((one) => one && one.broken.length > 0);
  return {
    code: isPartlyRead ? 2 : differs + nowhere > 0 ? 1 : 0,
    output: isJson ? `${JSON.stringify(asJson(proof), null, 2)}\n` : proofText(proof),
    errors: isJson ? proof.remarks.map((remark) => `${remark}\n`).join('') : '',
  };
}

/** A file that is there is a file; anything else is a link. */
function answersFrom(given: string, world: World): Answers {
  if (given === '-' || (given !== '' && world.exists(given)))
    return answersOfFile(world.read(given));
  if (/^[^=:#?]+$/.test(given)) throw new Error(`${given} is no file that is there, and no link.`);
  return answersOfLink(given);
}

/** What is wrong with a render that must have objects. The probe's may have none: a chart may refuse the probe. */
function unreadable(file: string | undefined, render: Render | undefined): string[] {
  if (!render || render.objects.length > 0) return [];
  return [`${file}: ${render.remarks[0] ?? 'It holds no object of Kubernetes.'}`];
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
function asJson({ counts, keys, findings, limits }: Proof) {
  return {
    counts,
    keys,
    findings,
    limits: limits.map(({ id, effect, evidence }) => ({
      id,
      settled: effect === 'settled',
      evidence,
    })),
  };
}
