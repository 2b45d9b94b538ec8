import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { type FormValues, formValuesOf, resolverOf } from './answers-form';
import { createWizard, type Wizard } from './create-wizard';
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
  const isAlive = useAddress(wizard);
  return { wizard, isAlive };
}
