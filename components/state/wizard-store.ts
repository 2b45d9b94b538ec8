import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { type WizardState, wizardState } from './wizard-state';

/** Holds the state of the answers outside React, so that a keystroke renders only what reads what changed. */
export interface WizardStore {
  readonly get: () => WizardState;
  /** Returns whether any answer is another one. */
  readonly set: (raw: RawAnswers) => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createWizardStore(catalog: Catalog, raw: RawAnswers): WizardStore {
  let state = wizardState(catalog, raw);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(raw) {
      const before = state.reading.raw;
      if (catalog.answers.every(({ key }) => raw[key] === before[key])) return false;
      state = wizardState(catalog, raw, state);
      for (const listener of listeners) listener();
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
