import { useLayoutEffect, useState } from 'react';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { holdsCredential } from '@/lib/domain/credential';
import { completeAnswers } from '@/lib/domain/evaluate';
import { formatPath } from '@/lib/domain/path';
import type { Carried, UserFiles } from '@/lib/domain/user-files';
import { openAddress } from '@/lib/link/link';
import { readAnswers } from '@/lib/reading/reading';
import { focusStepTitle } from './focus';
import { stepsOf } from './steps';
import type { Wizard } from './wizard-context';
import { nextGeneration, type PageState, type WizardState } from './wizard-store';

/** What an entry of the browser's history keeps beside the link: where the operator was, and what a link leaves out. */
type Entry = Pick<PageState, 'generation' | 'step' | 'visited' | 'notKept'> & Answers;
interface Answers {
  /** Unfinished text and answers of branches not chosen too. */
  readonly raw: RawAnswers;
  readonly userFiles: UserFiles;
}

/** The name under which an entry keeps it. */
const KEPT = 'kaireon';

/**
 * How soon the address follows a change: behind the frame that shows it, within half a second, and less often than the
 * 100 times in 30 seconds that browsers allow.
 */
const SOON_MS = 320;

/**
 * Opens what the address holds, then keeps the browser's history in step with the page. A step or a new generation of
 * answers is a new entry; any other change follows in the present one, soon. Back and Forward move between steps, and
 * change answers only between generations. Returns whether the address was opened.
 */
export function useAddress(wizard: Wizard): boolean {
  const [isOpened, setOpened] = useState(false);
  useLayoutEffect(() => {
    const end = followAddress(wizard);
    setOpened(true);
    return end;
  }, [wizard]);
  return isOpened;
}

function followAddress({ catalog, store, load }: Wizard): () => void {
  /** The last answers of each generation: an older entry has only those of when it was left itself. */
  const lastOf = new Map<number, Answers & Pick<PageState, 'notKept'>>();
  const keep = ({ generation, reading: { raw, userFiles }, notKept }: WizardState) =>
    lastOf.set(generation, { raw, userFiles, notKept });
  let seen = store.get();

  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  /** Writes now what waits to be written. */
  const flush = () => {
    if (timer !== undefined) writeEntry(catalog, seen, 'replace');
    drop();
  };

  /** From the page to the address. */
  const follow = () => {
    const [before, now] = [seen, store.get()];
    const isNewEntry = now.step !== before.step || now.generation !== before.generation;
    if (isNewEntry) flush();
    seen = now;
    keep(now);
    if (isNewEntry) writeEntry(catalog, now, 'push');
    else if (now.reading !== before.reading || now.notKept !== before.notKept)
      timer ??= setTimeout(flush, SOON_MS);
  };
  let unsubscribe = store.subscribe(follow);

  /** From the address to the page, then once back: what was not understood goes out of the address. */
  const read = (open: () => void) => {
    unsubscribe();
    drop();
    open();
    seen = store.get();
    keep(seen);
    writeEntry(catalog, seen, 'replace');
    unsubscribe = store.subscribe(follow);
  };

  const openLink = () => {
    const { search: query, hash: fragment } = location;
    const { raw, notices, userFiles } = openAddress(catalog, { query, fragment });
    const generation = nextGeneration(store.get());
    // A link opens where it ends: on what it holds.
    const [first] = stepsOf(catalog);
    const isLink = query.length > 1 || fragment.length > 1;
    const step = isLink ? 'review' : first.id;
    load(raw, userFiles, {
      ...{ step, visited: new Set([step]), openedFrom: isLink ? 'a link' : null },
      ...{ notices, notKept: [], generation, whatChanged: '' },
    });
  };

  const goTo = (entry: Entry) => {
    const visited = new Set([...store.get().visited, ...entry.visited, entry.step]);
    const page = { step: entry.step, visited, generation: entry.generation };
    if (entry.generation === store.get().generation) return store.move(page);
    const { raw, userFiles, notKept } = lastOf.get(entry.generation) ?? entry;
    load(raw, userFiles, { ...page, notices: [], notKept, whatChanged: '' });
  };

  const moved = (event: PopStateEvent) => {
    event.stopImmediatePropagation(); // there is one page: Next's router has nothing to do here
    const { step } = store.get();
    const entry = readEntry(catalog);
    read(() => (entry ? goTo(entry) : openLink()));
    // Once the step is drawn.
    if (store.get().step !== step) requestAnimationFrame(focusStepTitle);
  };

  // A query counts first, then the entry that belongs to this very link: what was there before a reload.
  const entry = location.search.length > 1 ? undefined : readEntry(catalog);
  const isOurs =
    entry && readAnswers(catalog, entry.raw, entry.userFiles).link === location.hash.slice(1);
  read(() => (isOurs ? goTo(entry) : openLink()));

  addEventListener('popstate', moved, true);
  addEventListener('pagehide', flush); // a change made right before leaving is kept
  return () => {
    unsubscribe();
    drop();
    removeEventListener('popstate', moved, true);
    removeEventListener('pagehide', flush);
  };
}

/** What the present entry of the browser's history holds; nothing where the page did not write it. */
function readEntry(catalog: Catalog): Entry | undefined {
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
function writeEntry(catalog: Catalog, state: WizardState, how: 'replace' | 'push'): void {
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
