'use client';

import { useLayoutEffect, useState } from 'react';
import type { Catalog } from '@/lib/domain/catalog';
import { showAsRendered } from './as-rendered';
import { createWizard } from './create-wizard';
import type { Wizard } from './wizard-context';

/** The wizard of this page, and whether it answers yet: before, nothing that is typed would be taken. */
export function useWizardPage(catalog: Catalog): { wizard: Wizard; isAlive: boolean } {
  const [{ wizard, connect }] = useState(() => createWizard(catalog));
  const [isAlive, setAlive] = useState(false);
  useLayoutEffect(() => {
    showAsRendered();
    const end = connect();
    setAlive(true);
    return end;
  }, [connect]);
  return { wizard, isAlive };
}
