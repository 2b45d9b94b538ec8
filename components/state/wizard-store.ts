import { announceSoon, type Uncopied } from '@/components/ui/announce';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { inReadingOrder, isToSettle, type LimitKind } from '@/lib/domain/limit-kind';
import type { UserFiles } from '@/lib/domain/user-files';
import type { FileFault } from '@/lib/files/file-text';
import type { Notice } from '@/lib/link/link';
import { tabs } from '@/lib/outputs/registry';
import { diffLines, keyLines, type LineChange } from '@/lib/overlay/line-diff';
import type { Proof } from '@/lib/proof/prove';
import type { TakenFile } from '@/lib/proof/take-file';
import type { Chosen } from '@/lib/proof/tiers';
import { stillAccepted } from '@/lib/reading/limits';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import { changeSentence } from './change-sentence';
import { type StepName, stepsOf } from './steps';
import type { Term } from './terms';

/** Below 1024 px one of these is on screen at a time. */
export type View = 'questions' | 'file' | 'limits' | 'more';

/** The tabs that the views `limits` and `more` begin with. */
export const FIRST_TAB = tabs[0]?.name ?? '';
export const FIRST_OF_MORE = tabs[1]?.name ?? FIRST_TAB;

/** What is done in a dialog. */
export type Tool = 'open' | 'compare' | 'help' | 'copy';

/** A file of YAML that the operator chose, or pasted. */
export interface ChosenFile {
  readonly text: string;
  /** Its name; `''` when it was pasted. */
  readonly name: string;
  /** Which of several places in it was chosen. */
  readonly chosen?: string;
  /** How its bytes were read, where that may surprise. */
  readonly remarks?: readonly string[];
  readonly fault?: FileFault;
}

/** The answers at one time, and what goes with them. Undo, Redo, and the browser's Back and Forward go from one to another. */
export interface Version {
  /** What was done to make it, as in "Undo reset". */
  readonly what: string;
  readonly raw: RawAnswers;
  readonly userFiles: UserFiles;
  readonly notKept: readonly string[];
  /**
   * Entries of the browser's history with one generation share their answers. What replaces all answers at once, and the
   * files with them, begins the next: a reset, a starting point, an opened file.
   */
  readonly generation: number;
}

/** Where the operator is on the page. None of it decides an answer. */
export interface PageState {
  readonly step: StepName;
  /** The steps that were on screen, this one too. */
  readonly visited: ReadonlySet<StepName>;
  /** The answer whose control has the focus. */
  readonly focusedKey: string | null;
  /** The ids of the options whose rows are open in the table of tiers. */
  readonly openRows: ReadonlySet<string>;
  readonly view: View;
  /** The name of the output whose result tab is open. */
  readonly tab: string;
  readonly panelSize: 'normal' | 'tall' | 'folded';
  readonly printing: 'nothing' | 'page' | 'limits';
  /** The lines to scroll to and to point out: a new object for each request, `null` before the first. */
  readonly shownPaths: { readonly paths: readonly string[] } | null;
  /** What the operator gave of their chart; `null` before the first of it. Never kept, never linked. */
  readonly chartFiles: readonly TakenFile[] | null;
  readonly chosenWorkloads: Chosen;
  /** What the operator's chart says of the answers; `null` until the operator gives something of it. Never kept, never linked. */
  readonly chart: Proof | null;
  /** The dialog that is open. */
  readonly tool: Tool | null;
  /** The word at which the help is open, on top of any other dialog. */
  readonly term: Term | null;
  /** The text that the browser would not copy last. */
  readonly uncopied: Uncopied | null;
  readonly openedFile: ChosenFile | null;
  /** Where the answers were opened from, in words; `null` where they were given here. */
  readonly openedFrom: string | null;
  /** What a link held that was not understood. */
  readonly notices: readonly Notice[];
  /** Carried keys that a reload lost, because the browser's history does not keep them. */
  readonly notKept: readonly string[];
  /** The versions that there were, with those that were undone last; none until the address is opened. */
  readonly versions: readonly Version[];
  /** The index of the version that the page is at. What was entered since is in no version yet. */
  readonly at: number;
}

