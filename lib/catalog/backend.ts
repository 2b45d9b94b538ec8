import type { Answer, Derived, Read } from '@/lib/domain/answer';
import { choiceAnswer } from '@/lib/domain/declare';
import type { Limit, Situation } from '@/lib/domain/limit';
import type { Option, Prerequisite, StepId } from '@/lib/domain/option';
import type { Size } from '@/lib/domain/plan';
import { documented, source } from './sources';

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
    readonly required: Answer<string>;
    /** What must already exist, as an object of "must exist": `the stream orders in eu-west-1`. */
    readonly mustExist: (read: Read) => string;
    /** The answer without which a CQL driver does not connect. */
    readonly localDataCenter?: Answer<string>;
  };
  readonly limits?: readonly Limit[];
  readonly prerequisites?: readonly Prerequisite[];
  /** What the load takes of it. */
  readonly sizes?: readonly Size[];
}

interface Choice {
  /** The overlay's own name for the choice, an alias of the base chart's selector. */
  readonly key: string;
  /** What else the operator needs to know to choose. */
  readonly help: string;
  readonly step: StepId;
  readonly backends: readonly Backend[];
  readonly when?: Answer['when'];
}

/**
 * The question which of these backends is used, and what its answer leads to.
 * @throws Error unless exactly one backend is the default: a fault of the registry
 */
export function backendChoice({ key, help, step, backends, when }: Choice) {
  const [one, ...others] = backends.filter(({ isDefault }) => isDefault);
  if (!one || others.length > 0) throw new Error('Exactly one backend of a choice is its default.');
  const alias = choiceAnswer({
    key,
    shows: { in: 'no manifest' },
    overlayOnly: true,
    label: 'Backend',
    help: `Selects the wire path. ${help}`,
    ...documented(source.overlayKeys),
    default: one.id,
    choices: backends.map(({ id, title, summary }) => ({ value: id, label: title, summary })),
    when,
  });
  return {
    alias,
    /** The chosen backend; `undefined` while no choice applies. */
    chosen: (read: Read) => backends.find(({ id }) => id === read(alias)),
    /** One option for each backend. */
    options: backends.map((backend) => backendOption(backend, step, alias)),
  };
}

export type BackendChoice = ReturnType<typeof backendChoice>;

/** A backend as an option whose answers, limits and prerequisites exist only while it is chosen. */
function backendOption(backend: Backend, step: StepId, alias: Answer<string>): Option {
  const { id, title, summary, block, limits = [], prerequisites = [], sizes = [] } = backend;
  const chosen = (read: Read) => read(alias) === id;
  const ifChosen = (when: Limit['when']) => (situation: Situation) =>
    chosen(situation.read) && (when === 'always' || when(situation));
  const enabled: Derived = {
    path: `${id}.enabled`,
    shows: { in: 'no manifest' },
    provenance: 'unverified',
    source: 'values-large: a connector boots only when its block is enabled; path: convention',
    of: alias.key,
    value: (read) => chosen(read) || undefined,
  };
  return {
    id,
    step,
    title,
    summary,
    memberOf: alias,
    sizes,
    parts: block ? [enabled, ...block.answers.map((answer) => ({ ...answer, when: chosen }))] : [],
    limits: limits.map((limit) => ({ ...limit, when: ifChosen(limit.when) })),
    prerequisites: prerequisites.map((needed) => ({
      ...needed,
      when: ifChosen(needed.when ?? 'always'),
    })),
  };
}

/** The base chart's own selector. It is written beside the alias, so that neither order of precedence can surprise. */
export const selectorKey = (name: string, of: string, value: Derived['value']): Derived => ({
  path: `config.${name}`,
  shows: { in: 'environment', name },
  ...documented(source.overlayKeys),
  of,
  value,
});

/** The limit that a choice creates nothing. @param mustExist what the chosen backend needs; `undefined` for nothing */
export const mustExistLimit = (
  id: string,
  { alias }: BackendChoice,
  mustExist: (read: Read) => string | undefined,
): Limit => ({
  id,
  severity: 'limit',
  when: ({ read }) => mustExist(read) !== undefined,
  keys: [alias.key],
  message: ({ read }) =>
    `The backend ${read(alias)} only selects the wire path. The chart creates no infrastructure: ${mustExist(read)} must already exist, and be tested, before you apply this file.`,
  short: ({ read }) => `Selects the wire path only: ${mustExist(read)} must already exist.`,
  source: source.honestLimits,
});

/** The caution of a chosen block whose required answer is blank. */
export function unfilledLimit(id: string, { chosen }: BackendChoice): Limit {
  const required = (read: Read) => chosen(read)?.block?.required;
  const key = (read: Read) => required(read)?.key ?? '';
  return {
    id,
    severity: 'caution',
    when({ read, isInvalid }) {
      const answer = required(read);
      return answer !== undefined && read(answer) === undefined && !isInvalid(answer);
    },
    keys: ({ read }) => [key(read)],
    message: ({ read }) =>
      `${key(read)} is blank, so this overlay switches the ${chosen(read)?.title} block on without saying what to connect to. Fill in ${key(read)} here, unless another values file of yours does.`,
    short: ({ read }) => `${key(read)} is blank: fill it in, unless another values file does.`,
    shownBy: { by: 'filled' },
    source: source.overlayKeys,
  };
}
