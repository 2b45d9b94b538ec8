import type { Catalog } from '@/lib/domain/catalog';
import { textIn } from '@/lib/domain/limit';
import { chosenBackend, type Prerequisite, type Prerequisites } from '@/lib/domain/option';
import type { Reading } from './reading';

/** A prerequisite of the present answers, in words and with its command. */
export interface AppliedPrerequisite extends Pick<Prerequisite, 'isByHand'> {
  readonly id: string;
  readonly origin: 'documented' | 'general';
  /** The section under which it is read. */
  readonly section: string;
  /** The option or the backend that asks for it; `''` for what every installation needs. */
  readonly option: string;
  /** What must exist, and what happens without it. */
  readonly text: string;
  /** A shell command that proves it. Every answer in it is quoted. */
  readonly verify: string;
  /** What a good answer looks like; `''` where nothing says. */
  readonly good: string;
  readonly judgedBy: 'exit code' | 'person';
  /** The programs that the command needs, and the shell variables that its reader sets first. */
  readonly tools: readonly string[];
  readonly variables: readonly string[];
  /** The limit that it answers, when that limit applies. */
  readonly limit?: string;
}

/** The heading of what belongs to no option. */
export const EVERYWHERE = 'Cluster and secrets';

/**
 * What must exist before `helm upgrade`, for these answers: first what every installation needs, then by section in
 * the order of the questions. Works on answers with faults too: what cannot be read is left out of text and command.
 */
export function prerequisitesOf(catalog: Catalog, reading: Reading): AppliedPrerequisite[] {
  const limits = new Set(reading.limits.map(({ id }) => id));
  const apply = (section: string, option: string, all: Prerequisites = {}) =>
    Object.entries(all)
      .filter(([, { when }]) => when?.(reading) ?? true)
      .map(([id, item]): AppliedPrerequisite => {
        const { text, verify, good = '', limit, isByHand } = item;
        const { judgedBy = 'exit code', origin = 'general' } = item;
        const command = textIn(reading, verify);
        return {
          id,
          section,
          option,
          text: textIn(reading, text),
          verify: command,
          good: textIn(reading, good),
          judgedBy,
          tools: item.tools ?? [command.split(' ', 1)[0] ?? ''],
          variables: [...new Set(command.match(/(?<=\$)[A-Z][A-Z0-9_]*/g))],
          origin,
          ...(isByHand && { isByHand }),
          ...(limit !== undefined && limits.has(limit) && { limit }),
        };
      });

  const bySection = catalog.steps.flatMap(({ id, title }) =>
    catalog.options
      .filter(({ step }) => step === id)
      .flatMap((option) => {
        const chosen = chosenBackend(option, reading.read);
        return [
          ...apply(title, option.title, option.prerequisites),
          ...(chosen ? apply(title, chosen.title, chosen.prerequisites) : []),
        ];
      }),
  );
  return [...apply(EVERYWHERE, '', catalog.prerequisites), ...bySection];
}
