import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import { type WizardState, wizardState } from './wizard-state';

/** Holds the state of the answers outside React, so that a keystroke renders only what reads what changed. */
export interface WizardStore {
  readonly get: () => WizardState;
  /** Returns whether any answer, or what goes with them, is another one. */
  readonly set: (raw: RawAnswers, userFiles?: UserFiles) => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createWizardStore(catalog: Catalog, raw: RawAnswers): WizardStore {
  let state = wizardState(catalog, raw);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(raw, userFiles = state.reading.userFiles) {
      const before = state.reading.raw;
      const isSame = catalog.answers.every(({ key }) => raw[key] === before[key]);
      if (isSame && userFiles === state.reading.userFiles) return false;
      state = wizardState(catalog, raw, state, userFiles);
      for (const listener of listeners) listener();
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
