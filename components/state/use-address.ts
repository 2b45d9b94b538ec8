import { useLayoutEffect, useState } from 'react';
import { addressParameters, noticesOf, parseLink } from '@/lib/link/link';
import { readAnswers } from '@/lib/reading/reading';
import { focusStepTitle } from './focus';
import { type HistoryEntry, readEntry, writeEntry } from './history-entry';
import type { Wizard } from './new-wizard';
import { stepsOf } from './steps';
import { generationOf, nextGeneration } from './wizard-store';

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

function followAddress({ catalog, store, open, returnTo }: Wizard): () => void {
  /** The state of which the present entry has, or will soon have, the answers. */
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
    const isNewEntry = now.step !== before.step || generationOf(now) !== generationOf(before);
    if (isNewEntry) flush();
    seen = now;
    if (isNewEntry) writeEntry(catalog, now, 'push');
    else if (now.reading !== before.reading || now.notKept !== before.notKept)
      timer ??= setTimeout(flush, SOON_MS);
  };
  let unsubscribe = store.subscribe(follow);

  /**
   * From the address to the page, which must not be followed meanwhile: the entry is there already. Then once back to the
   * address, because what was not understood goes out of it.
   */
  const read = (entry: HistoryEntry | undefined) => {
    unsubscribe();
    drop();
    if (entry) goTo(entry);
    else openLink();
    seen = store.get();
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
    open(
      { what: 'opened link', raw, userFiles, notKept: [], generation },
      {
        step,
        visited: new Set([step]),
        openedFrom: isLink ? 'a link' : null,
        notices: parsed ? noticesOf(parsed) : [],
        lastChange: '',
      },
    );
  };

  /** Between entries of one generation only the step changes; to another one, the answers do. */
  const goTo = ({ step, visited, link: _, ...answers }: HistoryEntry) => {
    const page = { step, visited: new Set([...store.get().visited, ...visited, step]) };
    if (answers.generation === generationOf(store.get())) return store.update(page);
    // The entry itself has only the answers from when it was left.
    const version = { ...answers, what: 'Back or Forward of the browser' };
    returnTo(version, { ...page, lastChange: '' });
  };

  const moved = (event: PopStateEvent) => {
    event.stopImmediatePropagation(); // there is one page: Next's router has nothing to do here
    const { step } = store.get();
    read(readEntry(catalog));
    // Once the step is drawn.
    if (store.get().step !== step) requestAnimationFrame(focusStepTitle);
  };

  // A query counts first, then the entry that belongs to this very link, or that a reload brings back: then the link may be
  // as it was before a change of the last moment.
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  const entry = location.search.length > 1 ? undefined : readEntry(catalog);
  const isOurs =
    entry &&
    ((isReload && entry.link !== undefined) ||
      (entry.link ?? readAnswers(catalog, entry.raw, entry.userFiles).link) ===
        location.hash.slice(1));
  read(isOurs ? entry : undefined);

  addEventListener('popstate', moved, true);
  addEventListener('pagehide', flush); // a change made right before leaving is kept
  return () => {
    unsubscribe();
    drop();
    removeEventListener('popstate', moved, true);
    removeEventListener('pagehide', flush);
  };
}
