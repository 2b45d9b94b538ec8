import type { Answer, Read } from '@/lib/domain/answer';
import { advisory } from '@/lib/domain/evidence';
import type { Limit, Situation } from '@/lib/domain/limit';
import type { Option, Prerequisite, StepId } from '@/lib/domain/option';

/** One member of a choice of backends: everything about it, in its own file. */
export interface Backend {
  /** The alias's value, and the root key of its block. */
  readonly id: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly summary: string;
  /** Whether it is the documented choice. Exactly one of a registry is. */
  readonly isDefault?: boolean;
  /** The value of the base chart's own selector (`config.…`), where the documentation lists one. */
  readonly selector?: string;
  /** Its block in the chart; a backend without one needs nothing filled in. */
  readonly block?: {
    readonly answers: readonly Answer[];
    /** The answer without which the block is unfilled. */
    readonly required: Answer<string | undefined>;
    /** What must already exist, as an object of "must exist": `the stream orders in eu-west-1`. */
    readonly mustExist: (read: Read) => string;
    /** What a store that speaks CQL is reached by. */
    readonly cql?: {
      readonly contactPoints: Answer<string | undefined>;
      readonly localDataCenter: Answer<string | undefined>;
    };
  };
  readonly limits?: readonly Limit[];
  readonly prerequisites?: readonly Prerequisite[];
}

/**
 * The member of a choice that the documentation chooses.
 * @throws Error unless exactly one is the default: a fault of the registry
 */
export function defaultOf(backends: readonly Backend[]): string {
  const [one, ...others] = backends.filter(({ isDefault }) => isDefault);
  if (!one || others.length > 0) throw new Error('Exactly one backend of a choice is its default.');
  return one.id;
}

/** Makes a backend an option whose answers, limits and prerequisites exist only while it is chosen. */
export function backendOption(backend: Backend, step: StepId, alias: Answer<string>): Option {
  const { id, title, summary, block, limits = [], prerequisites = [] } = backend;
  const chosen = (read: Read) => read(alias) === id;
  const enabled = {
    path: `${id}.enabled`,
    shows: advisory,
    provenance: 'unverified' as const,
    source: 'values-large: a connector boots only when its block is enabled; path: convention',
    of: alias.key,
    value: (read: Read) => chosen(read) || undefined,
  };
  return {
    id,
    step,
    title,
    summary,
    memberOf: alias,
    parts: block ? [enabled, ...block.answers.map((answer) => ({ ...answer, when: chosen }))] : [],
    limits: limits.map((limit) => ({ ...limit, when: whileChosen(chosen, limit.when) })),
    prerequisites: prerequisites.map((one) => ({
      ...one,
      when: whileChosen(chosen, one.when ?? 'always'),
    })),
  };
}

function whileChosen(chosen: (read: Read) => boolean, when: Limit['when']) {
  return (situation: Situation) => chosen(situation.read) && (when === 'always' || when(situation));
}

/** The caution of a chosen block whose required answer is blank. The words are the same for bus and store. */
export function unfilledLimit(
  id: string,
  backends: readonly Backend[],
  alias: Answer<string>,
  sourceName: string,
): Limit {
  const unfilled = (read: Read) =>
    backends.find(
      ({ id, block }) => block && read(alias) === id && read(block.required) === undefined,
    );
  const required = (read: Read) => unfilled(read)?.block?.required.key ?? '';
  return {
    id,
    severity: 'caution',
    when({ read, isInvalid }) {
      const block = unfilled(read)?.block;
      return block !== undefined && !isInvalid(block.required);
    },
    keys: ({ read }) => [required(read)],
    message: ({ read }) =>
      `${required(read)} is blank, so this overlay switches the ${unfilled(read)?.title} block on without saying what to connect to. Fill in ${required(read)} here, unless another values file of yours does.`,
    short: ({ read }) => `${required(read)} is blank: fill it in, unless another values file does.`,
    shownBy: { by: 'filled' },
    source: sourceName,
  };
}
