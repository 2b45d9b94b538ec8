import { useLayoutEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type FormValues, rawOf, resolverOf, valuesOf } from './answers-form';
import { createWizard } from './create-wizard';
import { useAddress } from './use-address';
import type { Wizard } from './wizard-context';

/** The wizard of this page, and whether it answers yet: before, nothing that is typed would be taken. */
export function useNewWizard(catalog: Catalog): { wizard: Wizard; isAlive: boolean } {
  const form = useForm<FormValues>({
    defaultValues: valuesOf(completeAnswers(catalog, {})),
    resolver: resolverOf(catalog),
    mode: 'onTouched',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [wizard] = useState(() => createWizard(catalog, form));
  const { subscribe } = form;
  useLayoutEffect(
    () =>
      subscribe({
        formState: { values: true },
        // Only what is typed and picked has a type: what the page itself puts into the form, the store has already.
        callback: ({ type, values }) => {
          if (type) wizard.store.move({ raw: rawOf(catalog, values) });
        },
      }),
    [subscribe, catalog, wizard],
  );
  const isAlive = useAddress(wizard);
  return { wizard, isAlive };
}
