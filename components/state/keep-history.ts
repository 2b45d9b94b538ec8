import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import { type AddressParts, openAddress } from '@/lib/link/link';
import { readAnswers } from '@/lib/reading/reading';
import { focusStepTitle } from './focus';
import { type HistoryEntry, readEntry, writeEntry } from './history-entry';
import { pacedWrite } from './paced-write';
import type { WizardStore } from './wizard-store';

type Answers = Pick<HistoryEntry, 'raw' | 'userFiles' | 'notKept'>;

/**
 * Keeps the browser's history in step with the page. Back and Forward move between the steps that were open; they
 * change answers only across a reset, a preset or an opened file, which each begin a generation.
 * @param show takes answers that were not typed
 */
export function keepHistory(
  catalog: Catalog,
  store: WizardStore,
  show: (raw: RawAnswers, userFiles: UserFiles) => void,
) {
  let generation = Date.now();
  /** The last answers of each generation that was left: an entry has only those of when it was left itself. */
  const lastOf = new Map<number, Answers>();

  const write = (how: 'replace' | 'push') => {
    const { reading, step, visited, notKept } = store.get();
    const { raw, userFiles, link } = reading;
    const place = { generation, step, visited: [...visited] };
    writeEntry(catalog, { ...place, raw, userFiles, notKept }, link, how);
  };
  const paced = pacedWrite(() => write('replace'));

  const rememberAnswers = () => {
    const { reading, notKept } = store.get();
    const { raw, userFiles } = reading;
    lastOf.set(generation, { raw, userFiles, notKept });
  };

  const beginGeneration = () => {
    generation = Math.max(Date.now(), generation + 1);
  };

  const openLink = (address: AddressParts) => {
    const { raw, map, notices } = openAddress(catalog, address);
    beginGeneration();
    show(raw, map ? { map } : {});
    store.move({ notices, notKept: [] });
  };

  const goTo = ({ step, visited }: HistoryEntry) => {
    const known = new Set([...store.get().visited, ...visited, step]);
    store.move({ step, visited: known });
  };

  /** What was there when the page was left or reloaded. A query counts, then the entry that belongs to this very link. */
  const open = () => {
    const opened = { query: location.search, fragment: location.hash };
    const entry = readEntry(catalog, history.state);
    const isOurs =
      opened.query.length < 2 &&
      entry !== undefined &&
      readAnswers(catalog, entry.raw, entry.userFiles).link === opened.fragment.slice(1);
    if (isOurs) {
      generation = entry.generation;
      show(entry.raw, entry.userFiles);
      store.move({ notKept: entry.notKept });
      goTo(entry);
    } else {
      openLink(opened);
    }
    write('replace');
  };

  const moved = (event: PopStateEvent) => {
    event.stopImmediatePropagation(); // there is one page: Next's router has nothing to do here
    paced.drop();
    rememberAnswers();
    const entry = readEntry(catalog, history.state);
    const before = store.get().step;
    if (!entry) {
      openLink({ query: location.search, fragment: location.hash }); // a link that was put into the address by hand
    } else {
      if (entry.generation !== generation) {
        const { raw, userFiles, notKept } = lastOf.get(entry.generation) ?? entry;
        generation = entry.generation;
        show(raw, userFiles);
        store.move({ notices: [], notKept });
      }
      goTo(entry);
    }
    write('replace');
    // Once the step is drawn.
    if (store.get().step !== before) requestAnimationFrame(focusStepTitle);
  };

  return {
    /** The answers have changed: the present entry follows. */
    follow: paced.soon,
    /** The present entry is about to be left. */
    leave() {
      paced.flush();
      rememberAnswers();
    },
    /** Another step is on screen: a new entry with the same answers. */
    enter() {
      write('push');
    },
    /** All answers were replaced: a new entry of a new generation. */
    begin() {
      beginGeneration();
      write('push');
    },
    /** Opens what the address holds. Returns what ends the following. */
    connect() {
      open();
      addEventListener('popstate', moved, true);
      addEventListener('pagehide', paced.flush); // a change made right before leaving is kept
      return () => {
        paced.drop();
        removeEventListener('popstate', moved, true);
        removeEventListener('pagehide', paced.flush);
      };
    },
  };
}