/** All that the page draws from: what follows from the answers, and where the operator is. */
export interface WizardState extends PageState {
  readonly reading: Reading;
  /** What is to be settled about an answer, by its key: of several the first to read. */
  readonly toSettle: ReadonlyMap<string, LimitKind>;
  /** The file's keys laid beside the documented ones. */
  readonly documentedDiff: readonly LineChange[];
  /** Ids of the keys' lines that the last answer changed. */
  readonly justChanged: ReadonlySet<string>;
  /** What the last answer did, in a sentence; `''` before the first. */
  readonly lastChange: string;
  /** The reading as it was opened from a link or file; `null` where the answers were given here. */
  readonly opened: Reading | null;
}

type Update = Partial<
  PageState & Pick<WizardState, 'lastChange' | 'opened'> & Pick<Version, 'raw' | 'userFiles'>
>;

/**
 * Holds the state outside React, so that a keystroke renders only the parts whose state changed. It begins with the
 * documented answers and the first step.
 */
export function createWizardStore(catalog: Catalog) {
  const documented = readAnswers(catalog, completeAnswers(catalog, {}));
  const documentedLines = keyLines(documented.lines);
  const [{ id: step }] = stepsOf(catalog);
  const listeners = new Set<() => void>();

  const stateOf = (reading: Reading, before: Reading) => {
    const lines = keyLines(reading.lines);
    const changed = diffLines(keyLines(before.lines), lines).filter(({ kind }) => kind !== 'same');
    return {
      reading,
      toSettle: new Map(
        inReadingOrder(reading.limits.filter(isToSettle))
          .toReversed() // of several the first stays
          .flatMap(({ answers, kind }) => answers.map((key) => [key, kind] as const)),
      ),
      documentedDiff: diffLines(documentedLines, lines),
      justChanged: new Set(changed.map(({ line }) => line.id)),
      lastChange: changeSentence(changed.length, reading, before),
    };
  };

  let state: WizardState = {
    step,
    visited: new Set([step]),
    focusedKey: null,
    openRows: new Set(),
    view: 'questions',
    tab: FIRST_TAB,
    panelSize: 'normal',
    printing: 'nothing',
    shownPaths: null,
    chartFiles: null,
    chosenWorkloads: {},
    chart: null,
    tool: null,
    term: null,
    uncopied: null,
    openedFile: null,
    openedFrom: null,
    opened: null,
    notices: [],
    notKept: [],
    versions: [],
    at: -1,
    ...stateOf(documented, documented),
  };

  return {
    /** What follows from the documented answers. */
    documented,
    get: () => state,
    /** Changes where the operator is; with `raw` or `userFiles` all that follows from them too, which is then said. */
    update({ raw, userFiles, ...page }: Update) {
      const before = state.reading;
      if (
        (raw ?? before.raw) !== before.raw ||
        (userFiles ?? before.userFiles) !== before.userFiles
      ) {
        let reading = readAnswers(catalog, raw ?? before.raw, userFiles ?? before.userFiles);
        const { accepted } = before.userFiles;
        if (accepted && !userFiles) {
          // An accepted caution comes back where an answer changes its condition.
          const still = stillAccepted(before.userFiles, before.limits, reading.limits);
          if (Object.keys(accepted).some((id) => !(id in still)))
            reading = readAnswers(catalog, reading.raw, { ...before.userFiles, accepted: still });
        }
        state = { ...state, ...stateOf(reading, before) };
        const sentence = page.lastChange ?? state.lastChange;
        if (sentence !== '' || reading.raw !== before.raw) announceSoon(sentence);
      }
      state = { ...state, ...page };
      if (page.openedFrom !== undefined && page.opened === undefined)
        state = { ...state, opened: page.openedFrom === null ? null : state.reading };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type WizardStore = ReturnType<typeof createWizardStore>;

/** The version that Undo (-1) takes back or Redo (1) does again, while there is one. */
export const versionToPass = ({ versions, at }: PageState, by: -1 | 1): Version | undefined =>
  versions[at + by] && versions[by < 0 ? at : at + 1];

export const generationOf = ({ versions, at }: PageState): number => versions[at]?.generation ?? 0;

/** A generation that no older entry of the browser's history has. */
export const nextGeneration = (page: PageState): number =>
  Math.max(Date.now(), generationOf(page) + 1);
