import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import type { Reading } from '@/lib/reading/reading';
import type { AnswersForm } from './answers-form';
import type { StepName } from './steps';
import type { PageState, View, WizardState, WizardStore } from './wizard-store';

/** What the parts of the page can do. All of it stays the same for as long as the page is open. */
export interface Wizard {
  readonly catalog: Catalog;
  /** Holds the answers as text. */
  readonly form: AnswersForm;
  /** Holds what follows from them. */
  readonly store: WizardStore;
  /** Sets the text of one answer. */
  readonly answer: (key: string, raw: string) => void;
  /** Makes everything that was entered since the last commit one step to undo. */
  readonly commit: (what: string) => void;
  /** Replaces the answers in the form, and changes the page as `page` says. */
  readonly load: (raw: RawAnswers, userFiles: UserFiles, page?: Partial<WizardState>) => void;
  /** Replaces all answers at once, and what goes with them where it is given; `what` names it for undo. */
  readonly replace: (
    raw: RawAnswers,
    what: string,
    userFiles?: UserFiles,
    page?: Partial<PageState>,
  ) => void;
  /** Accepts a caution for a reason; without a reason takes that back. */
  readonly accept: (limit: string, reason: string | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Puts a step on screen, as an entry of the browser's history, and its heading into focus. */
  readonly goToStep: (step: StepName) => void;
  /** Puts an answer's step on screen, opens its tier's row, and puts the focus into its control. */
  readonly openAnswer: (key: string) => void;
  /** The same for what decides a line of the file: an answer, or an option that always writes it. Returns whether any does. */
  readonly openPath: (path: string) => boolean;
  /** Scrolls the file to the lines of these paths and points them out. */
  readonly showInFile: (paths: readonly string[]) => void;
  /** Opens the result tab of an output, unfolded, and puts the focus on it; from elsewhere on the page with its view. */
  readonly openTab: (name: string, view?: View) => void;
  /** Shows every error from now on, and takes the focus to the summary of them. */
  readonly goToProblems: () => void;
  /** Opens the next problem after the one that has the focus, round and round. */
  readonly goToNextProblem: () => void;
}

const WizardContext = createContext<Wizard | null>(null);

/** @throws Error outside the wizard: a fault of the page. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard outside <WizardProvider>');
  return wizard;
}

/** Reads a part of the state, and renders again only when that part changes. The selector must not make objects. */
export function useWizardState<T>(select: (state: WizardState) => T): T {
  const { store } = useWizard();
  const snapshot = () => select(store.get());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}

/** Several parts at once: the object that the selector makes counts as the same while each of its members does. */
export function useWizardParts<T extends object>(select: (state: WizardState) => T): T {
  const kept = useRef<T>(undefined);
  return useWizardState((state) => {
    const now = select(state);
    const before: Readonly<Record<string, unknown>> = { ...kept.current };
    const isSame = Object.entries(now).every(([name, part]) => Object.is(part, before[name]));
    if (!kept.current || !isSame) kept.current = now;
    return kept.current;
  });
}

const ReadingContext = createContext<Reading | null>(null);

/** Gives the parts of the page the wizard. */
export function WizardProvider({ wizard, children }: { wizard: Wizard; children: ReactNode }) {
  return (
    <WizardContext value={wizard}>
      <ReadingProvider>{children}</ReadingProvider>
    </WizardContext>
  );
}

/**
 * Hands on in one place what {@link useReading} gives: behind the frame that shows the field and the file. React's own
 * `useDeferredValue` begins before that frame, which then waits for it.
 */
function ReadingProvider({ children }: { readonly children: ReactNode }) {
  const reading = useWizardState((state) => state.reading);
  const [drawn, setDrawn] = useState(reading);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDrawn(reading)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [reading]);
  return <ReadingContext value={drawn}>{children}</ReadingContext>;
}

/**
 * The reading for what may be drawn after the field and the file: it never delays a key.
 * @throws Error outside the wizard: a fault of the page
 */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('useReading outside <WizardProvider>');
  return reading;
}
