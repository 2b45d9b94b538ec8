import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import type { StepName } from './steps';
import type { WizardState } from './wizard-state';
import type { WizardStore } from './wizard-store';

/** What the parts of the page can do. All of it stays the same for as long as the page is open. */
export interface Wizard {
  readonly catalog: Catalog;
  readonly store: WizardStore;
  /** Gives one answer another text, as if it were typed. */
  readonly answer: (key: string, raw: string) => void;
  /** Replaces all answers at once, and what goes with them where it is given; `what` names it for undo. */
  readonly replace: (raw: RawAnswers, what: string, userFiles?: UserFiles) => void;
  /** Takes the last replacement back. */
  readonly undo: () => void;
  /** Puts a step on screen, as an entry of the browser's history, and its heading into focus. */
  readonly goToStep: (step: StepName) => void;
  /** Puts an answer's step on screen, opens its tier's row, and puts the focus into its control. */
  readonly openAnswer: (key: string) => void;
  /** The same for what decides a line of the file: an answer, or an option that always writes it. Returns whether any does. */
  readonly openPath: (path: string) => boolean;
  /** Scrolls the file to the lines of these paths and points them out. */
  readonly showInFile: (paths: readonly string[]) => void;
}

export const WizardContext = createContext<Wizard | null>(null);

/** @throws Error outside the wizard: a fault of the page. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard outside <Wizard>');
  return wizard;
}

/** Reads a part of the state; renders again only when that part is another. The selector must not make objects. */
export function useWizardState<T>(select: (state: WizardState) => T): T {
  const { store } = useWizard();
  const snapshot = () => select(store.get());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
