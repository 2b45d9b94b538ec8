import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Reading } from '@/lib/reading/reading';
import type { Wizard } from './new-wizard';
import type { WizardState } from './wizard-store';

const WizardContext = createContext<Wizard | null>(null);

/** @throws Error outside the wizard: a fault of the page. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard outside <WizardProvider>');
  return wizard;
}

/** Reads a part of the state, and renders again only when that part changes. The selector must not make objects. */
export function useWizardState<T>(select: (state: WizardState) => T): T {
  const { store } = useWizard();
  const snapshot = () => select(store.get());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}

/** Several parts at once: the object that the selector makes counts as the same while each of its members does. */
export function useWizardParts<T extends object>(select: (state: WizardState) => T): T {
  const kept = useRef<T>(undefined);
  return useWizardState((state) => {
    const [now, before] = [select(state), kept.current];
    const names = Object.keys(now) as (keyof T)[]; // its own
    if (before && names.every((name) => Object.is(now[name], before[name]))) return before;
    kept.current = now;
    return now;
  });
}

const ReadingContext = createContext<Reading | null>(null);

export function WizardProvider({ wizard, children }: { wizard: Wizard; children: ReactNode }) {
  return (
    <WizardContext value={wizard}>
      <ReadingProvider>{children}</ReadingProvider>
    </WizardContext>
  );
}

/**
 * Provides what {@link useReading} gives: the reading one frame late, so that the field and the file are painted first.
 * React's own `useDeferredValue` begins before that frame and delays it.
 */
function ReadingProvider({ children }: { readonly children: ReactNode }) {
  const reading = useWizardState((state) => state.reading);
  const [drawn, setDrawn] = useState(reading);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDrawn(reading)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [reading]);
  return <ReadingContext value={drawn}>{children}</ReadingContext>;
}

/**
 * The reading for what may be drawn after the field and the file: it never delays a key.
 * @throws Error outside the wizard: a fault of the page
 */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('useReading outside <WizardProvider>');
  return reading;
}
