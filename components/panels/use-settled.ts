'use client';

import { useEffect, useState } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { WizardState } from '@/components/state/wizard-state';
import { afterPaint } from '@/components/ui/after-paint';

/**
 * A part of the state as it is once the file's frame is painted: what is drawn from it never delays a key.
 * @param select one function, made once
 */
export function useSettled<T>(select: (state: WizardState) => T): T {
  const { store } = useWizard();
  const [settled, setSettled] = useState(() => ({ value: select(store.get()) }));
  useEffect(() => {
    const settle = () =>
      setSettled((before) => {
        const value = select(store.get());
        return Object.is(value, before.value) ? before : { value };
      });
    const painted = afterPaint(settle);
    settle(); // what has changed since the first drawing
    const unsubscribe = store.subscribe(painted.ask);
    return () => {
      unsubscribe();
      painted.cancel();
    };
  }, [store, select]);
  return settled.value;
}
