import { useLayoutEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { readStorage, SHORTCUTS_KEPT } from '@/components/ui/storage';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type FormValues, formValuesOf, resolverOf } from './answers-form';
import { createWizard, type Wizard } from './create-wizard';
import { keptTicks } from './ticks';
import { useAddress } from './use-address';

/** The wizard of this page, and whether it works yet: until then, nothing that is typed would be taken. */
export function useNewWizard(catalog: Catalog): { wizard: Wizard; isAlive: boolean } {
  const form = useForm<FormValues>({
    defaultValues: formValuesOf(completeAnswers(catalog, {})),
    resolver: resolverOf(catalog),
    mode: 'onTouched',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [wizard] = useState(() => createWizard(catalog, form));
  // What this browser keeps: from the second drawing on, because the first is the server's too.
  useLayoutEffect(() => {
    const isShortcutsOff = readStorage(SHORTCUTS_KEPT, (text) => text === 'off') ?? false;
    wizard.store.update({ isShortcutsOff, ticks: keptTicks() });
  }, [wizard]);
  const isAlive = useAddress(wizard);
  return { wizard, isAlive };
}
