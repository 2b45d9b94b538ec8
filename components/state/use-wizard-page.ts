import { useLayoutEffect, useState } from 'react';
import type { Catalog } from '@/lib/domain/catalog';
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

/**
 * Gives every control what the page was sent with. A browser that restores a form, or an extension, may have filled
 * one in before the page was alive. No answer has changed then, so the control must not show another one.
 */
function showAsRendered(): void {
  for (const control of document.querySelectorAll('input')) {
    if (control.checked !== control.defaultChecked) control.checked = control.defaultChecked;
    if (control.value !== control.defaultValue) control.value = control.defaultValue;
  }
}
