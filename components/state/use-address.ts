import { useLayoutEffect, useState } from 'react';
import { addressParameters, noticesOf, parseLink } from '@/lib/link/link';
import { readAnswers } from '@/lib/reading/reading';
import type { Wizard } from './create-wizard';
import { focusStepTitle } from './focus';
import { type HistoryEntry, readEntry, writeEntry } from './history-entry';
import { stepsOf } from './steps';
import { nextGeneration, type WizardState } from './wizard-store';

/**
 * How soon the address follows a change: after the frame that shows it, within half a second, and less often than the
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
  /** The last answers of each generation. An older entry has only those from when it was left. */
  const lastOf = new Map<
    number,
    Pick<HistoryEntry, 'raw' | 'userFiles'> & Pick<WizardState, 'notKept'>
  >();
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
    const isLink = query.length > 1 || fragment.length > 1;
    // The page is drawn with the documented reading: without a link it stays, and nothing is drawn again.
    const parsed = isLink && parseLink(catalog, addressParameters(catalog, { query, fragment }));
    const { raw, userFiles } = parsed || store.documented;
    const generation = nextGeneration(store.get());
    const [first] = stepsOf(catalog);
    const step = isLink ? 'review' : first.id; // the review shows what the link holds
    load(raw, userFiles, {
      step,
      visited: new Set([step]),
      openedFrom: isLink ? 'a link' : null,
      notices: parsed ? noticesOf(parsed) : [],
      notKept: [],
      generation,
      lastChange: '',
    });
  };

  const goTo = (entry: HistoryEntry) => {
    const visited = new Set([...store.get().visited, ...entry.visited, entry.step]);
    const page = { step: entry.step, visited, generation: entry.generation };
    if (entry.generation === store.get().generation) return store.update(page);
    const { raw, userFiles, notKept } = lastOf.get(entry.generation) ?? entry;
    load(raw, userFiles, { ...page, notices: [], notKept, lastChange: '' });
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
    entry &&
    (entry.link ?? readAnswers(catalog, entry.raw, entry.userFiles).link) ===
      location.hash.slice(1);
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
