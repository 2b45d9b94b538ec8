import * as z from 'zod';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, UserFiles, UserValue } from '@/lib/domain/user-files';
import { stepsOf } from './steps';
import { generationOf, type WizardState } from './wizard-store';

/** The name under which an entry keeps it. */
const KEPT = 'kaireon';

// zod would try to run text as code, for speed, which the page's policy refuses with a complaint.
z.config({ jitless: true });

const texts = z.record(z.string(), z.string());
/** Any value: the browser keeps it as it was. zod's own JSON would lose a key `__proto__`. */
const carriedValue = z.custom<UserValue>((value) => value !== undefined);
const carriedKey = z.object({ path: z.array(z.string()), value: carriedValue });

/** An entry as it is kept. An older page may have written a part of it in another form: that part is left out. */
const keptEntry = z.object({
  generation: z.number(),
  step: z.string(),
  /** Its link. An entry of an older page has none. */
  link: z.string().optional().catch(undefined),
  visited: z.array(z.string()).catch([]),
  answers: z.record(z.string(), z.string().optional().catch(undefined)).catch({}),
  userFiles: z
    .object({
      accepted: texts.optional().catch(undefined),
      map: texts.optional().catch(undefined),
      carried: z.array(carriedKey).optional().catch(undefined),
      chart: texts.optional().catch(undefined),
    })
    .catch({})
    .transform(
      (files): UserFiles => Object.fromEntries(Object.entries(files).filter(([, file]) => file)),
    ),
  notKept: z.array(z.string()).catch([]),
});

/**
 * What the present entry of the browser's history keeps beside the link: where the operator was, and what a link leaves
 * out. Nothing where the page did not write it.
 */
export function readEntry(catalog: Catalog) {
  const { data } = keptEntry.safeParse(history.state?.[KEPT]);
  const steps = stepsOf(catalog).map(({ id }) => id);
  if (!data || !steps.includes(data.step)) return undefined;
  const { answers, visited, ...entry } = data;
  return {
    ...entry,
    visited: new Set(steps.filter((id) => visited.includes(id))),
    raw: completeAnswers(catalog, answers),
  };
}

export type HistoryEntry = NonNullable<ReturnType<typeof readEntry>>;

/**
 * Writes an entry and its link, in place of the present one or as a new one that Back leaves again. What a browser
 * writes to disk holds no secret, and what renders show is kept nowhere: it would outlive them.
 */
export function writeEntry(catalog: Catalog, state: WizardState, how: 'replace' | 'push'): void {
  const { step, visited, reading, notKept } = state;
  const { raw, link, userFiles } = reading;
  const { evidence: _, carried = [], ...others } = userFiles;
  const write = (files: UserFiles, lost: readonly string[]) => {
    const kept = {
      generation: generationOf(state),
      step,
      link,
      visited: [...visited],
      answers: worthKeeping(catalog, raw),
      userFiles: files,
      notKept: [...new Set([...notKept, ...lost])],
    };
    // With what Next's router has there: it then leaves the write alone.
    const entry = { ...history.state, [KEPT]: kept };
    const url = location.pathname + (link && `#${link}`);
    if (how === 'push') history.pushState(entry, '', url);
    else history.replaceState(entry, '', url);
  };
  const open = carried.filter(({ isSecret }) => !isSecret);
  const secret = carried.filter(({ isSecret }) => isSecret);
  try {
    write({ ...others, ...(open.length > 0 && { carried: open }) }, namesOf(secret));
  } catch {
    // The browser keeps less than a large file holds. Of its many keys the first steps are named.
    write({ ...(others.map && { map: others.map }) }, namesOf(carried, 1));
  }
}

const namesOf = (keys: readonly Carried[], steps?: number): string[] =>
  keys.map(({ path }) => formatPath(path.slice(0, steps)));

/** What differs from the default. What looks like a credential is not kept anywhere. */
const worthKeeping = ({ answers }: Catalog, raw: RawAnswers): RawAnswers =>
  Object.fromEntries(
    answers.flatMap(({ key, default: documented }) => {
      const text = raw[key] ?? documented;
      return text === documented || holdsCredential(text) ? [] : [[key, text]];
    }),
  );
