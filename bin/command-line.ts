import { Argument, Command, CommanderError, Option } from 'commander';
import { catalog } from '@/lib/catalog/registry';
import { helmCommand } from '@/lib/domain/helm-command';
import { isToSettle } from '@/lib/domain/limit-kind';
import { isFile, makeFile, type OutputBody } from '@/lib/outputs/output';
import { outputs } from '@/lib/outputs/registry';
import { probeOverlay } from '@/lib/proof/probe';
import { RENDER_STATES, STATES } from '@/lib/proof/states';
import { type ProofOptions, performProof } from './perform-proof';
import {
  answersFrom,
  answersOfLink,
  CommandFault,
  inputText,
  type Outcome,
  safeText,
} from './terminal';

/** Runs `values-large` with these words. Never throws: `errors` reports what is wrong. */
export async function runCommand(words: readonly string[], version: string): Promise<Outcome> {
  const outcome = { code: 0, output: '' as OutputBody, errors: '' };
  const print = (part: Partial<Outcome>) => void Object.assign(outcome, part);
  const program = programOf(version, print).exitOverride();
  program.configureOutput({
    writeOut: (text) => print({ output: `${outcome.output}${text}` }),
    writeErr: (text) => print({ errors: outcome.errors + text }),
  });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(words.length === 0 ? ['--help'] : words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) outcome.code = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Error) {
      const code = error instanceof CommandFault ? error.code : 2;
      print({ code, output: '', errors: `${error.message}\n` });
    }
  }
  return { ...outcome, errors: safeText(outcome.errors) };
}

const LINK =
  'what stands after # or ? in the address of the page, or the whole address, in quotes; none: the defaults; a dash: standard input';
const LINK_OR_FILE = `${LINK}; or a values-large.yaml that was made here`;

const MAKES = outputs.filter(isFile);

function programOf(version: string, print: (part: Partial<Outcome>) => void): Command {
  const program = new Command('values-large')
    .description('makes a Helm overlay for KaireonAI, and proves what Helm made of it')
    .version(version, '-V, --version')
    .showHelpAfterError('values-large --help says how it is used.');

  program
    .command('make')
    .summary('prints values-large.yaml, or another output')
    .description(
      'Prints what the answers make: the very bytes of the page and of the routes. Ends with 2 for answers with faults, one fault a line on standard error.',
    )
    .argument('[link]', LINK, '')
    .addOption(
      new Option('-o, --output <name>', 'what to make')
        .choices(MAKES.map(({ name }) => name))
        .default('overlay-file'),
    )
    .option('--strict', 'end with 3 while a caution is neither settled nor accepted')
    .action(async (link: string, options: { output: string; strict?: true }) => {
      const reading = answersOfLink(link === '-' ? inputText('-') : link);
      const open = reading.limits.filter(isToSettle);
      if (options.strict && open.length > 0) {
        const lines = open.map(({ id, short }) => `${id}: ${short}`);
        lines.push('Settle each, or accept it with accept.<id>=<reason> in the link.');
        throw new CommandFault(lines, 3);
      }
      const made = MAKES.find(({ name }) => name === options.output);
      if (made) print({ output: await makeFile(made.file, { catalog, reading, outputs }) });
    });

  program
    .command('probe')
    .summary('prints probe.yaml, to be rendered and never applied')
    .description(
      'Prints probe.yaml: each number a value of its own. Where it turns up, its key arrives.',
    )
    .argument('[link or file]', LINK_OR_FILE, '')
    .action((given: string) => print({ output: probeOverlay(catalog, answersFrom(given)) }));

  program
    .command('prove')
    .summary('says of each key whether it arrives in a render')
    .usage('[options] [link or file] AFTER')
    .addArgument(
      new Argument(
        '<given...>',
        `${LINK_OR_FILE}; then what helm template prints with the overlay`,
      ),
    )
    .option('--before <file>', 'the render without the overlay: shows what it changed')
    .option('--traced <file>', 'the render with the overlay and the probe: shows what arrives')
    .option(
      '--workload <tier=kind/name...>',
      'which workload is a tier, where several fit or none does: api=Deployment/kaireon-api',
    )
    .option('--json', 'the result as JSON')
    .addHelpText('after', ABOUT_PROOF)
    .action((files: string[], options: ProofOptions) => print(performProof(files, options)));

  return program;
}

const template = helmCommand('template', []).replace(
  ' -f ',
  ' \\\n        --api-versions keda.sh/v1alpha1 \\\n        -f ',
);

const ABOUT_PROOF = `
A proof takes three renders of your own chart:

  h() { ${template} "$@"; }
  values-large probe values-large.yaml > probe.yaml
  h > before.yaml
  h -f values-large.yaml > after.yaml
  h -f values-large.yaml -f probe.yaml > traced.yaml
  values-large prove values-large.yaml after.yaml \\
    --before before.yaml --traced traced.yaml

What it says of a key:
${RENDER_STATES.map((state) => `  ${state.padEnd(9)} ${STATES[state].meaning}`).join('\n')}

It ends with 0 when no key differs and none is nowhere, with 1 when one does or
is, and with 2 when something could not be read. It opens no connection. Nothing
of a Secret is kept or shown.

Where the chart has a values.schema.json, render the probe with
--skip-schema-validation (Helm 3.16 or later). Where its own checks refuse the
probe, leave --traced out.
`;
