import { useEffect, useState } from 'react';
import { afterPaint } from '@/components/ui/after-paint';
import type { Reading } from '@/lib/reading/reading';
import { useWizard } from './wizard-context';
import type { WizardState } from './wizard-state';

/**
 * A part of the state as it is once the file's frame is painted: what is drawn from it never delays a key.
 * @param select one function, made once
 */
export function useStateAfterPaint<T>(select: (state: WizardState) => T): T {
  const { store } = useWizard();
  const [painted, setPainted] = useState(() => ({ value: select(store.get()) }));
  useEffect(() => {
    const update = () =>
      setPainted((before) => {
        const value = select(store.get());
        return Object.is(value, before.value) ? before : { value };
      });
    const { ask, cancel } = afterPaint(update);
    update(); // what has changed since the first drawing
    const unsubscribe = store.subscribe(ask);
    return () => {
      unsubscribe();
      cancel();
    };
  }, [store, select]);
  return painted.value;
}

const readingOf = ({ reading }: WizardState) => reading;

/** The reading as of the last painted frame. */
export const useReadingAfterPaint = (): Reading => useStateAfterPaint(readingOf);
