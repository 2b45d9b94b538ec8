const listeners = new Set<(sentence: string) => void>();

/** Says one polite sentence, seen in the status line and heard from a screen reader. */
export function announce(sentence: string): void {
  for (const listener of listeners) listener(sentence);
}

export function onAnnounce(listener: (sentence: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
