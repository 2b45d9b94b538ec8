import type { Answer, Read } from '@/lib/domain/answer';
import { choiceAnswer } from '@/lib/domain/declare';
import { caution, type Limit, limit, type Situation } from '@/lib/domain/limit';
import { type Backend, type BackendChoice, chosenBackend, type Option } from '@/lib/domain/option';
import { documented, source } from './sources';

interface Choice {
  /** The overlay's own name for the choice, an alias of the base chart's selector. */
  readonly key: string;
  /** What else the operator needs to know to choose. */
  readonly help: string;
  readonly backends: readonly Backend[];
  /** The path that the base chart selects by: `config.` and a variable. */
  readonly selector: string;
  /** The switch of the whole choice, and what the selector says while it is off. */
  readonly switch?: { readonly enabled: Answer<boolean>; readonly whileOff: string };
}

/**
 * The question which of these backends is used, and all that its answer leads to: the keys, and the limits of each
 * backend while it is chosen.
 * @throws Error unless exactly one backend is the default: a fault of the registry
 */
export function backendChoice({ key, help, backends, selector, switch: onOff }: Choice) {
  const [one, ...others] = backends.filter(({ isDefault }) => isDefault);
  if (!one || others.length > 0) throw new Error('Exactly one backend of a choice is its default.');
  const answer = choiceAnswer(key, {
    overlayOnly: true,
    label: 'Backend',
    help: `Selects the wire path. ${help}`,
    ...documented(source.overlayKeys),
    default: one.id,
    choices: backends.map(({ id, title, summary }) => ({ value: id, label: title, summary })),
    writes: {
      path: key,
      schema: { type: 'string', enum: [...new Set(backends.flatMap((one) => aliasOf(one) ?? []))] },
      value: (id) => aliasOf(backends.find((backend) => backend.id === id)),
    },
  });
  /** Each once, though several backends may share it. */
  const blocks = new Set(backends.flatMap(({ block }) => block ?? []));
  const choice: BackendChoice = { answer, backends, selector };
  const chosen = (read: Read) => chosenBackend({ choice }, read);

  return {
    choice,
    chosen,
    parts: [
      answer,
      // Written beside the alias, so that neither order of precedence can surprise.
      {
        path: selector,
        type: 'string',
        shows: { in: 'environment', name: selector.split('.').at(-1) ?? '' },
        ...documented(source.overlayKeys),
        answerKey: onOff?.enabled.key ?? key,
        value: (read) =>
          onOff && read(onOff.enabled) === false ? onOff.whileOff : chosen(read)?.selector,
      },
      ...[...blocks].flatMap((block) => [
        {
          path: block.enabled,
          type: 'boolean' as const,
          provenance: 'unverified' as const,
          source:
            'values-large: a connector boots only when its block is enabled; path: convention',
          answerKey: key,
          value: (read: Read) => chosen(read)?.block === block || undefined,
        },
        ...block.answers,
      ]),
    ] satisfies Option['parts'],
    limits: backends.flatMap(({ id, limits = [] }) =>
      limits.map((one) => ({
        ...one,
        when: (situation: Situation) =>
          situation.read(answer) === id && (one.when === 'always' || one.when(situation)),
      })),
    ),
  };
}

/** What the choice's own key says for a backend: its id unless the overlay has another name for it, or none. */
const aliasOf = (backend: Backend | undefined): string | undefined =>
  backend && (backend.alias === undefined ? backend.id : (backend.alias ?? undefined));

type Chosen = ReturnType<typeof backendChoice>;

/** The limit that says that a choice creates nothing, so what the chosen backend needs must exist. */
export const mustExistLimit = (id: string, { choice, chosen }: Chosen): Limit =>
  limit(id, {
    when: ({ read }) => chosen(read)?.mustExist !== undefined,
    keys: [choice.answer.key],
    message: ({ read }) =>
      `Choosing ${chosen(read)?.title} creates nothing, so ${chosen(read)?.mustExist?.(read)} must already exist. The choice only selects the wire path. Test what it names before you apply this file.`,
    source: source.honestLimits,
  });

/** The caution of a chosen block whose required answer is blank. */
export function unfilledLimit(id: string, { chosen }: Chosen): Limit {
  const required = (read: Read) => chosen(read)?.block?.required;
  const key = (read: Read) => required(read)?.key ?? '';
  return caution(id, {
    isToFillIn: true,
    when({ read, isInvalid }) {
      const answer = required(read);
      return answer !== undefined && read(answer) === undefined && !isInvalid(answer);
    },
    keys: ({ read }) => [key(read)],
    message: ({ read }) =>
      `${key(read)} is blank: fill it in, here or in another values file. This overlay switches the ${chosen(read)?.title} block on without saying what to connect to.`,
    shownBy: { by: 'filled' },
    source: source.overlayKeys,
  });
}
