/** The name under which it is kept that the shortcuts of the keyboard are off. */
export const SHORTCUTS_KEPT = 'kaireon-shortcuts';

/** What this browser has kept under a name, as `read` understands it. Storage may be denied or hold anything. */
export function readStorage<T>(name: string, read: (text: string) => T): T | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : read(text);
  } catch {
    return undefined;
  }
}

/** Keeps a text for the next visit. */
export function writeStorage(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Storage is denied or full: the choice lasts until the page is left.
  }
}
