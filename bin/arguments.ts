import { parseArgs } from 'node:util';
import type { Chosen } from '@/lib/proof/match-tiers';

/** What a command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'make' | 'probe'; readonly link: string }
  | {
      readonly name: 'prove';
      /** A link, or the name of a file that holds the answers. */
      readonly answers: string;
      readonly after: string;
      readonly before?: string | undefined;
      readonly traced?: string | undefined;
      /** The workloads that were chosen, by tier. */
      readonly chosen: Chosen;
      readonly isJson: boolean;
    };

const OPTIONS = {
  before: { type: 'string' },
  traced: { type: 'string' },
  workload: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the words behind `values-large`.
 * @throws Error whose message says in a sentence what is wrong
 */
export function readArguments(words: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  if (values.help || name === 'help' || name === undefined) return { name: 'help' };
  if (name === 'make' || name === 'probe') {
    for (const option of ['before', 'traced', 'workload', 'json'] as const) {
      if (values[option] !== undefined) throw new Error(`${name} takes no --${option}.`);
    }
    if (rest.length > 1) throw new Error(`${name} takes one link. Put it in quotes.`);
    return { name, link: rest[0] ?? '' };
  }
  if (name !== 'prove') throw new Error(`There is no command ${name}. Use make, probe or prove.`);
  const [after, answers = ''] = rest.toReversed();
  if (after === undefined) {
    throw new Error('prove needs the render to look at, such as after.yaml.');
  }
  if (rest.length > 2) {
    throw new Error('prove takes a link or file, and one render. Put the link in quotes.');
  }
  const { before, traced, workload = [], json = false } = values;
  return {
    name,
    answers,
    after,
    chosen: Object.fromEntries(workload.map(choice)),
    isJson: json,
    before,
    traced,
  };
}

/** `api=Deployment/kaireon-api` */
function choice(text: string): [tier: string, workload: string] {
  const [, tier = '', workload = ''] = /^(\w+)=(\w+\/.+)$/.exec(text) ?? [];
  if (tier === '') {
    throw new Error(
      '--workload takes a tier and its workload, such as api=Deployment/kaireon-api.',
    );
  }
  return [tier, workload];
}
