'use client';

import { useLayoutEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { createWizard } from './create-wizard';
import { type FormValues, toForm } from './form-values';
import type { Wizard } from './wizard-context';

/** The wizard of this page, and whether it answers yet: before, nothing that is typed would be taken. */
export function useWizardPage(catalog: Catalog): { wizard: Wizard; isAlive: boolean } {
  const [defaults] = useState(() => toForm(completeAnswers(catalog, {})));
  const form = useForm<FormValues>({ defaultValues: defaults });
  const [{ wizard, connect }] = useState(() => createWizard(catalog, form));
  const [isAlive, setAlive] = useState(false);
  useLayoutEffect(() => {
    const end = connect();
    setAlive(true);
    return end;
  }, [connect]);
  return { wizard, isAlive };
}
