import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import type { Reading } from '@/lib/reading/reading';
import { stepsOf } from './steps';
import type { PageState, WizardState } from './wizard-store';

/** Every answer, also unfinished ones and those of branches that are not chosen, and the operator's files. */
export type KeptAnswers = Pick<Reading, 'raw' | 'userFiles'>;

/** What an entry of the browser's history keeps beside the link: where the operator was, and what a link leaves out. */
export type HistoryEntry = KeptAnswers &
  Pick<PageState, 'generation' | 'step' | 'visited' | 'notKept'>;

/** The name under which an entry keeps it. */
const KEPT = 'kaireon';

/** What the present entry of the browser's history holds; nothing where the page did not write it. */
export function readEntry(catalog: Catalog): HistoryEntry | undefined {
  const kept = fieldsOf(fieldsOf(history.state)[KEPT]);
  const steps = stepsOf(catalog).map(({ id }) => id);
  const step = steps.find((id) => id === kept.step);
  if (step === undefined || typeof kept.generation !== 'number') return undefined;
  const visited = Array.isArray(kept.visited) ? kept.visited : [];
  return {
    generation: kept.generation,
    step,
    visited: new Set(steps.filter((id) => visited.includes(id))),
    // Takes only known keys with text.
    raw: completeAnswers(catalog, fieldsOf(kept.answers) as Record<string, string>),
    userFiles: userFilesOf(kept.userFiles),
    notKept: Array.isArray(kept.notKept) ? kept.notKept.map(String) : [],
  };
}

/** What was kept of a person's files. An older page may have written it in another form: that is left out. */
function userFilesOf(value: unknown): UserFiles {
  const { accepted, carried, map, chart } = fieldsOf(value);
  const listed = fieldsOf(chart);
  const files = {
    accepted: textsOf(accepted),
    map: textsOf(map),
    carried: Array.isArray(carried) ? carried.filter(isCarried) : [],
    chart: isChart(listed) ? listed : {},
  };
  return Object.fromEntries(
    Object.entries(files).filter(([, file]) => Object.keys(file).length > 0),
  );
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text]] : [],
    ),
  );

const isChart = (keys: Record<string, unknown>): keys is NonNullable<UserFiles['chart']> =>
  Object.values(keys).every((key) => typeof fieldsOf(key).status === 'string');

function isCarried(value: unknown): value is Carried {
  const { path, ...rest } = fieldsOf(value);
  return Array.isArray(path) && path.every((step) => typeof step === 'string') && 'value' in rest;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/**
 * Writes an entry and its link, in place of the present one or as a new one that Back leaves again. What a browser
 * writes to disk holds no secret, and what renders show is kept nowhere: it would outlive them.
 */
export function writeEntry(catalog: Catalog, state: WizardState, how: 'replace' | 'push'): void {
  const { generation, step, visited, reading, notKept } = state;
  const { raw, link, userFiles } = reading;
  const { evidence: _, carried = [], ...others } = userFiles;
  const write = (files: UserFiles, lost: readonly string[]) => {
    const kept = {
      generation,
      step,
      visited: [...visited],
      answers: worthKeeping(catalog, raw),
      userFiles: files,
      notKept: [...new Set([...notKept, ...lost])],
    };
    // With what Next's router has there: it then leaves the write alone.
    const entry = { ...fieldsOf(history.state), [KEPT]: kept };
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
