import { useSyncExternalStore } from 'react';

/** The name under which it is kept that the shortcuts of the keyboard are off. */
export const SHORTCUTS_KEPT = 'kaireon-shortcuts';

/** What is kept, by its name. Read once: from then on the choices of this page count, also where none can be stored. */
const known = new Map<string, string | null>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(name: string): string | null {
  const text = known.get(name);
  if (text !== undefined) return text;
  const stored = readStorage(name);
  known.set(name, stored);
  return stored;
}

function readStorage(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage is denied
  }
}

function keep(name: string, text: string): void {
  known.set(name, text);
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(name, text);
  } catch {
    // Storage is denied or full: the choice lasts until the page is left.
  }
}

/**
 * A text that this browser keeps under a name for the next visit, and what keeps another. It is `null` where none is
 * kept, and in the first drawing, which is the server's too. Storage may hold anything that somebody put there.
 */
export function useStored(name: string): readonly [string | null, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  );
  return [text, (to) => keep(name, to)];
}
