import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { Own } from '@/lib/domain/user-files';
import { type WizardState, wizardState } from './wizard-state';

/** Holds the state of the answers outside React, so that a keystroke renders only what reads what changed. */
export interface WizardStore {
  readonly get: () => WizardState;
  /** Returns whether any answer, or what goes with them, is another one. */
  readonly set: (raw: RawAnswers, own?: Own) => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createWizardStore(catalog: Catalog, raw: RawAnswers): WizardStore {
  let state = wizardState(catalog, raw);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(raw, own = state.reading.own) {
      const before = state.reading.raw;
      const isSame = catalog.answers.every(({ key }) => raw[key] === before[key]);
      if (isSame && own === state.reading.own) return false;
      state = wizardState(catalog, raw, state, own);
      for (const listener of listeners) listener();
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
