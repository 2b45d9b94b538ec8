import { createSignal } from '@/components/ui/signal';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import { answersState } from './answers-state';
import { firstPage, type PageState } from './page-state';
import { stepsOf } from './steps';
import type { WizardState } from './wizard-state';

/** Holds the state outside React, so that a keystroke renders only what reads what changed. */
export interface WizardStore {
  readonly get: () => WizardState;
  /** Takes answers. Returns whether any of them, or what goes with them, is another one. */
  readonly set: (raw: RawAnswers, userFiles?: UserFiles) => boolean;
  /** Changes where the operator is. */
  readonly move: (page: Partial<PageState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createWizardStore(catalog: Catalog, raw: RawAnswers): WizardStore {
  const [first] = stepsOf(catalog);
  let state: WizardState = { ...firstPage(first.id), ...answersState(catalog, raw) };
  const { send, listen } = createSignal();
  const become = (next: WizardState) => {
    state = next;
    send();
  };
  return {
    get: () => state,
    set(raw, userFiles = state.reading.userFiles) {
      const before = state.reading.raw;
      const isSame = catalog.answers.every(({ key }) => raw[key] === before[key]);
      if (isSame && userFiles === state.reading.userFiles) return false;
      become({ ...state, ...answersState(catalog, raw, state, userFiles) });
      return true;
    },
    move: (page) => become({ ...state, ...page }),
    subscribe: listen,
  };
}
