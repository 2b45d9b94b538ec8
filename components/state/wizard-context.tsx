'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { UserFiles } from '@/lib/domain/user-files';
import type { FormValues } from './form-values';
import type { WizardState } from './wizard-state';
import type { WizardStore } from './wizard-store';

export interface Wizard {
  readonly catalog: Catalog;
  readonly form: UseFormReturn<FormValues>;
  readonly store: WizardStore;
  /** Replaces all answers at once, and what goes with them where it is given; `what` names it for undo. */
  readonly replace: (raw: RawAnswers, what: string, userFiles?: UserFiles) => void;
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
