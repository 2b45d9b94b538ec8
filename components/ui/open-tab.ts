const listeners = new Set<(name: string) => void>();

/** Opens a result tab and hands it the focus, from anywhere on the page. */
export function openTab(name: string): void {
  for (const listener of listeners) listener(name);
}

export function onOpenTab(listener: (name: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
