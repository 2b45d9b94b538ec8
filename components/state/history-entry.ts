import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import { type StepName, stepsOf } from './steps';

/** What one entry of the browser's history keeps beside the link: where the operator was, and what a link leaves out. */
export interface HistoryEntry {
  /** Entries of one generation share their answers; a reset, a preset or an opened file begins the next. */
  readonly generation: number;
  readonly step: StepName;
  readonly visited: readonly StepName[];
  /** Unfinished text and answers of branches not chosen too. */
  readonly raw: RawAnswers;
  readonly userFiles: UserFiles;
  /** Carried keys that the entry does not keep: secrets, because browsers write it to disk, and what is too large for it. */
  readonly notKept: readonly string[];
}

/** The name under which an entry is kept. */
const KEPT = 'kaireon';

/** What the browser kept in an entry (`history.state`), or nothing where the page did not write it. */
export function readEntry(catalog: Catalog, state: unknown): HistoryEntry | undefined {
  const kept = fieldsOf(fieldsOf(state)?.[KEPT]);
  const steps = stepsOf(catalog).map(({ id }) => id);
  const step = steps.find((id) => id === kept?.step);
  if (!kept || step === undefined || typeof kept.generation !== 'number') return undefined;
  const visited = Array.isArray(kept.visited) ? kept.visited : [];
  return {
    generation: kept.generation,
    step,
    visited: steps.filter((id) => visited.includes(id)),
    // Takes only known keys with text.
    raw: completeAnswers(catalog, (fieldsOf(kept.answers) ?? {}) as Record<string, string>),
    userFiles: (fieldsOf(kept.userFiles) ?? {}) as UserFiles, // written below, and by nobody else
    notKept: Array.isArray(kept.notKept) ? kept.notKept.map(String) : [],
  };
}

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

/**
 * Writes an entry and its link: in place of the present one, or as a new one that Back leaves again. What renders show
 * is kept nowhere: it would outlive them.
 */
export function writeEntry(
  catalog: Catalog,
  { raw, userFiles: { evidence: _, ...userFiles }, notKept, ...place }: HistoryEntry,
  link: string,
  how: 'replace' | 'push',
): void {
  const url = location.pathname + (link && `#${link}`);
  const { carried = [], ...others } = userFiles;
  const write = (files: UserFiles, lost: readonly string[]) => {
    const kept = {
      ...place,
      answers: worthKeeping(catalog, raw),
      userFiles: files,
      notKept: [...new Set([...notKept, ...lost])],
    };
    const state = { ...fieldsOf(history.state), [KEPT]: kept }; // with what Next's router has there: it then leaves the write alone
    if (how === 'push') history.pushState(state, '', url);
    else history.replaceState(state, '', url);
  };
  const open = carried.filter(({ isSecret }) => !isSecret);
  const secret = carried.filter(({ isSecret }) => isSecret);
  try {
    const files = { ...others, ...(open.length > 0 && { carried: open }) };
    write(files, pathsOf(secret));
  } catch {
    // The browser keeps less than a large file holds. Of its many keys the first steps are named.
    write({ ...(others.map && { map: others.map }) }, pathsOf(carried, 1));
  }
}

const pathsOf = (keys: readonly Carried[], steps?: number): string[] =>
  keys.map(({ path }) => formatPath(path.slice(0, steps)));

/** What differs from the default. What looks like a credential is not kept anywhere. */
function worthKeeping(catalog: Catalog, raw: RawAnswers): RawAnswers {
  const kept: Record<string, string> = {};
  for (const { key, default: fallback } of catalog.answers) {
    const text = raw[key] ?? fallback;
    if (text !== fallback && !holdsCredential(text)) kept[key] = text;
  }
  return kept;
}
