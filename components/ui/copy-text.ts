/** A text that the page could not copy, and what is to be said of it once it is. */
export interface Uncopied {
  readonly text: string;
  readonly done: string;
}

const listeners = new Set<(uncopied: Uncopied) => void>();

/**
 * Copies a text and says what happened, in a sentence. A page over plain `http` has no clipboard, and a browser may
 * refuse it: then the text is shown selected instead, for the person to copy.
 */
export async function copyText(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    for (const listener of listeners) listener({ text, done });
    return NOT_COPIED;
  }
}

export const NOT_COPIED = 'The browser gives this page no clipboard, so nothing was copied.';

/** Hands over each text that could not be copied. Returns what ends that. */
export function onUncopied(listener: (uncopied: Uncopied) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
